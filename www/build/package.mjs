// The npm package: the element, its files and its types, for pages that a bundler makes.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @import { Manifest } from "virtual:manifest" */

/**
 * The manifest of a build, with each file named in the way that bundlers follow: `new URL(...,
 * import.meta.url)`. The pages of the site are not in the package.
 *
 * @param {Manifest} manifest
 * @returns {string} JavaScript
 */
export const packaged = (manifest) =>
  JSON.stringify({ ...manifest, pages: false }).replace(
    /"(assets\/[^"]+)"/g,
    (_, name) => `new URL("./${name}", import.meta.url)`,
  );

/**
 * The addresses in a manifest.
 *
 * @param {Manifest} manifest
 */
const files = (manifest) => JSON.stringify(manifest).match(/assets\/[^"]+/g) ?? [];

/**
 * @typedef {object} Contents
 * @property {string} project folder of the project
 * @property {string} out folder of the build
 * @property {Record<string, string>} licences paths of further ones, by their names in the package
 * @property {Manifest} manifest
 * @property {string} element the element's script
 * @property {string} types
 * @property {string} elements `custom-elements.json`
 */

/**
 * Writes the package's folder.
 *
 * @param {string} folder
 * @param {Contents} contents
 */
export function writePackage(
  folder,
  { project, out, licences, manifest, element, types, elements },
) {
  const cargo = readFileSync(join(project, "Cargo.toml"), "utf8");
  /** @param {string} field */
  const about = (field) => cargo.match(new RegExp(`^${field} = "(.*)"$`, "m"))?.[1];
  const description = {
    name: "enforcement-map",
    version: about("version"),
    description: about("description"),
    license: about("license"),
    type: "module",
    exports: {
      ".": { types: "./enforcement-map.d.ts", default: "./enforcement-map.js" },
      "./custom-elements.json": "./custom-elements.json",
      "./package.json": "./package.json",
    },
    types: "./enforcement-map.d.ts",
    customElements: "custom-elements.json",
    // To import it defines the element.
    sideEffects: true,
  };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(description, null, 2)}\n`);
  writeFileSync(join(folder, "enforcement-map.js"), element);
  writeFileSync(join(folder, "enforcement-map.d.ts"), types);
  writeFileSync(join(folder, "custom-elements.json"), elements);
  for (const file of new Set(files(manifest))) cpSync(join(out, file), join(folder, file));
  for (const file of ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"])
    cpSync(join(project, file), join(folder, file));
  for (const [name, path] of Object.entries(licences)) cpSync(path, join(folder, name));
  cpSync(join(project, "www", "package.md"), join(folder, "README.md"));
}
