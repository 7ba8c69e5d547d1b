import assert from "node:assert/strict";
import { test } from "node:test";
import { reserveHeight } from "../../../www/embed/reserve-height.js";
import { define } from "../page.mjs";

define({ WIDTHS: [300, 400, 600], STEP: 16 });
const HEIGHTS = [100, 80, 90];

test("a width that was measured has its height", () => {
  assert.deepEqual(
    [300, 400, 600].map((width) => reserveHeight(HEIGHTS, width)),
    [1600, 1280, 1440],
  );
});

test("between two widths it is the larger height", () => {
  assert.equal(reserveHeight(HEIGHTS, 301), 1600);
  assert.equal(reserveHeight(HEIGHTS, 399), 1600);
  assert.equal(reserveHeight(HEIGHTS, 500), 1440);
});

test("beyond them it is the nearest", () => {
  assert.equal(reserveHeight(HEIGHTS, 1), 1600);
  assert.equal(reserveHeight(HEIGHTS, 0), 1600);
  assert.equal(reserveHeight(HEIGHTS, 5000), 1440);
});
