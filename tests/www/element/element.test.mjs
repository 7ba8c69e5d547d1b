// The element with a module that draws nothing: what goes in, and what comes out.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, mock, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleScript } from "../../../www/build/esbuild.mjs";
import * as NAMES from "../../../www/types/generated/names.js";
import { addressBar, define } from "../page.mjs";

/** @import { WidgetOptions } from "../../../www/types/generated/module.js" */
/** @import { EnforcementMap } from "../../../www/types/generated/public.js" */

/** As much of HTML's element as the element's class uses. */
class Element extends EventTarget {
  /** @type {Map<string, string>} */
  #attributes = new Map();
  isConnected = false;
  firstElementChild = null;
  textContent = "";
  title = "";
  /** @type {object | null} */
  shadowRoot = null;
  /** @param {string} name */
  getAttribute = (name) => this.#attributes.get(name) ?? null;
  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.#attributes.set(name, String(value));
    this.attributeChangedCallback(name);
  }
  /** @param {string} name */
  removeAttribute(name) {
    if (this.#attributes.delete(name)) this.attributeChangedCallback(name);
  }
  /** @param {string} _ */
  attributeChangedCallback(_) {}
  closest = () => null;
  querySelector = () => null;
  append = () => {};
  attachShadow() {
    this.shadowRoot = { append: () => {} };
    return this.shadowRoot;
  }
}

const CONTENT = "{}";
/** The smallest module that there is (WebAssembly, "binary format"). */
const VIEWS = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
/** @param {string | Uint8Array} content */
const sha256 = (content) => createHash("sha256").update(content).digest();
const [HASH, VIEWS_HASH] = [CONTENT, VIEWS].map(sha256);
/** @param {string} name */
const file = (name, hash = HASH) => [
  `assets/${name.replace(/\.(?=\w+$)/, "..")}`,
  hash.toString("base64"),
];
const MANIFEST = {
  pages: true,
  wasm: file("module.wasm"),
  views: file("views.wasm", VIEWS_HASH),
  sheets: { wasm: file("large.wasm"), glue: file("large.js") },
  css: file("style.css"),
  data: Object.fromEntries(NAMES.data.map((name) => [name, { en: file(name), fr: file(name) }])),
  fonts: {},
  messages: { en: file("messages.en.json"), fr: file("messages.fr.json") },
};

/** What the server answers. @param {string} _ */
let served = (_) => new Response(CONTENT);
/** The ids of the records of widgets, and whether a file of theirs cannot be read. */
const widget = { ids: "", lacks_file: false };
/** @type {string[]} */
const fetched = [];
let viewsAreMissing = false;

/** What was asked of the widget that was mounted last. @type {unknown[][]} */
let asked = [];
/** @type {WidgetOptions[]} */
const mounted = [];
/** @param {string} name */
const ask =
  (name) =>
  (/** @type {unknown[]} */ ...values) => {
    asked.push([name, ...values]);
  };
const ASKED = [
  "announce",
  "set_range",
  "set",
  "say_corrected",
  "say_copied",
  "say_fresh",
  "set_view_code",
  "set_countries",
  "unmount",
];
define({
  HTMLElement: Element,
  customElements: { get: () => undefined, define: () => {} },
  document: Object.assign(new EventTarget(), {
    documentElement: { hasAttribute: () => false },
    createElement: () => ({
      querySelector: () => null,
      querySelectorAll: () => [],
      getRootNode: () => ({ activeElement: null }),
      remove: () => {},
    }),
    head: { append: () => {} },
    getElementById: () => null,
  }),
  navigator: { language: "en", onLine: true },
  CSSStyleSheet: class {
    replaceSync() {}
  },
  requestAnimationFrame: (/** @type {() => void} */ done) => setTimeout(done, 1),
  addEventListener: () => {},
  removeEventListener: () => {},
  fetch: async (/** @type {string} */ address) => {
    fetched.push(address);
    const isViews = /views/.test(address);
    if (isViews && viewsAreMissing) return new Response("", { status: 404 });
    return isViews ? new Response(VIEWS) : served(address);
  },
  mounted: (/** @type {unknown} */ _, /** @type {WidgetOptions} */ options) => {
    mounted.push(options);
    asked = [];
    return { ...widget, ...Object.fromEntries(ASKED.map((name) => [name, ask(name)])) };
  },
  // What the small module says of sheets, which it cannot read.
  refused: () => ({
    ...Object.fromEntries(ASKED.map((name) => [name, ask(name)])),
    needs: "sheets",
  }),
});
const warned = mock.method(console, "warn", () => {});

const folder = mkdtempSync(join(tmpdir(), "element-"));
after(() => rmSync(folder, { recursive: true }));
const www = join(dirname(fileURLToPath(import.meta.url)), "../../../www");
const script = await bundleScript(join(www, "enforcement-map.js"), {
  minify: false,
  manifest: JSON.stringify(MANIFEST),
  glue: `export default async () => new URL('module_bg.wasm', import.meta.url);
    export const use_views = () => {};
    export const mount = (box, options) =>
      (options.attributes.heading === "needs sheets" ? refused : mounted)(box, options);`,
});
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
writeFileSync(
  // The beginning of the sum stands in the name, and not in the list of files.
  join(folder, "assets", `large.${HASH.toString("hex").slice(0, 10)}.js`),
  `export default async () => {};
  export const mount = (...all) => mounted(...all);`,
);
writeFileSync(join(folder, "enforcement-map.mjs"), script);
const module = await import(pathToFileURL(join(folder, "enforcement-map.mjs")).href);

const PAGE = "https://example.org/article";
const STATE = /** @type {const} */ (["from", "to", "province", "view"]);

/**
 * A map on a page that has this address, drawn; and what it tells the page.
 *
 * @param {string} [hash]
 */
async function open(hash = "") {
  const { entries } = addressBar(PAGE + hash);
  /** @type {EnforcementMap & { connectedCallback(): void, disconnectedCallback(): void }} */
  const map = new module.EnforcementMap();
  /** @type {unknown[]} */
  const told = [];
  for (const type of /** @type {const} */ ([
    "map-ready",
    "map-error",
    "province-select",
    "range-change",
  ])) {
    map.addEventListener(type, ({ detail }) =>
      told.push([type, detail, state(map), location.href]),
    );
  }
  const before = mounted.length;
  Object.assign(map, { isConnected: true });
  map.connectedCallback();
  while (mounted.length === before) await new Promise((done) => setTimeout(done, 1));
  const { tell } = mounted[mounted.length - 1];
  return { map, told, entries, tell };
}

/** @param {EnforcementMap} map */
const state = (map) => STATE.map((name) => map[name]);

// First, while nobody has opened one of them.
test("the code of the other views is fetched for those who open one, once, and tried again", async () => {
  const { map, tell } = await open();
  const count = () => fetched.filter((address) => /views/.test(address)).length;
  const codes = () => asked.filter(([name]) => name === "set_view_code").map(([, value]) => value);
  const settled = async (/** @type {number} */ wanted) => {
    for (let i = 0; i < 500 && codes().length < wanted; i++)
      await new Promise((done) => setTimeout(done, 1));
    return codes();
  };
  const [before, said] = [count(), warned.mock.callCount()];
  asked = [];
  viewsAreMissing = true;
  tell({ type: "view", detail: "table" });
  assert.deepEqual(await settled(1), [false]);
  assert.match(String(warned.mock.calls.at(-1)?.arguments[0]), /views.* status 404/);
  assert.equal(warned.mock.callCount(), said + 1);
  viewsAreMissing = false;
  tell({ type: "view", detail: "table" });
  assert.deepEqual(await settled(2), [false, true]);
  tell({ type: "view", detail: "country" });
  tell({ type: "view", detail: "table" });
  assert.deepEqual(await settled(3), [false, true, true]);
  assert.equal(count(), before + 2);
  map.disconnectedCallback();
});

test("the module is given the language, the messages and the data", async () => {
  const { map } = await open();
  const { lang, messages, sources, page } = mounted[mounted.length - 1];
  assert.deepEqual([lang, messages], ["en", {}]);
  assert.deepEqual(Object.keys(sources), ["provinces", "actions", "flows"]);
  assert.equal(new TextDecoder().decode(sources.actions?.bytes), CONTENT);
  assert.match(page.views.world, /\/embed\.world\.html$/);
  map.disconnectedCallback();
  assert.deepEqual(asked.at(-1), ["unmount"]);
});

test("what the reader chooses is in the property and in the address when the event comes", async () => {
  const { map, told, entries, tell } = await open();
  const chosen = { code: "KH24", name: "Pailin" };
  tell({ type: "province", detail: chosen });
  const href = `${PAGE}#province=KH24`;
  assert.deepEqual(told, [["province-select", chosen, [null, null, "KH24", null], href]]);
  const range = { from: "2026-01-01", to: null };
  tell({ type: "range", detail: range });
  assert.equal(entries.at(-1), `${PAGE}#from=2026-01-01&province=KH24`);
  tell({ type: "view", detail: "table" });
  tell({ type: "kinds", detail: "raid,arrest" });
  assert.equal(
    entries.at(-1),
    `${PAGE}#from=2026-01-01&province=KH24&without=raid%2Carrest&view=table`,
  );
  assert.equal(told.length, 2);
  map.disconnectedCallback();
});

test("events that a page fakes change nothing", async () => {
  const { map, entries } = await open();
  const before = [state(map), asked.length];
  const fake = (/** @type {string} */ type, /** @type {unknown} */ detail) =>
    map.dispatchEvent(new CustomEvent(type, { detail }));
  fake("province-select", { code: "KH24", name: "Pailin" });
  fake("range-change", { from: "2026-01-01", to: null });
  assert.deepEqual([state(map), asked.length], before);
  assert.deepEqual(entries, [PAGE]);
  map.disconnectedCallback();
});

test("both ends of a range go in at once", async () => {
  const { map } = await open("#from=2026-02-01&to=2026-01-01");
  // What was in the wrong order is exchanged, and said.
  assert.deepEqual(asked.slice(0, 2), [["announce"], ["set_range", "2026-01-01", "2026-02-01"]]);
  assert.ok(asked.some(([name]) => name === "say_corrected"));
  assert.equal(location.href, `${PAGE}#from=2026-01-01&to=2026-02-01`);
  const before = warned.mock.callCount();
  for (const [from, to] of [
    ["2025-01-01", "2025-12-31"],
    ["2026-01-19", "2026-01-21"],
  ]) {
    asked = [];
    await map.setRange(from, to);
    const ranges = asked.filter(([name]) => name === "set_range");
    assert.deepEqual(ranges, [["set_range", from, to]]);
  }
  assert.equal(warned.mock.callCount(), before);
  map.disconnectedCallback();
});

test("a value that the module refuses is forgotten, and taken out of the address", async () => {
  const { map, tell } = await open("#province=XX&view=world");
  assert.equal(map.province, "XX");
  tell({ type: "refused", detail: { attribute: "province", value: "XX" } });
  assert.equal(map.province, null);
  assert.match(
    String(warned.mock.calls.at(-1)?.arguments[0]),
    /"XX" is not a value of .*"province"/,
  );
  map.theme = "dark";
  assert.equal(location.href, `${PAGE}#view=world`);
  map.disconnectedCallback();
});

test("what is wrong with the data is said to the page and in the console", async () => {
  const { map, told, tell } = await open();
  const error = { message: "actions.csv, row 3: no date", source: "actions.csv" };
  tell({ type: "error", detail: error });
  assert.deepEqual(told, [["map-error", error, [null, null, null, null], PAGE]]);
  // In the console at the end of the task, with others like it.
  await Promise.resolve();
  assert.equal(warned.mock.calls.at(-1)?.arguments[0], `enforcement-map: ${error.message}`);
  map.disconnectedCallback();
});

test("when the map is drawn, there is a mark", async () => {
  const { map, told, tell } = await open();
  tell({ type: "ready" });
  assert.deepEqual(told, [["map-ready", null, [null, null, null, null], PAGE]]);
  assert.equal(performance.getEntriesByName("map-drawn").length, 1);
  map.disconnectedCallback();
});

test("what the small module cannot read is drawn by the one for sheets, and told once", async () => {
  const { map } = await open();
  asked = [];
  const count = mounted.length;
  map.heading = "needs sheets";
  while (mounted.length === count) await new Promise((done) => setTimeout(done, 1));
  // The widget that could not read them is gone before the other one comes: it told nothing.
  await new Promise((done) => setTimeout(done, 1));
  const calls = asked.map(([name]) => name);
  assert.equal(calls.filter((name) => name === "announce").length, 1);
  map.disconnectedCallback();
});

test("living data are read again while the page is seen, and new records are counted", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const wait = async (/** @type {number} */ seconds) => {
    mock.timers.tick(seconds * 1000);
    for (let i = 0; i < 50; i++) {
      await new Promise((done) => setImmediate(done));
      mock.timers.tick(1);
    }
  };
  let sheet = "one";
  served = (address) => new Response(address.endsWith(".json") ? sheet : CONTENT);
  widget.ids = "a";
  addressBar(PAGE);
  const map = new module.EnforcementMap();
  map.actions = "https://example.org/actions.json";
  map.refresh = "1";
  map.province = "KH24";
  Object.assign(map, { isConnected: true });
  const before = mounted.length;
  map.connectedCallback();
  await wait(1);
  assert.equal(mounted.length, before + 1);
  const fresh = () => asked.filter(([name]) => name === "say_fresh").map((all) => all[3]);
  assert.deepEqual(fresh(), [0]);
  // Not more often than once a minute.
  await wait(30);
  assert.deepEqual(fresh(), [0]);
  await wait(40);
  assert.deepEqual(fresh(), [0, 0]);
  assert.equal(mounted.length, before + 1);
  // What is new is drawn with what was chosen.
  sheet = "two";
  widget.ids = "a\nb\nc";
  await wait(61);
  assert.equal(mounted.length, before + 2);
  assert.deepEqual(fresh().at(-1), 2);
  assert.ok(
    asked.some(([name, what, value]) => name === "set" && what === "province" && value === "KH24"),
  );
  // A page to sign in, and no answer at all, change nothing.
  sheet = "three";
  widget.lacks_file = true;
  asked = [];
  await wait(61);
  assert.equal(asked.filter(([name]) => name === "set").length, 0);
  assert.deepEqual(fresh().at(-1), undefined);
  assert.equal(fresh().length, 1);
  widget.lacks_file = false;
  // Nothing is read while nobody sees the page.
  Object.assign(document, { hidden: true });
  const count = mounted.length;
  sheet = "four";
  await wait(300);
  assert.equal(mounted.length, count);
  Object.assign(document, { hidden: false });
  document.dispatchEvent(new Event("visibilitychange"));
  await wait(1);
  assert.equal(mounted.length, count + 1);
  map.disconnectedCallback();
  sheet = "five";
  await wait(300);
  assert.equal(mounted.length, count + 1);
  mock.timers.reset();
  served = () => new Response(CONTENT);
});
