#!/usr/bin/env node
// The kill drill of docs/recovery.md: serve is killed again and again, then its Azurite, then both, while desks upload
// years of files; it is let finish, and every figure must be what plain counting says. Exit 1: a difference.
//   tests/kill-drill/drill.mjs [--kills 60] [--uploads 540] [--gap 400] [--seed 1] [--keep]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { differences } from './checks.mjs';
import { chance, plan } from './desks.mjs';
import { openMailbox } from './mailbox.mjs';
import { Store } from './store.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '60' },
    uploads: { type: 'string', default: '540' },
    gap: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const [kills, seed] = [Number(options.kills), Number(options.seed)];
const uploads = plan(seed, Number(options.uploads));
const dice = chance(seed + 1000);
const work = mkdtempSync(join(tmpdir(), 'kill-drill-'));
const mailbox = await openMailbox();
const store = new Store(join(work, 'store'), join(work, 'serve.log'), mailbox.port);
const began = Date.now();
const say = (text) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${text}`);
let load;
process.on('exit', () => {
  load?.kill();
  store.killAll();
});

await store.start();
// The load is spread evenly over the kills, however fast this machine is.
const [putLog, quota] = [join(work, 'put'), join(work, 'quota')];
const allow = (kill) => writeFileSync(quota, String(Math.ceil((uploads.length * (kill + 1)) / (kills + 1))));
allow(0);
load = spawn(process.execPath, [join(here, 'load.mjs'), store.folder, putLog, quota, seed, uploads.length, options.gap].map(String), {
  stdio: 'inherit',
});
const loaded = new Promise((done) => load.on('exit', done));
const isPut = (path) => readLog().includes(path);
const readLog = () => {
  try {
    return readFileSync(putLog, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
};

// Beside the kills: reviews, whose letters and mails go through queues, and withdrawals.
const commands = (async () => {
  await store.insist(['review', '2025-Q1']);
  for (const upload of uploads.filter((each) => each.isWithdrawn)) {
    while (!isPut(`${upload.unit}/${upload.file}`)) await pause(200);
    await store.insist(['withdraw', upload.unit, upload.file, '--reason', 'thử']);
  }
  await store.insist(['review', '2025-Q2']);
})();

const done = { serve: 0, azurite: 0, both: 0 };
const killedAt = [];
for (let kill = 0; kill < kills; kill++) {
  const what = kill < kills * 0.6 ? 'serve' : dice.oneIn(3) ? 'both' : 'azurite';
  // A slow machine gets more done before the next kill: as much as it takes to start twice, at most.
  await pause(200 + dice.upTo(1000) * 0.002 * Math.max(1500, store.startTook));
  if (what !== 'serve') await store.killAzurite();
  killedAt.push(Date.now());
  if (what !== 'azurite') await store.killServe();
  done[what]++;
  allow(kill + 1);
  if (what !== 'azurite') await store.start();
  else await store.untilAzuriteRuns();
  if ((kill + 1) % 10 === 0) say(`${kill + 1} kills, ${readLog().length} of ${uploads.length} uploads put`);
}
say(`${kills} kills: ${done.serve} of serve, ${done.azurite} of Azurite, ${done.both} of both at once`);
await loaded;
await commands;
say(`${uploads.length} uploads put, ${uploads.filter((each) => each.isWithdrawn).length} of them withdrawn`);
const found = await differences(store, uploads, mailbox.taken, killedAt, say);
say(`${found.length} differences`);
for (const difference of found.slice(0, 40)) console.log(`        ${difference}`);
await store.stop();
mailbox.close();
if (options.keep || found.length) console.log(`kept: ${work}`);
else rmSync(work, { recursive: true, force: true });
process.exitCode = found.length ? 1 : 0;
