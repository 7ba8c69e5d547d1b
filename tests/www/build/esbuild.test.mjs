import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { bundleScript, minified, stripModuleUrl } from "../../../www/build/esbuild.mjs";

const folder = mkdtempSync(join(tmpdir(), "scripts-"));
after(() => rmSync(folder, { recursive: true }));
/** @param {string} text */
const script = (text) => {
  const path = join(folder, "script.js");
  writeFileSync(path, text);
  return path;
};

test("the glue does not name the module", () => {
  const glue = "if (x) y = new URL('enforcement-map_bg.wasm', import.meta.url);";
  assert.equal(stripModuleUrl(glue), "if (x) y = undefined;");
});

test("glue of another shape is an error", () => {
  assert.throws(() => stripModuleUrl("y = fetch('module.wasm')"), /does not name the module/);
});

test("style sheets and scripts become smaller, or stay readable", async () => {
  const css = "a {\n  color: #ff0000;\n}\n";
  assert.equal(await minified(css, true), "a{color:red}");
  assert.match(await minified(css, false), /\n {2}color/);
  const script = await minified("let long = 1;\nexport { long };", true, "js");
  assert.match(script, /^let (\w)=1;export\{\1 as long\};$/);
});

test("a script has in it what it imports, what no file holds, and the constants that it names", async () => {
  writeFileSync(join(folder, "style.css"), "a { color: #ff0000 }");
  const file = script(`
    import { MANIFEST } from "virtual:manifest";
    import start from "virtual:glue";
    import style from "./style.css";
    import { check } from "../enforcement-map.js";
    export const all = [MANIFEST.pages, start, style, check, TITLE];`);
  const put = { TITLE: "enforcement-map", TITLES: ["never named"] };
  const glue = "export default new URL('a_bg.wasm', import.meta.url);";
  const text = await bundleScript(file, { minify: true, put, manifest: "{ pages: true }", glue });
  for (const part of ['"enforcement-map"', "a{color:red}", "pages:!0", '"../enforcement-map.js"']) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
  assert.ok(!text.includes("_bg.wasm") && !text.includes("never named"), text);
});
