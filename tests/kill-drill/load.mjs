// The desks: a process of its own that puts one upload after another straight into the container, whatever is killed
// meanwhile, and puts each again until storage has acknowledged it.
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { plan } from './desks.mjs';
import { addressIn, put } from './storage.mjs';

const [folder, log, quota, seed, count, gap] = process.argv.slice(2);
for (const [number, upload] of plan(Number(seed), Number(count)).entries()) {
  while (number >= Number(readFileSync(quota, 'utf8'))) await pause(50);
  const path = `${upload.unit}/${upload.file}`;
  for (let isThere = false; !isThere; ) {
    try {
      isThere = await put(addressIn(folder), path, upload.content, upload.uploadedAt);
    } catch {
      await pause(100);
    }
  }
  appendFileSync(log, `${path}\n`);
  await pause(Number(gap));
}
