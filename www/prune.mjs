// Takes out of the module and its glue what nothing can reach.
//
// Leptos brings wasm-streams along, whose classes wasm-bindgen exports; that keeps them and all
// that they use alive, though nothing on a page asks for them. Without their exports, wasm-metadce
// finds what is dead, and wasm-opt makes the rest small.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const UNUSED = /intounderlying/i;

// Judged by compressed size: plain -Oz, and more passes, make a larger download. The lowest kilobyte of
// memory is the last of the stack, at which nothing points (`--low-memory-unused`). By name, functions
// that were made from the same source for several types lie side by side, which compresses well.
const LEFT_OUT = ["local-cse", "simplify-locals", "code-folding", "code-pushing"];
const SMALL = [
  ...["-Os", "--one-caller-inline-max-function-size=20", "--converge", "--low-memory-unused"],
  ...LEFT_OUT.map((pass) => `--skip-pass=${pass}`),
  "--reorder-functions-by-name",
];

/** The name under which a part of a split module imports the rest. */
const SPLIT = "__wasm_split";
/** Exports for that part alone: of the splitter, and those that the linker makes. */
const SHARED = /^__(wasm_split|indirect_function_table$|heap_base$|data_end$|stack_)/;

/** @import { CompiledModule } from "./build/bindgen.mjs" */

/**
 * The same module and glue with less in both.
 *
 * @param {CompiledModule} module
 * @param {(name: string) => boolean} [isUsed] whether something beside the glue asks for an export
 */
export async function prune({ wasm, glue }, isUsed = () => true) {
  const module = await optimised(wasm, (name) => !UNUSED.test(name) && isUsed(name));
  const needed = WebAssembly.Module.imports(parsed(module))
    .filter(({ module }) => module !== SPLIT)
    .map(({ name }) => name);
  return { wasm: module, glue: withoutImports(withoutClasses(glue), needed) };
}

/**
 * The same for a module in two parts: the first keeps what the second asks it for.
 *
 * @param {{ module: CompiledModule, views: Buffer }} parts
 */
export async function pruneSplit({ module, views }) {
  const small = await optimised(views, () => true);
  const names = WebAssembly.Module.imports(parsed(small)).map(({ name }) => name);
  const first = await prune(module, (name) => !SHARED.test(name) || names.includes(name));
  return { module: first, views: small };
}

/** @param {Buffer} wasm */
const parsed = (wasm) => new WebAssembly.Module(/** @type {Uint8Array<ArrayBuffer>} */ (wasm));

/**
 * @param {Buffer} wasm
 * @param {(name: string) => boolean} isUsed
 */
async function optimised(wasm, isUsed) {
  const folder = mkdtempSync(join(tmpdir(), "module-"));
  /** @param {string} name */
  const file = (name) => join(folder, name);
  /** @param {string} tool @param {string[]} args */
  const run = (tool, args) => promisify(execFile)(tool, args);
  try {
    const exports = WebAssembly.Module.exports(parsed(wasm)).map(({ name }) => name);
    const used = exports.filter(isUsed);
    const graph = [
      { name: "page", root: true, reaches: used.map((name) => `export ${name}`) },
      ...used.map((name) => ({ name: `export ${name}`, export: name })),
    ];
    writeFileSync(file("whole.wasm"), wasm);
    writeFileSync(file("graph.json"), JSON.stringify(graph));
    await run("wasm-metadce", [
      "-g",
      file("whole.wasm"),
      "--graph-file",
      file("graph.json"),
      "-o",
      file("live.wasm"),
    ]);
    await run("wasm-opt", ["-g", ...SMALL, file("live.wasm"), "-o", file("named.wasm")]);
    await run("wasm-opt", [
      "--strip-producers",
      "--strip-target-features",
      file("named.wasm"),
      "-o",
      file("small.wasm"),
    ]);
    return readFileSync(file("small.wasm"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The glue without the classes that are not used.
 *
 * @param {string} glue
 * @throws {Error} where the glue has another shape than it used to
 */
export function withoutClasses(glue) {
  const part =
    /^(export class (\w+) \{[\s\S]*?^\}\n(if \(Symbol\.dispose\).*\n)?|const (\w+)Finalization = [\s\S]*?;\n)/gm;
  const rest = glue.replace(part, (whole, _, className, __, finalized) =>
    UNUSED.test(className ?? finalized) ? "" : whole,
  );
  if (UNUSED.test(rest)) throw new Error("the glue does not define its classes as it used to");
  return rest;
}

/**
 * The glue without the functions that the module does not import.
 *
 * @param {string} glue
 * @param {string[]} needed the names of those that it imports
 * @throws {Error} where the glue has another shape than it used to
 */
export function withoutImports(glue, needed) {
  // Functions that can throw end with `}, arguments); },`.
  const entry = /^ {8}(\w+): function\([^)]*\) \{[\s\S]*?^ {8}\}(?:, arguments\); \})?,\n/gm;
  const missing = new Set(needed);
  const rest = glue.replace(entry, (whole, name) => (missing.delete(name) ? whole : ""));
  if (missing.size > 0) {
    const names = [...missing].join(", ");
    throw new Error(`the glue does not define its imports as it used to: no ${names}`);
  }
  return rest;
}
