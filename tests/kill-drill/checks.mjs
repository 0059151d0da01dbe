// What must hold once everything is done.
import { setTimeout as pause } from 'node:timers/promises';
import { UNITS } from './desks.mjs';
import { COUNTS, count, dossiersOf, latestOf, periods } from './oracle.mjs';
import { list, read } from './storage.mjs';

const PATIENCE = 240_000;
/**
 * A mail that came so near to a kill, or to the end of a command whose Azurite serve used, may come once more: its
 * answer, or the note of it, was lost (ADR 0014). The storage clients try that long.
 */
const IN_FLIGHT = 15_000;

export async function differences(store, uploads, mails, killedAt, say) {
  const found = [];
  found.push(...(await receipts(store, uploads, say)));
  found.push(...(await figures(store, uploads, say)));
  const verified = await store.run(['rebuild', '--verify']);
  say(`rebuild --verify: exit ${verified.code}`);
  if (verified.code !== 0) found.push(...`${verified.output}\n${verified.error}`.split('\n').filter(Boolean));
  found.push(...(await mailed(store, mails, killedAt, say)));
  const health = await store.run(['health']);
  say(`health: exit ${health.code}`);
  if (health.code !== 0) found.push(...`health: ${health.output}`.split('\n').filter(Boolean));
  return found;
}

/** Waits until each upload has its final receipt; what no trigger brings is the sweep's. */
async function receipts(store, uploads, say) {
  let open = uploads;
  let isSwept = false;
  const began = Date.now();
  while (open.length && Date.now() - began < PATIENCE) {
    const etags = await list(store.address, 'exports');
    const told = await Promise.all(open.map((each) => read(store.address, 'receipts', `${each.unit}/${each.file}.json`)));
    open = open.filter((each, at) => !isFinal(each, told[at], etags.get(`${each.unit}/${each.file}`)));
    if (open.length && !isSwept && Date.now() - began > PATIENCE / 2) {
      say(`${open.length} without a final receipt (${open.map((each) => each.file).join(', ')}): sweep`);
      await store.run(['sweep']);
      isSwept = true;
    }
    if (open.length) await pause(1000);
  }
  say(`${uploads.length - open.length} of ${uploads.length} uploads have their final receipt`);
  return open.map((each) => `${each.unit}/${each.file} has no final receipt`);
}

const isFinal = (upload, receipt, etag) =>
  etag !== undefined &&
  receipt !== null &&
  receipt.etag === etag &&
  (upload.isWithdrawn ? receipt.outcome === 'withdrawn' : ['accepted', 'duplicate'].includes(receipt.outcome));

async function figures(store, uploads, say) {
  const found = [];
  let [compared, sum] = [0, 0];
  const last = new Date(latestOf(uploads)).getUTCFullYear() + 1;
  const all = periods(2019, last).filter((period) => period.from <= latestOf(uploads));
  for (const period of all) {
    const { output, code, error } = await store.run(['kpi', period.name, '--by', 'unit', '--format', 'csv']);
    if (code !== 0) found.push(`kpi ${period.name}: exit ${code} ${error}`);
    const [header, ...lines] = output.trim().split('\n').map((line) => line.split(','));
    for (const unit of UNITS) {
      const counted = uploads.filter((each) => each.unit === unit && !each.isWithdrawn);
      const should = count(dossiersOf(counted), period, latestOf(counted));
      const row = lines.find((cells) => cells[header.indexOf('unit')] === unit) ?? [];
      for (const name of COUNTS) {
        compared++;
        sum += should[name];
        const is = Number(row[header.indexOf(name)] ?? 0);
        if (is !== should[name]) found.push(`${unit} ${period.name} ${name}: ${is}, counted ${should[name]}`);
      }
    }
  }
  say(`${compared} figures of ${all.length} periods compared (${sum} dossiers among them), ${found.length} differ`);
  return found;
}

async function mailed(store, mails, killedAt, say) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(1000)) {
    const { output } = await store.run(['outbox', '--state', 'pending']);
    if (!output.includes('-2025-Q')) break;
  }
  const byId = new Map();
  for (const mail of mails) byId.set(mail.id, [...(byId.get(mail.id) ?? []), mail]);
  const twice = [...byId].filter(([, same]) => same.length > 1);
  const isLost = ({ at }) => [...killedAt, ...store.endedAt].some((end) => Math.abs(end - at) <= IN_FLIGHT);
  const wrong = twice.filter(([, same]) => same.length > 2 || !isLost(same[0]));
  say(`${byId.size} mails taken, ${twice.length} of them twice, ${wrong.length} without a lost answer`);
  const { output } = await store.run(['outbox']);
  const posted = new Set(output.match(/(?:draft|reports)-2025-Q\d(?:-\d{5})?/g));
  const missing = [...posted].filter((id) => ![...byId.keys()].some((key) => key.startsWith(id) && !/\d/.test(key[id.length])));
  return [
    ...wrong.map(([id, same]) => `mail ${id} came ${same.length} times`),
    ...missing.map((id) => `mail ${id} never came`),
    ...(posted.size < 22 ? [`only ${posted.size} mails were posted`] : []),
  ];
}
