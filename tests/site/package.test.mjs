// The npm package, as somebody finds it who installs it.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { check, install, PROGRAM } from "./consumer.mjs";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = mkdtempSync(join(tmpdir(), "package-"));
after(() => rmSync(folder, { recursive: true }));
const place = install(folder);
/** @param {string[]} path */
const text = (...path) => readFileSync(join(place, ...path), "utf8");

test("all that package.json names is there, and all that the element fetches", () => {
  const about = JSON.parse(text("package.json"));
  const named = [
    about.types,
    about.customElements,
    ...Object.values(about.exports["."]),
    about.exports["./custom-elements.json"],
  ];
  for (const file of named) assert.ok(existsSync(join(place, file)), file);
  const fetched = [
    ...text("enforcement-map.js").matchAll(
      /new URL\(["`']\.\/(assets\/[^"`']+)["`'],\s*import\.meta\.url\)/g,
    ),
  ];
  assert.ok(fetched.length > 20, `${fetched.length} files`);
  for (const [, file] of fetched) assert.ok(existsSync(join(place, file)), file);
  assert.deepEqual(
    readdirSync(join(place, "assets")).sort(),
    [...new Set(fetched.map(([, file]) => file.slice(7)))].sort(),
  );
});

test("it can be loaded on a server, where there are no elements", async () => {
  const { EnforcementMap } = await import(pathToFileURL(join(place, "enforcement-map.js")).href);
  assert.equal(typeof EnforcementMap, "function");
});

test("the types hold, and hold back", () => {
  assert.deepEqual(check(folder, "good.ts", PROGRAM), []);
  const wrong = [
    'document.querySelector("enforcement-map")!.theme = "pink";',
    'document.querySelector("enforcement-map")!.setRange(2026, null);',
    'document.querySelector("enforcement-map")!.actions = { type: "Feature" };',
    'document.querySelector("enforcement-map")!.addEventListener("range-change", (e) => e.detail.code);',
  ];
  for (const line of wrong) {
    const said = check(folder, "wrong.ts", `import "enforcement-map";\n${line}`);
    assert.equal(said.length, 1, `${line}: ${said}`);
  }
});

test("custom-elements.json is a custom elements manifest", () => {
  // The types of its schema leave out a field's attribute, which its text and tools have.
  const manifest = JSON.parse(text("custom-elements.json"), (key, value) =>
    key === "attribute" ? undefined : value,
  );
  const types = pathToFileURL(
    join(project, "node_modules", "custom-elements-manifest", "schema.d.ts"),
  ).pathname;
  /** @param {unknown} json */
  const program = (json) =>
    `import type { Package } from "${types.replace(/\.d\.ts$/, "")}";\nexport const it: Package = ${JSON.stringify(json)};`;
  assert.deepEqual(check(folder, "manifest.ts", program(manifest)), []);
  const other = { ...manifest, modules: [{ ...manifest.modules[0], kind: "nonsense" }] };
  assert.notDeepEqual(check(folder, "manifest.ts", program(other)), []);
});
