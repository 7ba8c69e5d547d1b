// Made-up records for the comparison, the same at every run; the ranges that are asked; and what is
// right to answer, by walking all records.

/** @typedef {{ id: string, date: string, place: string, kind: string, title: string, people: number, reported_by: string }} Row */
/** @typedef {[from: string, to: string]} Range ISO dates, both inside */

export const COLUMNS = /** @type {const} */ ([
  "id",
  "date",
  "place",
  "kind",
  "title",
  "people",
  "reported_by",
]);
const KINDS = [
  "meeting",
  "briefing",
  "warning",
  "policy",
  "inspection",
  "raid",
  "arrest",
  "deportation",
];
const PROVINCES = 25;
/** Four years, one of them a leap year. */
export const DAYS = 1461;
const FIRST = Date.UTC(2022, 0, 1);
const A_DAY = 86_400_000;

/** @param {number} number of days after the first */
export const day = (number) => new Date(FIRST + number * A_DAY).toISOString().slice(0, 10);

/**
 * Numbers from 0 to 1 that look random and are the same at every run (mulberry32).
 *
 * @param {number} seed
 */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * So many records. Their dates are exact days: crossfilter has no uncertain ones. They are in no
 * order, and some provinces have more than others.
 *
 * @param {number} count
 * @returns {Generator<Row>}
 */
export function* rows(count) {
  const next = random(count);
  for (let number = 0; number < count; number++) {
    const place = 1 + Math.floor(next() ** 2 * PROVINCES);
    const kind = KINDS[Math.floor(next() * KINDS.length)];
    yield {
      id: `record-${number}`,
      date: day(Math.floor(next() * DAYS)),
      place: `KH${String(place).padStart(2, "0")}`,
      kind,
      title: `Record ${number}: police searched a building`,
      people: 1 + Math.floor(next() * 90),
      reported_by: "Example Times",
    };
  }
}

/**
 * The records as CSV, in pieces.
 *
 * @param {number} count
 * @returns {Generator<string>}
 */
export function* csv(count) {
  let piece = `${COLUMNS.join(",")}\n`;
  for (const row of rows(count)) {
    piece += `${COLUMNS.map((column) => row[column]).join(",")}\n`;
    if (piece.length > 1 << 20) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

/**
 * Ranges as a reader makes them: `drag` moves 90 days by one day at a time, `jump` goes anywhere.
 *
 * @param {"drag" | "jump"} way
 * @param {number} count
 * @returns {Range[]}
 */
export function ranges(way, count) {
  const next = random(1);
  return Array.from({ length: count }, (_, number) => {
    if (way === "drag") return [day(400 + number), day(490 + number)];
    const from = Math.floor(next() * (DAYS - 30));
    return [day(from), day(from + 7 + Math.floor(next() * (DAYS - from - 8)))];
  });
}

/**
 * How many records each province has in a range, by walking all of them.
 *
 * @param {Iterable<Row>} all
 * @param {Range} range
 */
export function walk(all, [from, to]) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { date, place } of all) {
    if (from <= date && date <= to) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/**
 * Where two counts differ, in words; nothing where they are the same. A province without records
 * may be missing or 0.
 *
 * @param {Record<string, number>} expected
 * @param {Record<string, number>} found
 */
export function difference(expected, found) {
  const codes = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return codes
    .filter((code) => (expected[code] ?? 0) !== (found[code] ?? 0))
    .map((code) => `${code}: ${found[code] ?? 0}, not ${expected[code] ?? 0}`);
}
