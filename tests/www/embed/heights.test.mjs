// The table of heights has every page that `embed.js` can show.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { languages, views } from "../../../www/types/generated/names.js";

const file = new URL("../../../www/embed/heights.json", import.meta.url);
const { widths, ...heights } = JSON.parse(readFileSync(file, "utf8"));

test("each language and view is measured at each width", () => {
  const advice = "make check-pages-chromium measures it: cp artefacts/heights.json www/embed/";
  assert.deepEqual(Object.keys(heights).sort(), [...languages].sort(), advice);
  for (const lang of languages) {
    assert.deepEqual(Object.keys(heights[lang]).sort(), [...views].sort(), `${lang}: ${advice}`);
    for (const view of views) {
      assert.equal(heights[lang][view].length, widths.length, `${lang}, ${view}: ${advice}`);
    }
  }
});
