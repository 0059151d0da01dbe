// A real SMTP server that tests send to. Arguments: node_modules/smtp-server, and a JSON of options:
//   mode: "none" | "starttls" | "tls"; cert, key: PEM files
//   seed, drop: { connect, mail, rcpt, data, answer }: chances in a thousand that the connection is cut at that stage
//   refuse: { address: code }: what RCPT TO that address is answered
//   refuseSender: { code, times }: what so many MAIL FROM are answered
//   dataAnswer: { code, times }: what so many complete messages are answered instead of 250
//   cut: [stages]: the stages at which the next connections are cut, one after the other, before chance has its turn
//   slow: milliseconds before the answer to a complete message
// Prints "listening PORT", then one line of JSON per event: {"event": "taken" | "lost" | "cut", …}.
const [modulePath, optionsText] = process.argv.slice(2);
const { SMTPServer } = require(modulePath);
const fs = require('fs');
const options = JSON.parse(optionsText);
const tell = (what) => process.stdout.write(JSON.stringify(what) + '\n');

let state = options.seed || 1;
const roll = () => {
  // mulberry32
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % 1000;
};
const cuts = [...(options.cut || [])];
const isCut = (stage) => {
  if (cuts.length > 0) return cuts[0] === stage && Boolean(cuts.shift());
  return roll() < ((options.drop || {})[stage] || 0);
};
const senders = { left: (options.refuseSender || {}).times || 0 };
const answers = { left: (options.dataAnswer || {}).times || 0 };
const sockets = new Map();
const cut = (session, stage) => {
  tell({ event: 'cut', stage });
  sockets.get(`${session.remoteAddress}:${session.remotePort}`)?.destroy();
};
const fault = (code) => Object.assign(new Error(`told to answer ${code}`), { responseCode: code });

const server = new SMTPServer({
  secure: options.mode === 'tls',
  key: options.key && fs.readFileSync(options.key),
  cert: options.cert && fs.readFileSync(options.cert),
  hideSTARTTLS: options.mode === 'none',
  disabledCommands: options.mode === 'none' ? ['STARTTLS', 'AUTH'] : ['AUTH'],
  disableReverseLookup: true,
  onConnect(session, done) {
    if (isCut('connect')) return cut(session, 'connect');
    done();
  },
  onMailFrom(address, session, done) {
    if (isCut('mail')) return cut(session, 'mail');
    if (senders.left > 0) {
      senders.left--;
      return done(fault(options.refuseSender.code));
    }
    done();
  },
  onRcptTo(address, session, done) {
    if (isCut('rcpt')) return cut(session, 'rcpt');
    const code = (options.refuse || {})[address.address];
    done(code ? fault(code) : null);
  },
  onData(stream, session, done) {
    const inTheMiddle = isCut('data');
    const parts = [];
    stream.on('data', (part) => {
      if (inTheMiddle && parts.length === 0) cut(session, 'data');
      parts.push(part);
    });
    stream.on('end', () => {
      if (inTheMiddle) return;
      if (answers.left > 0) {
        answers.left--;
        return done(fault(options.dataAnswer.code));
      }
      const raw = Buffer.concat(parts).toString('base64');
      const to = session.envelope.rcptTo.map((each) => each.address);
      const lost = isCut('answer');
      // Taken either way: the message was complete.
      tell({ event: lost ? 'lost' : 'taken', to, secure: session.secure, raw });
      if (lost) return cut(session, 'answer');
      setTimeout(done, options.slow || 0);
    });
  },
});
server.on('error', () => {});
server.server.on('connection', (socket) => {
  socket.on('error', () => {});
  sockets.set(`${socket.remoteAddress}:${socket.remotePort}`, socket);
  const key = `${socket.remoteAddress}:${socket.remotePort}`;
  socket.on('close', () => sockets.delete(key));
});
server.listen(0, '127.0.0.1', () => tell({ event: 'listening', port: server.server.address().port }));
process.stdin.on('close', () => process.exit()).resume();
