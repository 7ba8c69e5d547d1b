import assert from "node:assert/strict";
import { test } from "node:test";
import {
  claimAddress,
  readAddress,
  releaseAddress,
  writeAddress,
} from "../../../www/element/address.js";
import { addressBar, define } from "../page.mjs";

const PAGE = "https://example.org/article";
/** @type {string[]} */
const calls = [];
define({
  addEventListener: (/** @type {string} */ type) => calls.push(`add ${type}`),
  removeEventListener: (/** @type {string} */ type) => calls.push(`remove ${type}`),
});

/** A map, of which only its identity counts. */
const map = () => /** @type {HTMLElement} */ ({});
const follow = () => {};

test("days in the wrong order are exchanged, which the reader is told", () => {
  addressBar(`${PAGE}#from=2026-02-01&to=2026-01-01`);
  assert.deepEqual(readAddress(), {
    state: { from: "2026-01-01", to: "2026-02-01" },
    isCorrected: true,
  });
});

test("days in order, one alone, and what is no day stay as they are", () => {
  for (const hash of [
    "from=2026-01-01&to=2026-02-01",
    "from=2026-01-01&to=2026-01-01",
    "from=2026-01-01",
    "from=today&to=2026-01-01",
    "from=2026-02-31&to=2026-01-01",
  ]) {
    addressBar(`${PAGE}#${hash}`);
    const state = Object.fromEntries(new URLSearchParams(hash));
    assert.deepEqual(readAddress(), { state, isCorrected: false }, hash);
  }
});

test("a fragment of the page's own is no address of a map", () => {
  addressBar(`${PAGE}#chapter`);
  assert.equal(readAddress(), undefined);
});

test("the first map has the address until it goes", () => {
  const [first, second] = [map(), map()];
  const { entries } = addressBar(PAGE);
  assert.equal(claimAddress(first, follow), true);
  assert.equal(claimAddress(second, follow), false);
  writeAddress(second, "view", { view: "world" });
  assert.equal(entries.length, 1);
  releaseAddress(second, follow);
  writeAddress(first, "view", { view: "world" });
  assert.equal(entries.at(-1), `${PAGE}#view=world`);
  releaseAddress(first, follow);
  assert.equal(claimAddress(second, follow), true);
  assert.deepEqual(calls, ["add popstate", "remove popstate", "add popstate"]);
});
