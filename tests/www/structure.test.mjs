// The folders of src/ stand in the order in which data travel, and none looks back at a later one;
// nor do the modules of src/load/ and src/view/.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * The modules of a folder of src/, from the ground up: each may look at those in the lines before
 * its own, and at nothing else. (`cli` is the command, which takes the rest as a library.)
 *
 * @type {Record<string, string[][]>}
 */
const ORDER = {
  "": [["model"], ["load", "query", "map"], ["view"], ["embed"], ["cli"]],
  load: [
    ["mode", "source"],
    ["diagnostic"],
    ["text"],
    ["columns"],
    ["fields"],
    ["decode"],
    ["read"],
    ["check"],
    ["layers"],
    ["validator"],
  ],
  view: [
    ["dom", "languages", "messages"],
    ["format"],
    ["state"],
    ["svg"],
    ["records"],
    ["interaction"],
    ["country", "notices", "status", "table", "timeline", "view_switch", "world"],
    ["lazy"],
    ["widget"],
    ["still"],
  ],
};

/** @typedef {{ file: string, path: string[], text: string }} Module `path` as `["load", "text"]` */

/**
 * The files of a folder of src/, each with the path of its module.
 *
 * @param {string} folder
 * @returns {Module[]}
 */
function modules(folder) {
  const root = join(project, "src");
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return paths
    .map((path) => join(folder, path).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".rs"))
    .map((path) => ({
      file: `src/${path}`,
      path: path
        .replace(/(\/?mod)?\.rs$/, "")
        .split("/")
        .filter(Boolean),
      text: code(join(root, path)),
    }));
}

/** The code of a file without comments; no path of a module is in its texts. @param {string} file */
const code = (file) => readFileSync(file, "utf8").replace(/\/\/.*$/gm, "");

/**
 * The paths in a tree of `use`: `a::{b, c::{d}}` is `a::b` and `a::c::d`.
 *
 * @param {string} tree
 * @param {string[]} [before]
 * @returns {string[][]}
 */
function leaves(tree, before = []) {
  const open = tree.indexOf("{");
  const head = (open < 0 ? tree : tree.slice(0, open)).split("::").map((part) => part.trim());
  const path = [...before, ...head.filter(Boolean).map((part) => part.split(/\s+as\s+/)[0])];
  if (open < 0) return [path];
  const inner = tree.slice(open + 1, tree.lastIndexOf("}"));
  let depth = 0;
  let start = 0;
  const branches = [];
  for (let i = 0; i <= inner.length; i++) {
    if (inner[i] === "{") depth += 1;
    if (inner[i] === "}") depth -= 1;
    if (i < inner.length && !(inner[i] === "," && depth === 0)) continue;
    branches.push(inner.slice(start, i).trim());
    start = i + 1;
  }
  return branches.filter(Boolean).flatMap((branch) => leaves(branch, path));
}

/**
 * Every path of this crate that a file names, from its root on.
 *
 * @param {Module} module
 * @returns {string[][]}
 */
function imports({ path, text }) {
  const uses = [...text.matchAll(/\buse\s+([^;]+);/g)].flatMap(([, tree]) => leaves(tree));
  const rest = text.replace(/\buse\s+[^;]+;/g, "");
  const inline = [...rest.matchAll(/\b(?:crate|super|self)(?:::\w+)+/g)];
  return [...uses, ...inline.map(([whole]) => whole.split("::"))].flatMap((found) => {
    const [first, ...after] = found;
    if (first === "crate") return [after];
    if (first !== "super" && first !== "self") return [];
    const ups = found.findIndex((part) => part !== "super");
    // `super` in a module of tests within the file stays in the file.
    const up = path.slice(0, path.length - Math.max(ups, 0));
    return [[...up, ...found.slice(ups < 0 ? found.length : ups).filter((one) => one !== "self")]];
  });
}

for (const [folder, bands] of Object.entries(ORDER)) {
  const depth = folder ? 1 : 0;
  const names = bands.flat();
  /** @param {string} name */
  const band = (name) => bands.findIndex((found) => found.includes(name));
  // `lib.rs`, `main.rs` and `mod.rs` put all of them together.
  // The crate's roots and its build script are above or apart from all of it.
  const found = modules(folder).filter(
    ({ path }) => !["lib", "main", "build"].includes(path[depth] ?? "lib"),
  );

  test(`no module of src/${folder} looks back`, () => {
    const back = found.flatMap((module) => {
      const name = module.path[depth];
      return imports(module)
        .filter((path) => !folder || path[0] === folder)
        .map((path) => path[depth])
        .filter((other) => names.includes(other) && other !== name && band(other) >= band(name))
        .map((other) => `${module.file} uses ${other}`);
    });
    assert.deepEqual(back, []);
  });

  test(`each module of src/${folder} has its place in the order above`, () => {
    const there = new Set(found.map(({ path }) => path[depth]));
    assert.deepEqual([...there].sort(), names.sort());
  });
}

// Without it, a wrong pattern would pass all of the above.
test("imports are found", () => {
  const all = modules("view").flatMap((module) => imports(module).map(([room]) => room));
  for (const room of ["model", "load", "query", "map"]) assert.ok(all.includes(room), room);
  assert.deepEqual(leaves("a::{self, b, c::{d, e as f}}"), [
    ["a", "self"],
    ["a", "b"],
    ["a", "c", "d"],
    ["a", "c", "e"],
  ]);
});
