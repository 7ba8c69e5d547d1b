// The first step of a build: both modules with their glue, and the native command.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { prune, pruneSplit } from "../prune.mjs";
import { large } from "./large.mjs";
import { split } from "./split.mjs";

/** @import { CompiledModule } from "./bindgen.mjs" */
/** @import { Build } from "./files.mjs" */

/**
 * @typedef {object} Compiled
 * @property {string} program path of the native command
 * @property {{ types: string, manifest: string }} api of the element, in the forms that are shipped
 * @property {CompiledModule} small the module that every reader downloads
 * @property {Buffer} views what of it few readers need
 * @property {CompiledModule} sheets the module that reads more than the usual GeoJSON
 */

/**
 * Takes away a file that Trunk made.
 *
 * @param {string} out
 * @param {string} extension
 */
function discard(out, extension) {
  const name = readdirSync(out).find((file) => file.endsWith(extension));
  if (!name) throw new Error(`Trunk made no ${extension} file`);
  rmSync(join(out, name));
}

/**
 * The native command, which renders the map as HTML; compiled without the switches that make the
 * module small.
 *
 * @param {string} project
 * @returns {string}
 */
function command(project) {
  const special = /^(RUSTC_BOOTSTRAP|CARGO_UNSTABLE_.*)$/;
  const plain = Object.entries(process.env).filter(([name]) => !special.test(name));
  const report = execFileSync(
    "cargo",
    ["build", "--quiet", "--features", "cli", "--bin", "enforcement-map", "--message-format=json"],
    {
      cwd: project,
      env: Object.fromEntries(plain),
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 1 << 28,
    },
  );
  const messages = report
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return messages.find(({ executable }) => executable).executable;
}

/**
 * Compiles what Trunk has not, and takes over what it has.
 *
 * @param {Build} build
 * @returns {Promise<Compiled>}
 */
export async function compile({ project, out, release }) {
  const program = command(project);
  /** @param {string} form */
  const api = (form) => execFileSync(program, ["api", form]).toString();
  // What Trunk made of the small module is one piece.
  for (const extension of [".wasm", ".js"]) discard(out, extension);
  // The one is made small while the other is compiled.
  const [{ module: small, views }, sheets] = await Promise.all([
    split(project, release).then((parts) => (release ? pruneSplit(parts) : parts)),
    large(project, release).then((module) => (release ? prune(module) : module)),
  ]);
  const names = readFileSync(join(project, "www", "types", "generated", "names.js"), "utf8");
  if (names !== api("names")) {
    throw new Error("www/types/generated/names.js is not what the code says; make schema");
  }
  return {
    program,
    api: { types: api("types"), manifest: api("manifest") },
    small,
    views,
    sheets,
  };
}
