import assert from "node:assert/strict";
import { test } from "node:test";
import { pageTheme } from "../../../www/embed/page-theme.js";
import { define } from "../page.mjs";

/**
 * An element in others, each of a background; the scheme is the innermost's.
 *
 * @param {string} colorScheme
 * @param {string[]} backgrounds from the inside out
 * @returns {Element}
 */
function inside(colorScheme, ...backgrounds) {
  const [backgroundColor, ...rest] = backgrounds;
  const parentElement = rest.length > 0 ? inside(colorScheme, ...rest) : null;
  const element = { colorScheme, backgroundColor, parentElement };
  return /** @type {Element} */ (/** @type {unknown} */ (element));
}
define({ getComputedStyle: (/** @type {unknown} */ element) => element });

const CLEAR = "rgba(0, 0, 0, 0)";

test("a page that has both schemes leaves it to the reader", () => {
  assert.equal(pageTheme(inside("light dark", "rgb(0, 0, 0)")), undefined);
});

test("the nearest background that is seen counts", () => {
  assert.equal(pageTheme(inside("normal", CLEAR, "rgb(16, 16, 16)", "rgb(255, 255, 255)")), "dark");
  assert.equal(pageTheme(inside("normal", "rgba(0, 0, 0, 0.4)", "rgb(250, 250, 240)")), "light");
  assert.equal(pageTheme(inside("dark", "rgb(255, 255, 255)")), "light");
});

test("without one, the scheme counts", () => {
  assert.equal(pageTheme(inside("dark", CLEAR, CLEAR)), "dark");
  assert.equal(pageTheme(inside("normal", CLEAR)), "light");
});
