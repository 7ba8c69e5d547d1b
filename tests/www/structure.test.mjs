// The folders of src/ stand in the order in which data travel, and none looks back at a later one.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Which folders of src/ a folder may look at, besides itself. `cli` is the command, a crate of its
 * own, which takes the rest as a library. */
const FOLDERS = {
  model: [],
  load: ["model"],
  query: ["model"],
  map: ["model"],
  view: ["model", "load", "query", "map"],
  embed: ["model", "load", "query", "map", "view"],
  cli: [],
};

/** The same within src/load/; its files beside the folders, such as mod.rs, may look at all. What
 * mod.rs defines itself may be used everywhere. */
const LOAD = {
  diagnostic: [],
  text: ["diagnostic"],
  decode: ["diagnostic", "text"],
  read: ["diagnostic", "text", "decode"],
  check: ["diagnostic", "text", "decode", "read"],
};

/** The files of a folder of src/, each as the path of its module: `["load", "decode", "cells"]`. */
function modules(folder) {
  const root = join(project, "src");
  const paths = readdirSync(join(root, folder), { recursive: true }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  return paths
    .filter((path) => path.endsWith(".rs"))
    .map((path) => {
      const parts = [...folder.split("/"), ...path.replace(/(\/?mod)?\.rs$/, "").split("/")];
      const file = join(root, folder, path);
      return { file: `src/${folder}/${path}`, path: parts.filter(Boolean), text: code(file) };
    });
}

/** The code of a file without comments. Its texts stay: no path of a module is in them. */
const code = (file) => readFileSync(file, "utf8").replace(/\/\/.*$/gm, "");

/** The paths in a tree of `use`: `a::{b, c::{d}}` is `a::b` and `a::c::d`. */
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

/** Every path of this crate that a file names, from its root on. */
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

for (const [folder, allowed] of Object.entries(FOLDERS)) {
  test(`src/${folder} looks at ${allowed.join(", ") || "nothing"}`, () => {
    const found = modules(folder).flatMap((module) =>
      imports(module)
        .map(([room]) => room)
        .filter((room) => room in FOLDERS && room !== folder && !allowed.includes(room))
        .map((room) => `${module.file} uses ${room}`),
    );
    assert.deepEqual(found, []);
  });
}

for (const [folder, allowed] of Object.entries(LOAD)) {
  test(`src/load/${folder} looks at ${allowed.join(", ") || "nothing"}`, () => {
    const found = modules(`load/${folder}`).flatMap((module) =>
      imports(module)
        .filter(([room, name]) => room === "load" && name in LOAD)
        .filter(([, name]) => name !== folder && !allowed.includes(name))
        .map(([, name]) => `${module.file} uses load::${name}`),
    );
    assert.deepEqual(found, []);
  });
}

// Without it, an empty folder or a wrong pattern would pass all of the above.
test("imports are found", () => {
  const all = modules("view").flatMap((module) => imports(module).map(([room]) => room));
  for (const room of FOLDERS.view) assert.ok(all.includes(room), room);
  assert.deepEqual(leaves("a::{self, b, c::{d, e as f}}"), [
    ["a", "self"],
    ["a", "b"],
    ["a", "c", "d"],
    ["a", "c", "e"],
  ]);
});
