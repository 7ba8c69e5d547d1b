import assert from "node:assert/strict";
import { test } from "node:test";
import { fillPage, pinScripts } from "../../../www/build/render.mjs";

const PAGE = `<!doctype html><html lang="en"><title>Map</title><!--head-->
<enforcement-map><!--enforcement-map--></enforcement-map>
<script type="module" src="frame.js"></script><script type="module" src="enforcement-map.js"></script>`;
/** @type {import("../../../www/build/render.mjs").Fill} */
const FILL = {
  lang: "fr",
  view: "world",
  title: "$1 & more",
  head: "<style>",
  map: "<svg>",
  hints: "<link>",
};

test("a page is filled", () => {
  assert.equal(
    fillPage(PAGE, FILL),
    `<!doctype html><html lang="fr"><title>$1 & more</title><style>
<enforcement-map view="world"><svg></enforcement-map>
<link><script type="module" src="frame.js"></script><script type="module" src="enforcement-map.js"></script>`,
  );
});

test("the view of the country and the page's own title are not written", () => {
  const html = fillPage(PAGE, { ...FILL, view: "country", title: undefined });
  assert.ok(html.includes("<enforcement-map><svg>") && html.includes("<title>Map</title>"));
});

test("a page without a place for the map is an error", () => {
  const other = PAGE.replace("<!--enforcement-map-->", "");
  assert.throws(() => fillPage(other, FILL), /the page lacks <!--enforcement-map-->/);
});

test("scripts are named with what they must be", () => {
  const html = pinScripts(PAGE, {
    "frame.js": ["assets/frame.0123.js", "AAAA="],
    "enforcement-map.js": ["enforcement-map.js", "BBBB="],
  });
  assert.ok(html.includes('src="assets/frame.0123.js" integrity="sha256-AAAA="'));
  assert.ok(html.includes('src="enforcement-map.js" integrity="sha256-BBBB="'));
});
