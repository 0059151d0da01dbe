// What three desks send in some years, made from a seed: day after day, with corrections of long ago, late files, the
// same file twice, and files that are withdrawn. All invented.
import { createHash } from 'node:crypto';

export const UNITS = ['29956', '29962', '29980'];
const HEADER =
  'Mã hồ sơ;Mã TTHC;Lĩnh vực;Hình thức nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Trạng thái';
const CHANNELS = ['Trực tuyến', 'Trực tiếp', 'Bưu chính công ích'];
const DAY = 86_400_000;
const FIRST_UPLOAD = 638_900_000_000_000_000n; // .NET ticks, in 2025: after everything that the files speak of
const MINUTE = 600_000_000n;

/** A small generator of numbers with a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { upTo: (n) => Math.floor(next() * n), oneIn: (n) => next() * n < 1, of: (all) => all[Math.floor(next() * all.length)] };
}

export const iso = (day) => new Date(day).toISOString().slice(0, 10);
const vietnamese = (day) => (day === null ? '' : iso(day).split('-').reverse().join('/'));

/** Every upload in the order in which it is put: unit, file, asOf, uploadedAt, sha, content, rows, isWithdrawn. */
export function plan(seed, count) {
  const dice = chance(seed);
  const desks = UNITS.map((unit) => ({ unit, today: Date.UTC(2019, 0, 10), dossiers: [], numbers: new Map(), uploads: [] }));
  const uploads = [];
  for (let number = 0; number < count; number++) {
    const upload = next(desks[number % desks.length], dice, number);
    uploads.push({ ...upload, uploadedAt: FIRST_UPLOAD + MINUTE * BigInt(number), isWithdrawn: dice.oneIn(25) });
  }
  return uploads;
}

function next(desk, dice, number) {
  if (desk.uploads.length > 3 && dice.oneIn(12)) {
    const { asOf, content, sha, rows } = dice.of(desk.uploads);
    return { unit: desk.unit, file: `ban-sao-${number}-${iso(asOf)}.csv`, asOf, content, sha, rows };
  }
  const isLate = desk.uploads.length > 3 && dice.oneIn(10);
  if (!isLate) desk.today += (2 + dice.upTo(11)) * DAY;
  const asOf = isLate ? dice.of(desk.uploads).asOf : desk.today;
  const rows = [];
  for (let i = 1 + dice.upTo(4); i > 0; i--) rows.push(received(desk, asOf - dice.upTo(6) * DAY, dice));
  const known = desk.dossiers.filter((dossier) => dossier.received <= asOf);
  for (let i = dice.upTo(4); i > 0 && known.length; i--) rows.push(finished(dice.of(known.slice(-12)), asOf, dice));
  // One of long ago, as often as not long since at rest in the archive.
  if (known.length && dice.oneIn(3)) rows.push(corrected(dice.of(known), asOf, dice));
  const content = Buffer.from([HEADER, ...rows.map(line)].join('\r\n') + '\r\n');
  const sha = createHash('sha256').update(content).digest('hex');
  const upload = { unit: desk.unit, file: `ho-so-${number}-${iso(asOf)}.csv`, asOf, content, sha, rows };
  desk.uploads.push(upload);
  return upload;
}

function received(desk, day, dice) {
  const count = (desk.numbers.get(day) ?? 0) + 1;
  desk.numbers.set(day, count);
  const code = `000.19.05.H20-${iso(day).slice(2).replaceAll('-', '')}-${String(count).padStart(4, '0')}`;
  const dossier = { code, received: day, due: day + 5 * DAY, channel: dice.of(CHANNELS), finished: null };
  desk.dossiers.push(dossier);
  return { ...dossier };
}

const finished = (dossier, asOf, dice) => ({
  ...dossier,
  finished: Math.min(asOf, dossier.received + dice.upTo(9) * DAY),
});

/** Another channel, another due day, another end, or open again. */
function corrected(dossier, asOf, dice) {
  const row = { ...dossier, channel: dice.of(CHANNELS), due: dossier.due + dice.upTo(4) * DAY };
  return dice.oneIn(4) ? row : finished(row, asOf, dice);
}

const line = (row) =>
  [
    row.code,
    '1.001193',
    'Hộ tịch',
    row.channel,
    vietnamese(row.received),
    vietnamese(row.due),
    vietnamese(row.finished),
    row.finished === null ? 'Đang xử lý' : 'Đã xử lý xong',
  ].join(';');
