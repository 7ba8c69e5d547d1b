import assert from "node:assert/strict";
import { test } from "node:test";
import { push, read, replace, shareUrl } from "../../../www/element/url-state.js";
import { addressBar, define } from "../page.mjs";

const PAGE = "https://example.org/article?a=1";
let now = 0;
define({ performance: { now: () => now } });

test("the fragment says what was chosen", () => {
  addressBar(`${PAGE}#from=2026-01-01&to=2026-01-31&province=KH24&without=raid%2Carrest`);
  const expected = {
    from: "2026-01-01",
    to: "2026-01-31",
    province: "KH24",
    without: "raid,arrest",
  };
  assert.deepEqual(read(), expected);
});

test("a page without a fragment asks for nothing", () => {
  addressBar(PAGE);
  assert.deepEqual(read(), {});
});

test("a fragment of the page's own stays its own", () => {
  for (const hash of ["#chapter-2", "#from", "#from=2026-01-01&page=2", "#/route?from=1"]) {
    const { entries } = addressBar(PAGE + hash);
    assert.equal(read(), undefined, hash);
    push("view", { view: "world" });
    assert.deepEqual(entries, [PAGE + hash]);
  }
});

test("a link has what was chosen, in one order", () => {
  addressBar(`${PAGE}#view=table`);
  const link = shareUrl({ view: "world", province: null, lang: "", from: "2026-01-01" });
  assert.equal(link, `${PAGE}#from=2026-01-01&view=world`);
});

test("what was chosen is a step that one can go back; several of one kind in a row are one", () => {
  const { entries, history } = addressBar(PAGE);
  now = 10_000;
  push("from", { from: "2026-01-01" });
  now += 500;
  push("from", { from: "2026-01-02" });
  now += 500;
  push("view", { from: "2026-01-02", view: "world" });
  now += 2000;
  push("view", { from: "2026-01-02", view: "table" });
  push("view", { from: "2026-01-02", view: "table" });
  assert.deepEqual(entries, [
    PAGE,
    `${PAGE}#from=2026-01-02`,
    `${PAGE}#from=2026-01-02&view=world`,
    `${PAGE}#from=2026-01-02&view=table`,
  ]);
  assert.deepEqual(history.state, { of: "the page" });
});

test("a link to a province's part of the page gives way", () => {
  const { entries } = addressBar(`${PAGE}#em-KH24`);
  now += 2000;
  push("view", { view: "world" });
  assert.deepEqual(entries, [`${PAGE}#em-KH24`, `${PAGE}#view=world`]);
});

test("a corrected address adds no history entry", () => {
  const { entries } = addressBar(`${PAGE}#province=XX&view=world`);
  replace({ view: "world" });
  assert.deepEqual(entries, [`${PAGE}#view=world`]);
});

test("a frame that may not write its address goes on", () => {
  addressBar(PAGE);
  const refuse = () => {
    throw new Error("SecurityError");
  };
  define({ history: { state: null, pushState: refuse, replaceState: refuse } });
  push("province", { province: "KH24" });
  replace({});
});
