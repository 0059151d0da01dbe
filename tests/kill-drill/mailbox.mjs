// A mail server that takes everything and remembers when which message came for whom.
import { createServer } from 'node:net';

export async function openMailbox() {
  const taken = [];
  const server = createServer((socket) => {
    let [rest, to, isData] = ['', [], false];
    socket.on('error', () => {});
    socket.setEncoding('latin1');
    socket.write('220 drill\r\n');
    socket.on('data', (text) => {
      rest += text;
      while (true) {
        if (isData) {
          const end = rest.indexOf('\r\n.\r\n');
          if (end < 0) return;
          const id = /^message-id:\s*<([^>]+)>/im.exec(rest.slice(0, end))?.[1];
          taken.push({ id: `${id} for ${to.join(' ')}`, at: Date.now() });
          [rest, to, isData] = [rest.slice(end + 5), [], false];
          socket.write('250 taken\r\n');
          continue;
        }
        const end = rest.indexOf('\r\n');
        if (end < 0) return;
        const word = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (/^RCPT TO/i.test(word)) to.push(/<([^>]*)>/.exec(word)?.[1]);
        isData = /^DATA/i.test(word);
        if (/^RSET/i.test(word)) to = [];
        socket.write(isData ? '354 go on\r\n' : /^QUIT/i.test(word) ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { taken, port: server.address().port, close: () => server.close() };
}
