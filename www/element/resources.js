// What all widgets of a page share: each resource is fetched when the first widget asks for it.

import * as glue from "virtual:glue";
import { MANIFEST } from "virtual:manifest";
import { each } from "../each.js";
import { fileName } from "../page-name.js";
import * as NAMES from "../types/generated/names.js";
import { LoadError, load } from "./fetch.js";
import hostStyle from "./host.css";
import { emptyCollection, isData, isSheetType, toBytes } from "./inline-data.js";

/** @import { BuiltFile } from "virtual:manifest" */
/** @import { Glue, LayerName, SourceOption } from "../types/generated/module.js" */

/** @typedef {object | string | null} Given an address, data, `""` for none, or null for our own */
/** @typedef {SourceOption & { isSheet?: boolean, error?: LoadError }} Loaded bytes, or why there are none */

/**
 * The address of a file beside this module.
 *
 * @param {string} name
 */
export const here = (name) => new URL(name, import.meta.url).href;

/**
 * The address of a built file. The hash in its name is the beginning of its sum, which is not said
 * twice: that saves 2 % of the element's script.
 *
 * @param {BuiltFile} file
 */
export const builtAddress = ([name, sum]) => {
  const start = [...atob(sum.slice(0, 8))].slice(0, 5);
  const hex = start.map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"));
  // In a package, it is the URL that a bundler gave to the file.
  return here(String(name).replace(/^(assets\/.+)\.\./, `$1.${hex.join("")}.`));
};

/**
 * The addresses of the pages with each view alone, which links can lead to. In a package there are
 * none: there the page that the map is on shows the view.
 *
 * @param {string} lang
 */
export const pages = (lang) =>
  each(NAMES.views, (view) =>
    MANIFEST.pages ? here(fileName("embed", "html", lang, view)) : `#view=${view}`,
  );

/**
 * For a page that has nothing to show instead of the map: its picture, with a link to it.
 *
 * @param {string} lang
 * @param {string} title
 */
export function still(lang, title) {
  if (!MANIFEST.pages) return [];
  const link = document.createElement("a");
  const image = document.createElement("img");
  Object.assign(link, { href: here(fileName("embed", "html", lang)), target: "_top" });
  Object.assign(image, { src: here(fileName("map", "png", lang)), alt: title || "Map" });
  image.style.maxWidth = "100%";
  link.append(image);
  return [link];
}

/**
 * What a built file must be, as in Subresource Integrity (W3C).
 *
 * @param {BuiltFile} file
 */
export const integrity = ([, sum]) => `sha256-${sum}`;

/**
 * Fetches one of the built files, and refuses it where it is not what was built.
 *
 * @template T
 * @param {BuiltFile} file
 * @param {(response: Response) => T | Promise<T>} read
 */
const own = (file, read) => load(builtAddress(file), read, integrity(file));

/**
 * Runs `make` once and keeps what it promises; after a failure, the next call tries again.
 *
 * @template T
 * @param {() => Promise<T>} make
 * @returns {() => Promise<T>}
 */
export function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/**
 * Makes a module run.
 *
 * @template {Glue} G
 * @param {G} glue
 * @param {BuiltFile} wasm
 */
export async function start(glue, wasm) {
  const href = builtAddress(wasm);
  if (typeof WebAssembly !== "object") {
    throw new LoadError(
      href,
      {},
      "this browser is too old, or is set to do without: it has no WebAssembly",
    );
  }
  await own(wasm, async (response) => {
    try {
      await glue.default({ module_or_path: response });
    } catch (error) {
      if (error instanceof LoadError) throw error;
      const { message } = /** @type {Error} */ (error);
      const policy = /CSP|content.security|unsafe-eval/i.test(message)
        ? "this page's Content-Security-Policy forbids WebAssembly: its script-src needs 'wasm-unsafe-eval'"
        : message;
      throw new LoadError(href, {}, `${href} could not be run: ${policy}`);
    }
  });
  return glue;
}

/** The module: one instance for all widgets of a page. */
export const engine = once(() => start(glue, MANIFEST.wasm));

const views = once(() =>
  own(MANIFEST.views, async (response) => {
    const whole = await glue.default();
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: whole });
    glue.use_views();
  }),
);

/**
 * Sees to it that a module has the code of all views: of those that few readers open, the small one
 * has it in a file of its own.
 *
 * @param {Glue} module
 * @returns {Promise<LoadError | undefined>} why it could not be had
 */
export const viewCode = async (module) =>
  module === glue ? views().catch((error) => error) : undefined;

/** The style sheet, as what puts it into a shadow root: one for all widgets of a page. */
export const styles = once(async () => {
  const inline = document.getElementById("enforcement-map-style");
  const text = inline?.textContent ?? (await own(MANIFEST.css, (response) => response.text()));
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(hostStyle + text);
    /** @param {ShadowRoot} root */
    return (root) => {
      root.adoptedStyleSheets = [sheet];
    };
  } catch {
    // Safari before 16.4.
    /** @param {ShadowRoot} root */
    return (root) => {
      const link = document.createElement("link");
      const href = builtAddress(MANIFEST.css);
      const pin = integrity(MANIFEST.css);
      Object.assign(link, { rel: "stylesheet", href, integrity: pin, crossOrigin: "" });
      root.prepend(link);
    };
  }
});

/** Letters that some readers' devices lack: fetched only for those who read them and lack them. */
const KHMER = "U+1780-17FF,U+19E0-19FF,U+200C-200D,U+25CC";

/**
 * Whether letters are drawn as the box that stands for all that there is no font for, as a code
 * that no letter has is.
 *
 * @param {string} letters
 * @param {string} none
 */
function lacks(letters, none) {
  const canvas = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.font = "64px sans-serif";
  const box = pen.measureText(none).width;
  return [...letters].every((letter) => pen.measureText(letter).width === box);
}

/** Fetches a font where it is needed; until it is there, and where it never comes, the map shows
 * what the device has. */
export const fonts = once(async () => {
  if (!lacks("កអឿ", "\u17EF")) return;
  for (const [weight, file] of Object.entries(MANIFEST.fonts)) {
    const font = new FontFace("em-khmer", await own(file, bytes), { weight, unicodeRange: KHMER });
    document.fonts.add(await font.load());
  }
});

/** @param {Response} response */
const bytes = async (response) => new Uint8Array(await response.arrayBuffer());
/** @param {Response} response */
const json = (response) => response.json();

/**
 * For each of several built files: what fetches it, once for all widgets of a page.
 *
 * @template T
 * @param {Record<string, BuiltFile>} files
 * @param {(response: Response) => Promise<T>} read
 */
const shared = (files, read) =>
  each(Object.keys(files), (key) => once(() => own(files[key], read)));

/** @typedef {keyof typeof MANIFEST.data} OwnLayer one that comes with the map */
const ownData = each(/** @type {OwnLayer[]} */ (Object.keys(MANIFEST.data)), (layer) =>
  shared(MANIFEST.data[layer], bytes),
);
export const messages = shared(MANIFEST.messages, json);
export const languages = Object.keys(MANIFEST.messages);

/**
 * What an attribute or property names, as the module takes it: bytes, or why there are none. Of
 * our own data there is a file for each language.
 *
 * @param {LayerName} layer
 * @param {Given} given
 * @param {string} lang
 * @param {RequestCache} [cache]
 * @returns {Promise<Loaded>}
 */
export async function source(layer, given, lang, cache) {
  if (given === "") return emptyCollection(layer);
  if (given !== null && isData(given)) return toBytes(layer, given);
  const address = /** @type {string | null} */ (given);
  const own = /** @type {OwnLayer} */ (layer);
  const name = address ?? builtAddress(MANIFEST.data[own][lang]);
  /** @param {Response} response */
  const typed = async (response) => {
    const isSheet = isSheetType(response.headers.get("content-type"));
    return { name, isSheet, bytes: await bytes(response) };
  };
  try {
    return address
      ? await load(address, typed, undefined, cache)
      : { name, bytes: await ownData[own][lang]() };
  } catch (failed) {
    const error = /** @type {LoadError} */ (failed);
    return { name, ...error.fields, error };
  }
}
