import assert from "node:assert/strict";
import { test } from "node:test";
import {
  MANY,
  ratio,
  report,
  SIZES,
  spread,
  table,
  verdict,
  verdicts,
} from "../../bench/report.mjs";

/** @import { Many, Results } from "../../bench/report.mjs" */

/** @param {number} time @returns {Many} */
const measured = (time) => ({
  drawn: [time],
  task: [time],
  elements: [time],
  used: [time],
  process: [time],
  work: { jump: [time], drag: [time] },
  thread: { jump: [time], drag: [time] },
});

/** @param {number} ours @returns {Results} */
const results = (ours) => ({
  about: { machine: "two cores" },
  rounds: 1,
  checked: 1_234,
  cold: {
    ours: { paint: [ours], drawn: [ours], bytes: [ours] },
    static: { paint: [1], drawn: [1], bytes: [1] },
    echarts: { paint: [100], drawn: [100], bytes: [100] },
  },
  many: Object.fromEntries(
    SIZES.map((size) => [
      size,
      { ours: measured(ours), d3: measured(100), echarts: measured(100) },
    ]),
  ),
  embed: 165_001,
});

test("a spread says the median and the half around it", () => {
  assert.equal(spread([1000, 3000, 2000], 1000), "2.0 (1.5 to 2.5)");
  assert.equal(spread([1000, 1200, 1100]), "1,100 (1,050 to 1,150)");
  assert.equal(spread([]), "not measured");
  assert.equal(spread(undefined), "not measured");
});

test("a table has a row for each", () => {
  assert.equal(table(["a", "b"], [["c", "d"]]), "| a | b |\n| --- | ---: |\n| c | d |");
});

test("all ratios count, and what was not measured is not held", () => {
  assert.ok(verdict("", "", [0.5, 1], 1).isHeld);
  assert.ok(!verdict("", "", [0.5, 1.01], 1).isHeld);
  const missing = verdict("", "", [0.5, ratio([1], undefined)], 1);
  assert.ok(!missing.isHeld);
  assert.equal(missing.found, "0.50, not measured");
});

test("each target is held only where it is reached", () => {
  const held = (/** @type {number} */ ours) => verdicts(results(ours)).map(({ isHeld }) => isHeld);
  const isEmbedHeld = false;
  const others = held(40).filter((isHeld) => isHeld !== isEmbedHeld);
  assert.equal(others.length, held(40).length - 1);
  // Three times as slow as D3: what is left is the elements and the growth with the records.
  assert.equal(held(300).filter(Boolean).length, 3);
  const equal = verdicts(results(100)).filter(({ target }) => target === "below 1");
  assert.ok(equal.length > 4 && equal.every(({ isHeld }) => !isHeld));
  const lacking = { ...results(40), many: {} };
  assert.ok(verdicts(lacking).filter(({ isHeld }) => isHeld).length === 1);
});

test("what is not held stands in the document, with all that was measured", () => {
  const text = report(results(300));
  assert.match(text, /\| \*\*not held\*\* \|/);
  assert.match(text, /165,001/);
  assert.match(text, /1,234 answers/);
  for (const size of SIZES) assert.match(text, new RegExp(size.toLocaleString("en")));
  assert.match(text, new RegExp(`${MANY.toLocaleString("en")}, drag, ECharts`));
  assert.doesNotMatch(text, /NaN|undefined/);
});
