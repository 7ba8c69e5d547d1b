// A copy of a build that never changes, at an address made from its content: `v/<hash>/`.

import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Every file of a folder and those below it, without frozen copies, in one order everywhere.
 *
 * @param {string} folder
 */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !name.startsWith("v/") && statSync(join(folder, name)).isFile())
    .sort();

/** @param {string} path */
const digest = (path) => createHash("sha256").update(readFileSync(path)).digest("base64");

/**
 * What stands for a folder's content: a hash of the names and hashes of its files.
 *
 * @param {string} folder
 */
export function contentHash(folder) {
  const lines = filesOf(folder).map((name) => `${digest(join(folder, name))} ${name}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex").slice(0, 16);
}

/**
 * Writes the list by which others can check that each file is what was built (SRI, W3C).
 *
 * @param {string} folder
 */
export function writeIntegrity(folder) {
  const files = filesOf(folder).filter((name) => name !== "integrity.json");
  const sums = files.map((name) => [name, `sha256-${digest(join(folder, name))}`]);
  writeFileSync(
    join(folder, "integrity.json"),
    `${JSON.stringify(Object.fromEntries(sums), null, 1)}\n`,
  );
}

/**
 * Copies a folder into `v/<hash>/` in it.
 *
 * @param {string} folder
 * @returns {string} that name
 */
export function freeze(folder) {
  const name = `v/${contentHash(folder)}`;
  for (const file of filesOf(folder)) cpSync(join(folder, file), join(folder, name, file));
  return name;
}
