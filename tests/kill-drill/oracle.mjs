// The figures by the rules of counting, as plainly as they can be written: no ledger, no archive, no order of processing.
const DAY = 86_400_000;
export const COUNTS = [
  'received', 'received_online', 'received_in_person', 'received_postal', 'carried_over', 'finished', 'early',
  'on_time', 'overdue', 'open', 'open_in_time', 'open_overdue',
];

/** Statutory: from the 15th of the month before to the 14th of the last. Every fifth month will do. */
export function periods(firstYear, lastYear) {
  const all = [];
  const add = (name, year, month, months) =>
    all.push({ name, from: Date.UTC(year, month - 1, 15), to: Date.UTC(year, month - 1 + months, 14) });
  for (let year = firstYear; year <= lastYear; year++) {
    add(`${year}`, year, 0, 12);
    for (let q = 0; q < 4; q++) add(`${year}-Q${q + 1}`, year, q * 3, 3);
    for (let m = 0; m < 12; m++) if ((year * 12 + m) % 5 === 0) add(`${year}-M${String(m + 1).padStart(2, '0')}`, year, m, 1);
  }
  return all;
}

const byStamp = (a, b) =>
  a.asOf - b.asOf || Number(a.uploadedAt - b.uploadedAt) || (a.sha < b.sha ? -1 : a.sha > b.sha ? 1 : 0);

/** A unit's dossiers as its uploads, the withdrawn left out, say them last. */
export function dossiersOf(uploads) {
  const dossiers = new Map();
  for (const upload of [...uploads].sort(byStamp))
    for (const row of upload.rows) {
      const known = dossiers.get(row.code);
      dossiers.set(row.code, { ...row, isOpen: row.finished === null, finished: row.finished ?? known?.finished ?? null });
    }
  return [...dossiers.values()].map((d) => ({ ...d, finished: d.isOpen ? null : Math.max(d.finished, d.received) }));
}

export function count(dossiers, { from, to }, latest) {
  const asOf = Math.min(to, latest);
  const of = Object.fromEntries(COUNTS.map((name) => [name, 0]));
  for (const { received, due, finished, channel } of dossiers) {
    if (from <= received && received <= to) {
      of.received++;
      of[{ 'Trực tuyến': 'received_online', 'Trực tiếp': 'received_in_person' }[channel] ?? 'received_postal']++;
    }
    if (received < from && (finished === null || finished >= from)) of.carried_over++;
    if (finished !== null && from <= finished && finished <= to) {
      of.finished++;
      of[finished < due ? 'early' : finished === due ? 'on_time' : 'overdue']++;
    }
    if (received <= to && (finished === null || finished > to)) {
      of.open++;
      of[due < asOf ? 'open_overdue' : 'open_in_time']++;
    }
  }
  return of;
}

export const latestOf = (uploads) => Math.max(...uploads.map((upload) => upload.asOf), -DAY);
