// Splits the small module: the views that few readers open become a file of their own (code splitting).
// The point is in src/embed/split.rs; what is reached from there alone goes into that file.

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const TARGET = "wasm32-unknown-unknown";

/**
 * The small module in two parts, of what Trunk has had compiled, and the glue of the first.
 *
 * @param {string} project
 * @param {boolean} release
 */
export async function split(project, release) {
  const target = join(project, "target");
  const folder = release ? "widget" : "debug";
  const compiled = join(target, TARGET, folder, "enforcement_map.wasm");
  const parts = join(target, "split");
  rmSync(parts, { recursive: true, force: true });
  mkdirSync(parts, { recursive: true });
  /** @param {string} tool @param {string[]} args */
  const run = (tool, args) => promisify(execFile)(tool, args, { cwd: project });
  await run("wasm-split-cli", [compiled, parts]);
  await run("wasm-bindgen", [
    // The table of functions is what both parts reach each other by.
    ...["--keep-lld-exports", "--target", "web", "--no-typescript"],
    ...["--out-name", "small", "--out-dir", parts],
    join(parts, "main.wasm"),
  ]);
  /** @param {string} name */
  const file = (name) => readFileSync(join(parts, name));
  return {
    module: { wasm: file("small_bg.wasm"), glue: file("small.js").toString() },
    views: file("split_views.wasm"),
  };
}
