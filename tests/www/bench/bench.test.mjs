import assert from "node:assert/strict";
import { test } from "node:test";
import { csv, DAYS, day, difference, ranges, rows, walk } from "../../bench/dataset.mjs";
import { median, quantile, summary } from "../../bench/statistics.mjs";

test("a median lies in the middle, in whatever order the values are", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(quantile([10, 20], 0.25), 12.5);
  assert.deepEqual(summary([5, 1, 4, 2, 3]), { median: 3, low: 2, high: 4, count: 5 });
  assert.throws(() => median([]), /no value/);
});

test("the same records at every run, of every province and within the days", () => {
  const all = [...rows(2_000)];
  assert.deepEqual(all, [...rows(2_000)]);
  assert.equal(new Set(all.map(({ id }) => id)).size, 2_000);
  assert.equal(new Set(all.map(({ place }) => place)).size, 25);
  assert.equal(new Set(all.map(({ kind }) => kind)).size, 8);
  for (const { date } of all) assert.ok(date >= "2022-01-01" && date <= "2025-12-31", date);
  assert.equal(day(DAYS - 1), "2025-12-31");
});

test("a sheet has a line for each record, in pieces or not", () => {
  const lines = [...csv(30_000)].join("").trimEnd().split("\n");
  assert.equal(lines.length, 30_001);
  assert.match(lines[0], /^id,date,place,kind/);
  const widths = new Set(lines.map((line) => line.split(",").length));
  assert.deepEqual([...widths], [lines[0].split(",").length]);
});

test("ranges begin before they end, and are within the days", () => {
  for (const [from, to] of [...ranges("jump", 200), ...ranges("drag", 200)]) {
    assert.ok("2022-01-01" <= from && from < to && to <= "2025-12-31", `${from} to ${to}`);
  }
  assert.deepEqual(ranges("jump", 5), ranges("jump", 9).slice(0, 5));
});

test("a walk counts both ends of a range", () => {
  const [row] = rows(1);
  const at = (/** @type {string} */ date, place = "KH01") => ({ ...row, date, place });
  const all = [at("2024-01-01"), at("2024-01-02"), at("2024-01-03", "KH02"), at("2024-01-04")];
  assert.deepEqual(walk(all, ["2024-01-01", "2024-01-03"]), { KH01: 2, KH02: 1 });
  assert.deepEqual(walk(all, ["2025-01-01", "2025-01-03"]), {});
});

test("one record more or less is a difference, and a province without records is none", () => {
  assert.deepEqual(difference({ KH01: 2 }, { KH01: 2, KH02: 0 }), []);
  assert.deepEqual(difference({ KH01: 2 }, { KH01: 3 }), ["KH01: 3, not 2"]);
  assert.deepEqual(difference({ KH01: 2 }, {}), ["KH01: 0, not 2"]);
  assert.deepEqual(difference({}, { KH01: 1 }), ["KH01: 1, not 0"]);
});
