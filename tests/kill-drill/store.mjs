// A store with serve on it, as on an office's machine, and commands beside it.
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addressIn, list } from './storage.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CCHC = process.env.CCHC ?? join(ROOT, 'artifacts', 'bin', 'Cli', 'debug', 'cchc');
const PATIENCE = 90_000;

export class Store {
  /** When commands ended: with one may end the Azurite that serve uses, until serve has taken over. */
  endedAt = [];

  constructor(folder, log, mailPort) {
    this.folder = folder;
    this.log = createWriteStream(log);
    this.environment = {
      ...process.env,
      Mail__Host: '127.0.0.1',
      Mail__Port: String(mailPort),
      Mail__Security: 'None',
      Mail__From: 'cchc@hongngu.example',
      Mail__Staff: 'noivu@hongngu.example',
      Mail__AllowedDomains: 'hongngu.example',
      Mail__FirstPauseSeconds: '1',
    };
  }

  /** Starts serve; done when it serves. */
  async start() {
    const began = Date.now();
    const args = ['serve', '--data', this.folder, '--urls', 'http://127.0.0.1:0'];
    const serve = spawn(CCHC, args, { env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.serve = serve;
    this.ended = new Promise((gone) => serve.on('exit', gone));
    serve.stdout.pipe(this.log, { end: false });
    serve.stderr.pipe(this.log, { end: false });
    await new Promise((up, failed) => {
      serve.stderr.on('data', (text) => String(text).includes('/api/health') && up());
      serve.on('exit', (code) => failed(new Error(`serve ended with ${code} before it served`)));
      setTimeout(failed, PATIENCE, new Error('serve did not come up')).unref();
    });
    this.startTook = Date.now() - began;
  }

  async killServe() {
    this.serve.kill('SIGKILL');
    await this.ended;
  }

  /** Whoever runs it: serve, or a command that has held the folder since before. */
  async killAzurite() {
    await this.untilAzuriteRuns();
    this.killed = this.azurite;
    process.kill(this.killed, 'SIGKILL');
  }

  get azurite() {
    return Number(readFileSync(join(this.folder, 'azurite', 'azurite.pid'), 'utf8'));
  }

  async untilAzuriteRuns() {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(100)) {
      try {
        if (this.azurite === this.killed) continue;
        await list(addressIn(this.folder), 'settings');
        return;
      } catch {
        // Not yet.
      }
    }
    throw new Error('Azurite was not started again');
  }

  async stop() {
    this.serve.kill('SIGINT');
    await this.ended;
  }

  killAll() {
    this.serve?.kill('SIGKILL');
  }

  get address() {
    return addressIn(this.folder);
  }

  /** A command on the same store. */
  run(args) {
    return new Promise((done) => {
      const command = spawn(CCHC, [...args, '--data', this.folder], { env: this.environment });
      let [output, error] = ['', ''];
      command.stdout.on('data', (text) => (output += text));
      command.stderr.on('data', (text) => (error += text));
      command.on('close', (code) => {
        this.endedAt.push(Date.now());
        done({ code, output, error });
      });
    });
  }

  /** Again and again, until no kill comes in between. */
  async insist(args) {
    for (let tries = 0; tries < 60; tries++) {
      const { code, error } = await this.run(args);
      this.log.write(`cchc ${args.join(' ')}: ${code} ${error}\n`);
      if (code === 0 || code === 1) return;
      await pause(300);
    }
    throw new Error(`cchc ${args.join(' ')} can't be done`);
  }
}
