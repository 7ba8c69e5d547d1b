// The second step of a build: assets, and the scripts with the names of the assets in them.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { each } from "../each.js";
import * as NAMES from "../types/generated/names.js";
import { bundleScript, minified, stripModuleUrl } from "./esbuild.mjs";
import { asset, sha256, text } from "./files.mjs";
import { themable } from "./theme.mjs";

/** @import { BuiltFile, Manifest } from "virtual:manifest" */
/** @import { LayerName, ViewName } from "../types/generated/module.js" */
/** @import { Compiled } from "./compile.mjs" */
/** @import { ScriptOptions, VirtualModules } from "./esbuild.mjs" */
/** @import { Build } from "./files.mjs" */

/** Heights are written down in steps, which takes less room; in CSS pixels. */
const STEP = 16;

/** @typedef {(name: string, options?: Partial<ScriptOptions> & VirtualModules) => Promise<string>} Script */

/**
 * @typedef {object} Bundled
 * @property {string[]} languages
 * @property {Record<string, string>} titles of the map, by language
 * @property {Manifest} manifest
 * @property {string} style of the map
 * @property {Script} script bundles a script of www/
 * @property {(manifest: string) => Promise<string>} element the element's script, for a manifest as
 *   JavaScript
 * @property {Record<string, BuiltFile>} scripts those that pages name, by their names in the source
 * @property {BuiltFile} fontLicence
 * @property {string} fontLicencePath
 */

/**
 * JSON without its white space.
 *
 * @param {string} json
 */
const compact = (json) => JSON.stringify(JSON.parse(json));

/**
 * JSON without the texts of other languages than one, which have a tag behind a colon: readers
 * get theirs, English where there is none, and the names in the language of the place.
 *
 * @param {string} json
 * @param {string} lang
 */
export function localised(json, lang) {
  const collection = JSON.parse(json);
  const wanted = ["en", lang, collection.local_language];
  /** @param {string} _ @param {unknown} value */
  const keep = (_, value) =>
    value && Object.getPrototypeOf(value) === Object.prototype
      ? Object.fromEntries(
          Object.entries(value).filter(([name]) => {
            const [, tag] = name.split(":");
            return !tag || wanted.includes(tag);
          }),
        )
      : value;
  return JSON.stringify(collection, keep);
}

/**
 * A manifest without the hashes in names, which `builtAddress` in `www/element/resources.js` makes of the
 * sums. Names that bundlers follow (`new URL(...)`) stay as they are.
 *
 * @param {string} manifest as JavaScript
 */
export const withoutHashes = (manifest) =>
  manifest.replace(/(\["assets\/[\w.-]+?)\.[0-9a-f]{10}\.(?=\w+",)/g, "$1..");

/**
 * Writes all that the scripts fetch.
 *
 * @param {Build} build
 * @param {Compiled} compiled
 * @param {string} style
 * @param {string} khmer folder of the font
 * @returns {Promise<Manifest>}
 */
async function writeAssets(build, { small, views, sheets }, style, khmer) {
  const font = (/** @type {string} */ weight) =>
    readFileSync(join(khmer, `files/noto-sans-khmer-khmer-${weight}-normal.woff2`));
  const sheetsGlue = await minified(stripModuleUrl(sheets.glue), build.release, "js");
  /** @param {LayerName} layer */
  const data = (layer) =>
    // Where no text differs, languages share a file, since its name comes from its content.
    each(NAMES.languages, (lang) =>
      asset(build, layer, "geojson", localised(text(build, "geo", `${layer}.geojson`), lang)),
    );
  return {
    pages: true,
    wasm: asset(build, "module", "wasm", small.wasm),
    views: asset(build, "views", "wasm", views),
    sheets: {
      wasm: asset(build, "large", "wasm", sheets.wasm),
      glue: asset(build, "large", "js", sheetsGlue),
    },
    css: asset(build, "style", "css", style),
    // Own kinds come with own data alone.
    data: each(
      NAMES.data.filter((layer) => layer !== "kinds"),
      data,
    ),
    // For readers of Khmer whose devices have no font for it.
    fonts: each(["400", "700"], (weight) => asset(build, `khmer-${weight}`, "woff2", font(weight))),
    messages: each(NAMES.languages, (lang) =>
      asset(
        build,
        `messages.${lang}`,
        "json",
        compact(text(build, "src", "view", "messages", `${lang}.json`)),
      ),
    ),
  };
}

/**
 * The constants that the scripts name.
 *
 * @param {Build} build
 * @param {Record<string, string>} titles
 */
function constants(build, titles) {
  const { widths, ...heights } = JSON.parse(text(build, "www", "embed", "heights.json"));
  /** @param {number} height */
  const steps = (height) => Math.ceil(height / STEP);
  // A map that is not measured yet gets the room of one that is, so that it can be built and measured.
  /** @param {string} lang @param {ViewName} view @returns {number[]} */
  const of = (lang, view) => heights[lang]?.[view] ?? heights[NAMES.usualLanguage][NAMES.usualView];
  return {
    TITLES: titles,
    HEIGHTS: each(NAMES.languages, (lang) =>
      each(NAMES.views, (view) => of(lang, view).map(steps)),
    ),
    WIDTHS: widths,
    STEP,
  };
}

/**
 * Writes the assets and the scripts.
 *
 * @param {Build} build
 * @param {Compiled} compiled
 * @returns {Promise<Bundled>}
 */
export async function bundle(build, compiled) {
  const { project, out, release } = build;
  const { small } = compiled;
  const khmer = join(project, "node_modules/@fontsource/noto-sans-khmer");
  const widget = text(build, "src", "view", "style.css");
  const style = await minified(themable(widget, NAMES.customProperties), release);
  const manifest = await writeAssets(build, compiled, style, khmer);
  const fontLicencePath = join(khmer, "LICENSE");
  const fontLicence = asset(build, "khmer.OFL", "txt", readFileSync(fontLicencePath));
  const actions = JSON.parse(text(build, "geo", "actions.geojson"));
  const titles = each(NAMES.languages, (lang) => actions[`title:${lang}`] ?? actions.title);
  const shared = constants(build, titles);

  /** @type {Script} */
  const script = (name, { put, ...options } = {}) =>
    bundleScript(join(project, "www", name), {
      minify: release,
      put: { ...shared, ...put },
      ...options,
    });
  /** @param {string} files */
  const element = (files) =>
    script("enforcement-map.js", { glue: small.glue, manifest: withoutHashes(files) });

  const elementScript = await element(JSON.stringify(manifest));
  writeFileSync(join(out, "enforcement-map.js"), elementScript);
  writeFileSync(join(out, "embed.js"), await script("embed.js", { format: "iife" }));
  writeFileSync(join(out, "oembed.mjs"), await standalone(build, "oembed.mjs", script));
  return {
    languages: NAMES.languages,
    titles,
    manifest,
    style,
    script,
    element,
    scripts: {
      "enforcement-map.js": ["enforcement-map.js", sha256(elementScript).toString("base64")],
      "frame.js": asset(build, "frame", "js", await script("frame.js")),
    },
    fontLicence,
    fontLicencePath,
  };
}

/**
 * A script for a host that can run a function, to be read by people: with the comment at its head,
 * and not minified.
 *
 * @param {Build} build
 * @param {string} name
 * @param {Script} script
 */
async function standalone(build, name, script) {
  const [head] = text(build, "www", name).match(/^(\/\/.*\n)+/) ?? [""];
  return `${head}\n${await script(name, { minify: false })}`;
}
