// The files of a build: what it reads from the project, and what it writes.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @import { BuiltFile } from "virtual:manifest" */

/**
 * @typedef {object} Build
 * @property {string} project folder of the project
 * @property {string} out folder that the build is written into
 * @property {boolean} release
 */

/**
 * The text of a file of the project.
 *
 * @param {Build} build
 * @param {string[]} path
 */
export const text = ({ project }, ...path) => readFileSync(join(project, ...path), "utf8");

/** @param {string | Buffer} content */
export const sha256 = (content) => createHash("sha256").update(content).digest();

/**
 * Writes a file into `assets/` with a hash of its content in its name.
 *
 * @param {Build} build
 * @param {string} name
 * @param {string} extension
 * @param {string | Buffer} content
 * @returns {BuiltFile} its address and the whole hash, in Base64
 */
export function asset({ out }, name, extension, content) {
  const sum = sha256(content);
  const address = `assets/${name}.${sum.toString("hex").slice(0, 10)}.${extension}`;
  writeFileSync(join(out, address), content);
  return [address, sum.toString("base64")];
}
