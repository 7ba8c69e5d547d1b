// The scripts that are shipped, from those in www/ and what wasm-bindgen wrote.

import { readFileSync } from "node:fs";
import { build, transform } from "esbuild";

/** @import { Loader, Plugin } from "esbuild" */

// The first versions that let a policy allow WebAssembly alone (`wasm-unsafe-eval`).
const target = ["chrome97", "firefox102", "safari16"];

/**
 * Minifies CSS, or another language.
 *
 * @param {string} code
 * @param {boolean} minify
 * @param {Loader} [loader]
 */
export async function minified(code, minify, loader = "css") {
  return (await transform(code, { loader, minify, target, legalComments: "none" })).code.trim();
}

/**
 * The glue without the module's name before it had a hash: the element gives the address.
 *
 * @param {string} glue
 * @throws {Error} where the glue does not name the module as it used to
 */
export function stripModuleUrl(glue) {
  const address = /new URL\('[^']*_bg\.wasm', import\.meta\.url\)/;
  if (!address.test(glue)) throw new Error("the glue does not name the module as it used to");
  return glue.replace(address, "undefined");
}

/**
 * Modules that no file holds, and style sheets as texts.
 *
 * @param {VirtualModules} modules
 * @param {boolean} minify
 * @returns {Plugin}
 */
const virtual = ({ manifest, glue }, minify) => ({
  name: "virtual",
  setup({ onResolve, onLoad }) {
    /** @type {Record<string, string | undefined>} */
    const contents = {
      manifest: `export const MANIFEST = ${manifest};`,
      glue: glue && stripModuleUrl(glue),
    };
    // The builder's page has the element's module already.
    onResolve({ filter: /^\.\.\/enforcement-map\.js$/ }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^virtual:/ }, ({ path }) => ({
      path: path.slice("virtual:".length),
      namespace: "virtual",
    }));
    onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({
      contents: contents[path],
      loader: "js",
    }));
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minified(readFileSync(path, "utf8"), minify),
      loader: "text",
    }));
  },
});

/**
 * @typedef {object} VirtualModules
 * @property {string} [manifest] the manifest, as JavaScript
 * @property {string} [glue] what wasm-bindgen wrote
 */

/**
 * @typedef {object} ScriptOptions
 * @property {boolean} minify
 * @property {"esm" | "iife"} [format]
 * @property {Record<string, unknown>} [put] constants that stand for names
 */

/**
 * The text of a script with all that it imports.
 *
 * @param {string} file
 * @param {ScriptOptions & VirtualModules} options
 */
export async function bundleScript(file, { format = "esm", put = {}, minify, ...modules }) {
  const constants = Object.entries(put).map(([name, value]) => [name, JSON.stringify(value)]);
  const result = await build({
    entryPoints: [file],
    write: false,
    bundle: true,
    format,
    define: Object.fromEntries(constants),
    plugins: [virtual(modules, minify)],
    minify,
    target,
    charset: "utf8",
    logLevel: "warning",
    legalComments: "none",
  });
  return result.outputFiles[0].text;
}
