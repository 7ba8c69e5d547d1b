// The results as a document.

import { summary } from "./statistics.mjs";

/** @typedef {"ours" | "d3" | "echarts" | "static"} Peer */
/** @typedef {{ paint: number[], drawn: number[], bytes: number[] }} Cold in milliseconds and bytes, a value a round */
/** @typedef {{ drawn: number[], task: number[], elements: number[], used: number[], process: number[], work: Record<string, number[]>, thread: Record<string, number[]> }} Many */
/** @typedef {{ what: string, target: string, found: string, isHeld: boolean }} Verdict */

/**
 * @typedef {object} Results
 * @property {Record<string, string>} about machine, versions and so on, in the order in which they are shown
 * @property {number} rounds
 * @property {number} checked how many answers were compared with those of walking all records
 * @property {Partial<Record<Peer, Cold>>} cold
 * @property {Record<number, Partial<Record<Peer, Many>>>} many by the number of records
 * @property {number} embed bytes of the default embed, without its page, as `node tests/budget.mjs` counts them
 */

/** @type {Record<Peer, string>} */
const NAMES = {
  ours: "ours",
  d3: "D3 with crossfilter",
  echarts: "ECharts",
  static: "a static SVG",
};
const FEW = 11;
export const MANY = 1_000_000;
export const SOME = 100_000;
export const SIZES = [FEW, SOME, MANY];
export const WAYS = /** @type {const} */ (["jump", "drag"]);

/** @param {number} value */
const number = (value) => {
  const digits = value < 10 ? 1 : 0;
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
};

/**
 * A median with the half of the values that lies around it.
 *
 * @param {number[] | undefined} values
 * @param {number} [unit] that the values are divided by
 */
export function spread(values, unit = 1) {
  if (!values?.length) return "not measured";
  const { median, low, high } = summary(values.map((value) => value / unit));
  return `${number(median)} (${number(low)} to ${number(high)})`;
}

/**
 * @param {number[] | undefined} values
 * @param {number[] | undefined} others
 */
export function ratio(values, others) {
  if (!values?.length || !others?.length) return Number.NaN;
  return summary(values).median / summary(others).median;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/**
 * A ratio of medians against the most that it may be. What was not measured is not held.
 *
 * @param {string} what
 * @param {string} target
 * @param {number[]} found one ratio or more, all of which count
 * @param {number} most
 * @returns {Verdict}
 */
export function verdict(what, target, found, most) {
  const said = found.map((value) => (Number.isNaN(value) ? "not measured" : value.toFixed(2)));
  return { what, target, found: said.join(", "), isHeld: found.every((value) => value <= most) };
}

/**
 * The targets, each with what was found.
 *
 * @param {Results} results
 * @returns {Verdict[]}
 */
export function verdicts({ cold, many, embed }) {
  /** @param {number} size @param {Peer} peer */
  const of = (size, peer) => many[size]?.[peer];
  const both = /** @type {const} */ (["work", "thread"]);
  const against = (/** @type {number} */ size, /** @type {string} */ way) =>
    both.map((part) => ratio(of(size, "ours")?.[part][way], of(size, "d3")?.[part][way]));
  const elements = SIZES.map((size) => Math.max(...(of(size, "ours")?.elements ?? [Number.NaN])));
  return [
    ...WAYS.map((way) =>
      verdict(
        `a range change (${way}) at 1,000,000 records, to one at 11`,
        "at most 3",
        both.map((part) => ratio(of(MANY, "ours")?.[part][way], of(FEW, "ours")?.[part][way])),
        3,
      ),
    ),
    ...[SOME, MANY].flatMap((size) =>
      WAYS.map((way) =>
        verdict(
          `a range change (${way}) at ${size.toLocaleString("en")} records, to D3 with crossfilter`,
          "below 1",
          against(size, way),
          1 - Number.EPSILON,
        ),
      ),
    ),
    verdict(
      "100,000 rows of CSV drawn, to D3 with d3-dsv and crossfilter",
      "at most 2",
      [ratio(of(SOME, "ours")?.drawn, of(SOME, "d3")?.drawn)],
      2,
    ),
    verdict(
      "memory at 1,000,000 records, to D3 with crossfilter",
      "at most 0.5",
      /** @type {const} */ (["used", "process"]).map((part) =>
        ratio(of(MANY, "ours")?.[part], of(MANY, "d3")?.[part]),
      ),
      0.5,
    ),
    {
      what: `elements in the page at ${SIZES.map((size) => size.toLocaleString("en")).join(", ")} records`,
      target: "at most 1,500",
      found: elements.map((count) => count.toLocaleString("en")).join(", "),
      isHeld: elements.every((count) => count <= 1500),
    },
    {
      what: "bytes of the default embed, brotli, without its page",
      target: "at most 165,000",
      found: embed.toLocaleString("en"),
      isHeld: embed <= 165_000,
    },
    verdict(
      "interactive on a slow line, to ECharts",
      "below 1",
      [ratio(cold.ours?.drawn, cold.echarts?.drawn)],
      1 - Number.EPSILON,
    ),
  ];
}

/** @param {Results} results */
export function report(results) {
  const { about, rounds, checked, cold, many } = results;
  /** @param {object} measured @returns {Peer[]} */
  const peers = (measured) => /** @type {Peer[]} */ (Object.keys(measured));
  const kB = 1000;
  const MB = 1e6;
  const times = (/** @type {number} */ value) => (Number.isNaN(value) ? "" : value.toFixed(2));
  const isOurs = (/** @type {Peer} */ peer) => peer === "ours";
  const sizes = Object.keys(many).map(Number);
  const changes = sizes.flatMap((size) =>
    peers(many[size]).flatMap((peer) =>
      WAYS.map((way) => {
        const [one, ours] = [many[size][peer], many[size].ours];
        return [
          `${size.toLocaleString("en")}, ${way}, ${NAMES[peer]}`,
          spread(one?.work[way]),
          spread(one?.thread[way]),
          isOurs(peer) ? "" : times(ratio(ours?.work[way], one?.work[way])),
          isOurs(peer) ? "" : times(ratio(ours?.thread[way], one?.thread[way])),
        ];
      }),
    ),
  );
  const loads = sizes.flatMap((size) =>
    peers(many[size]).map((peer) => {
      const [one, ours] = [many[size][peer], many[size].ours];
      return [
        `${size.toLocaleString("en")}, ${NAMES[peer]}`,
        spread(one?.drawn),
        isOurs(peer) ? "" : times(ratio(ours?.drawn, one?.drawn)),
        spread(one?.task),
        spread(one?.used, MB),
        isOurs(peer) ? "" : times(ratio(ours?.used, one?.used)),
        spread(one?.process, MB),
        isOurs(peer) ? "" : times(ratio(ours?.process, one?.process)),
        spread(one?.elements),
      ];
    }),
  );
  return `# The map beside others

Written by \`make bench-peers ROUNDS=${rounds}\`; not by hand. The same map by four ways: ours; by hand with
D3, crossfilter2 and d3-dsv; with ECharts; and as a static SVG, before which nothing can be there. The same
provinces in classes, a timeline of bars, a range filter, the numbers by kind and the first twenty records.
All pages come from one server, compressed with brotli. Each cell is a median, and in brackets the half of the
values around it.

${table(
  ["", ""],
  Object.entries(about).map(([what, value]) => [what, value]),
)}

The machine does other things meanwhile, so only what was measured in one run can be compared: the ratios.

## The targets

${table(
  ["what", "target", "found", ""],
  verdicts(results).map(({ what, target, found, isHeld }) => [
    what,
    target,
    found,
    isHeld ? "held" : "**not held**",
  ]),
)}

Where two ratios stand, the first is of the work and the second of all that the main thread does, painting
included (of memory: of objects and buffers, and of the whole process); both must be in bounds. That a range
change allocates nothing that grows with the records is measured by \`make bench-core\`.

## The first visit on a slow line

A processor 4 times slower, 1.6 Mbit/s, 150 ms, nothing in the cache; the records of the map itself. The peers
take an uncertain date for its first day. "Interactive" is when the map is drawn and reacts; ours is on screen
from the first paint on, since the page holds it. Bytes are all of the page, with the heads of answers.

${table(
  ["", "first paint (ms)", "interactive (ms)", "bytes (kB)", "ours to it: interactive"],
  peers(cold).map((peer) => [
    NAMES[peer],
    spread(cold[peer]?.paint),
    peer === "static" ? "never" : spread(cold[peer]?.drawn),
    spread(cold[peer]?.bytes, kB),
    isOurs(peer) || peer === "static" ? "" : times(ratio(cold.ours?.drawn, cold[peer]?.drawn)),
  ]),
)}

## A range change (ms)

The records are made up, over four years and 25 provinces, and come into each page as a CSV file: into ours by
the attribute \`actions\`, as any page gives it. All dates are exact days, since crossfilter and ECharts know
no others; what uncertain dates cost ours, \`make bench-core\` says. "Jump" goes to another range anywhere,
"drag" moves 90 days by one day, which suits crossfilter best, as it looks only at the records that come in
and go out. "Work" is the time until all is in the page and laid out, a value a change; "main thread" all that
a change costs it, painting included, a value a round. ${checked.toLocaleString("en")} answers were compared,
province by province, with those of a walk through all records: all count the same.

${table(["records, range, map", "work", "main thread", "ours to it: work", "ours to it: main thread"], changes)}

## From a CSV file to the drawn map, and memory

From the beginning of the visit until the map is drawn, without slowing down. "Longest task" is of the page's
main thread. "Objects and buffers" is what JavaScript's heap, its buffers and the memory of WebAssembly hold
after the garbage was collected, without those of workers; "process" is all that the page's process shares
with no other.

${table(
  [
    "records, map",
    "drawn (ms)",
    "ours to it",
    "longest task (ms)",
    "objects and buffers (MB)",
    "ours to it",
    "process (MB)",
    "ours to it",
    "elements",
  ],
  loads,
)}
`;
}
