// The scripts that are shipped, from those in www/ and what wasm-bindgen wrote.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";

// The first versions that let a policy allow WebAssembly alone (`wasm-unsafe-eval`).
const target = ["chrome97", "firefox102", "safari16"];

/** Minifies CSS, or another language. */
export async function minified(code, minify, loader = "css") {
  return (await transform(code, { loader, minify, target, legalComments: "none" })).code.trim();
}

/** The glue without the module's name before it had a hash: the element gives the address. */
export function nameless(glue) {
  const address = /new URL\('[^']*_bg\.wasm', import\.meta\.url\)/;
  if (!address.test(glue)) throw new Error("the glue does not name the module as it used to");
  return glue.replace(address, "undefined");
}

/** Modules that no file holds, and style sheets as texts. */
const made = ({ manifest, glue, minify }) => ({
  name: "made",
  setup({ onResolve, onLoad }) {
    const contents = {
      manifest: `export const MANIFEST = ${manifest};`,
      glue: glue && nameless(glue),
    };
    // The builder's page has the element's module already.
    onResolve({ filter: /^\.\.\/enforcement-map\.js$/ }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^made:/ }, ({ path }) => ({ path: path.slice(5), namespace: "made" }));
    onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({
      contents: contents[path],
      loader: "js",
    }));
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minified(readFileSync(path, "utf8"), minify),
      loader: "text",
    }));
  },
});

/** The text of a script with all that it imports. `put` are the constants that stand for names. */
export async function bundle(file, { format = "esm", put, ...parts }) {
  const result = await build({
    entryPoints: [file],
    write: false,
    bundle: true,
    format,
    define: Object.fromEntries(
      Object.entries(put).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
    plugins: [made(parts)],
    minify: parts.minify,
    target,
    charset: "utf8",
    logLevel: "warning",
    legalComments: "none",
  });
  return result.outputFiles[0].text;
}
