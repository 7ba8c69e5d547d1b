// What both modules are made by: the glue between WebAssembly and JavaScript.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** @typedef {{ wasm: Buffer, glue: string }} CompiledModule */

export const TARGET = "wasm32-unknown-unknown";

/**
 * The profile of cargo, and the folder in which it leaves what it made.
 *
 * @param {boolean} release
 */
export const profile = (release) =>
  release ? { name: "widget", folder: "widget" } : { name: "dev", folder: "debug" };

/**
 * Where cargo leaves the module.
 *
 * @param {string} target folder
 * @param {boolean} release
 */
export const moduleFile = (target, release) =>
  join(target, TARGET, profile(release).folder, "enforcement_map.wasm");

/**
 * The module with its glue.
 *
 * @param {string} wasm path of what the linker made
 * @param {string} name of the files
 * @param {string} out folder for them
 * @param {string[]} [options]
 * @returns {Promise<CompiledModule>}
 */
export async function bindgen(wasm, name, out, options = []) {
  await promisify(execFile)("wasm-bindgen", [
    ...["--target", "web", "--no-typescript", ...options],
    ...["--out-name", name, "--out-dir", out, wasm],
  ]);
  return {
    wasm: readFileSync(join(out, `${name}_bg.wasm`)),
    glue: readFileSync(join(out, `${name}.js`), "utf8"),
  };
}
