import assert from "node:assert/strict";
import { test } from "node:test";
import { define } from "../page.mjs";

const { setAttributes } = await import("../../../www/frame/attributes.js");

/**
 * What a page's map has after an address.
 *
 * @param {string} query
 */
function after(query) {
  /** @type {Record<string, string>} */
  const attributes = {};
  let isPrerendered = true;
  const map = {
    get lang() {
      return attributes.lang ?? "";
    },
    hasAttribute: (/** @type {string} */ name) => name in attributes,
    getAttribute: (/** @type {string} */ name) => attributes[name] ?? null,
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => {
      attributes[name] = value;
    },
    querySelector: (/** @type {string} */ selector) =>
      selector === ".em"
        ? {
            setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => {
              attributes[`.em ${name}`] = value;
            },
            classList: {
              remove: (/** @type {string} */ name) => {
                attributes[`.em without ${name}`] = "";
              },
            },
          }
        : {
            remove: () => {
              isPrerendered = false;
            },
          },
  };
  const documentElement = { lang: "en" };
  define({ document: { documentElement, querySelector: () => map } });
  setAttributes(new URLSearchParams(query));
  return { attributes, isPrerendered, lang: documentElement.lang };
}

test("attributes are set, and nothing else is", () => {
  const { attributes, isPrerendered } = after(
    "province=KH24&utm_source=letter&onclick=1&view=table",
  );
  assert.deepEqual(attributes, { province: "KH24", view: "table" });
  assert.equal(isPrerendered, true);
});

test("other data take the prerendered map away", () => {
  assert.equal(after("actions=https://example.org/a.csv").isPrerendered, false);
  assert.equal(after("flows=").isPrerendered, false);
});

test("a theme and a layout are seen at once", () => {
  assert.deepEqual(after("theme=dark").attributes, { theme: "dark", ".em data-theme": "dark" });
  const full = { layout: "full", ".em without em-compact": "" };
  assert.deepEqual(after("layout=full").attributes, full);
  assert.deepEqual(after("layout=compact").attributes, { layout: "compact" });
});

test("the page has the map's language, if there are texts in it", () => {
  assert.equal(after("lang=fr-CA").lang, "fr");
  assert.equal(after("lang=tlh").lang, "en");
});

test("of a parameter that is there twice, the first that can be read counts", () => {
  const { attributes } = after(
    "from=2026-01-01&to=2026-01-31&theme=dark&utm_source=x&from=singlemessage&to=2027-01-01&theme=light",
  );
  assert.equal(attributes.from, "2026-01-01");
  assert.equal(attributes.to, "2026-01-31");
  assert.equal(attributes.theme, "dark");
  const late = after("from=share&from=2026-01-01&view=app&view=world").attributes;
  assert.deepEqual([late.from, late.view], ["2026-01-01", "world"]);
});
