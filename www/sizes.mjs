// What the files of a folder weigh: as they are, and as servers send them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** @param {Uint8Array} bytes */
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** @typedef {{ file: string, raw: number, brotli: number }} Size in bytes */

/**
 * What every file of a folder and those below it weighs, but those of a frozen copy, which weigh
 * what the originals weigh.
 *
 * @param {string} folder
 * @returns {Size[]}
 */
export function sizes(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(folder, "v/")))
    .sort()
    .map((path) => {
      const bytes = readFileSync(path);
      return { file: path.slice(folder.length + 1), raw: bytes.length, brotli: brotli(bytes) };
    });
}

/**
 * The names of all that a reader of `embed.html` gets without opening anything else, but the page.
 *
 * @param {string} folder
 * @param {Size[]} files
 */
export function embedFiles(folder, files) {
  const page = readFileSync(join(folder, "embed.html"), "utf8");
  const named = [...page.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, address]) => address);
  const style = files.filter(({ file }) => /^assets\/style\./.test(file)).map(({ file }) => file);
  return ["enforcement-map.js", ...style, ...named.filter((name) => name.startsWith("assets/"))];
}

/**
 * The same as a table.
 *
 * @param {Size[]} rows
 */
export function table(rows) {
  /** @param {number} value */
  const number = (value) => value.toLocaleString("en").padStart(10);
  /** @param {Size} size */
  const line = ({ file, raw, brotli }) => `${number(raw)} ${number(brotli)}  ${file}`;
  return [`${"bytes".padStart(10)} ${"brotli 11".padStart(10)}`, ...rows.map(line)].join("\n");
}
