import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { codes, ownPage } from "../../../www/builder/code.js";
import { choose, set, state } from "../../../www/builder/state.js";

const SITE = { base: "https://maps.example/", addresses: {}, folder: false, height: 2000 };
const file = new File(["id\n1"], "mine.csv");
/** @type {Readonly<typeof state.settings>} */
const usual = { ...state.settings };

beforeEach(() => {
  choose({ provinces: undefined, actions: undefined, flows: undefined });
  Object.assign(state.settings, usual);
});

test("a map as it comes needs no settings", () => {
  assert.deepEqual(codes(SITE), {
    line: '<script src="https://maps.example/embed.js" data-lang="en" data-title="Map" data-height="2000"></script>',
    frame:
      '<iframe src="https://maps.example/embed.html?lang=en" title="Map" loading="lazy"' +
      ' allow="clipboard-write" style="width:100%;height:2000px;border:0"></iframe>',
    element:
      '<script type="module" src="https://maps.example/enforcement-map.js"></script>\n' +
      '<enforcement-map lang="en"></enforcement-map>',
  });
});

test("what an editor writes stays a text", () => {
  set("heading", '"><script>');
  for (const code of Object.values(codes(SITE))) {
    assert.ok(!code.includes('"><script>'), code);
  }
  assert.ok(codes(SITE).element.includes('heading="&quot;&gt;&lt;script&gt;"'));
});

test("one's own data are named, and there are no others", () => {
  choose({ actions: { file } });
  const unnamed = codes(SITE).element;
  assert.ok(unnamed.includes('actions="ADDRESS-OF-YOUR-ACTIONS-FILE" flows=""'), unnamed);
  assert.ok(!unnamed.includes("provinces"));
  const named = codes({ ...SITE, addresses: { actions: "https://data.example/a.csv" } });
  assert.ok(named.line.includes('data-actions="https://data.example/a.csv" data-flows=""'));
  assert.ok(named.frame.includes("?actions=https%3A%2F%2Fdata.example%2Fa.csv&amp;flows=&amp;"));
});

test("in a folder, a page there has the settings", () => {
  choose({ actions: { file } });
  set("view", "table");
  const addresses = { actions: "data/actions.csv" };
  const made = codes({ ...SITE, addresses, folder: true });
  assert.ok(made.frame.includes('src="https://maps.example/index.html"'));
  assert.ok(made.line.includes('data-page="index.html"') && !made.line.includes("data-view"));
  assert.ok(made.element.includes('actions="https://maps.example/data/actions.csv"'));
  const page = ownPage(addresses, "assets/frame.js");
  assert.ok(
    page.includes('<enforcement-map actions="data/actions.csv" flows="" lang="en" view="table">'),
  );
});

test("a width and a height are pixels where no unit is written", () => {
  set("width", "50%");
  set("height", " 700 ");
  const { line, frame } = codes(SITE);
  assert.ok(frame.includes("width:50%;height:700px;"), frame);
  assert.match(line, /^<div style="max-width:50%"><script .* data-height="700"><\/script><\/div>$/);
});
