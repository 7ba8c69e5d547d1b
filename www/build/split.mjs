// Splits the small module: the views that few readers open become a file of their own (code splitting).
// The point is in src/embed/split.rs; what is reached from there alone goes into that file.

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { bindgen, moduleFile } from "./bindgen.mjs";

/**
 * The small module in two parts, of what Trunk has had compiled, and the glue of the first.
 *
 * @param {string} project
 * @param {boolean} release
 */
export async function split(project, release) {
  const target = join(project, "target");
  const parts = join(target, "split");
  rmSync(parts, { recursive: true, force: true });
  mkdirSync(parts, { recursive: true });
  await promisify(execFile)("wasm-split-cli", [moduleFile(target, release), parts]);
  return {
    // The table of functions is what both parts reach each other by.
    module: await bindgen(join(parts, "main.wasm"), "small", parts, ["--keep-lld-exports"]),
    views: readFileSync(join(parts, "split_views.wasm")),
  };
}
