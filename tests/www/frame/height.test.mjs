import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { watchHeight } from "../../../www/frame/height.js";
import { define } from "../page.mjs";

let height = 100.2;
let resized = () => {};
const fonts = Object.assign(new EventTarget(), { ready: Promise.resolve() });
const page = Object.assign(new EventTarget(), {
  documentElement: { getBoundingClientRect: () => ({ height }) },
  hidden: false,
  fonts,
});
const window = new EventTarget();
define({
  document: page,
  innerWidth: 600,
  addEventListener: window.addEventListener.bind(window),
  ResizeObserver: class {
    /** @param {() => void} measure */
    constructor(measure) {
      resized = measure;
    }
    observe() {}
  },
});
mock.timers.enable({ apis: ["setInterval"] });
/** @type {number[]} */
const told = [];
const measure = watchHeight((height) => told.push(height));

test("each new height is told once, in whole pixels", () => {
  assert.deepEqual(told, [101]);
  resized();
  height = 200;
  resized();
  window.dispatchEvent(new Event("map-ready"));
  assert.deepEqual(told, [101, 200]);
  assert.equal(measure(), 200);
});

test("a frame that is not displayed has no height to tell", () => {
  define({ innerWidth: 0 });
  height = 0;
  assert.equal(measure(), 200);
  define({ innerWidth: 600 });
  assert.equal(measure(), 200);
  assert.deepEqual(told, [101, 200]);
});

test("in a tab behind another, where browsers observe no sizes, it measures now and then", () => {
  page.hidden = true;
  page.dispatchEvent(new Event("visibilitychange"));
  height = 300;
  mock.timers.tick(500);
  assert.deepEqual(told, [101, 200, 300]);
  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  height = 400;
  mock.timers.tick(5000);
  assert.deepEqual(told, [101, 200, 300]);
});
