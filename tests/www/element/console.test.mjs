// What an editor is told in the console.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { warnOfData } from "../../../www/element/console.js";

/** @param {{ message: string, source: string, code: string | null }[]} problems */
async function said(problems) {
  const warn = mock.method(console, "warn", () => {});
  problems.forEach(warnOfData);
  assert.equal(warn.mock.callCount(), 0, "before all are known");
  await Promise.resolve();
  const lines = warn.mock.calls.map(({ arguments: [text] }) => text);
  warn.mock.restore();
  return lines;
}

const problem = (/** @type {number} */ row, code = "date-unreadable", source = "a.csv") => ({
  message: `${source}, row ${row}`,
  source,
  code,
});

test("a fault in many rows is one line with the count and the first three", async () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => problem(row + 1));
  assert.deepEqual(await said(rows), [
    "enforcement-map: 10,000 times date-unreadable in a.csv: a.csv, row 1; a.csv, row 2; a.csv, row 3; and 9,997 more",
  ]);
});

test("each code and each file has its own line", async () => {
  const lines = await said([
    problem(1),
    problem(2, "kind-new"),
    problem(3),
    problem(4, "kind-new", "b.csv"),
  ]);
  assert.deepEqual(lines, [
    "enforcement-map: 2 times date-unreadable in a.csv: a.csv, row 1; a.csv, row 3",
    "enforcement-map: a.csv, row 2",
    "enforcement-map: b.csv, row 4",
  ]);
  assert.deepEqual(await said([problem(5)]), ["enforcement-map: a.csv, row 5"]);
});

test("what has no code is said by itself", async () => {
  const lines = await said(["one", "two"].map((message) => ({ message, source: "", code: null })));
  assert.deepEqual(lines, ["enforcement-map: one", "enforcement-map: two"]);
});
