// What all widgets of a page share: each part is fetched when the first widget asks for it.

// Modules that build.mjs makes: the built files, each as [address, SHA-256]; and what
// wasm-bindgen wrote, which is in the element's own file, so that whoever pins that file by its
// integrity pins with it all that it runs and fetches.
import { MANIFEST } from "made:manifest";
import * as glue from "made:glue";
import { Trouble, get } from "./files.js";
import { held, isData, nothing } from "./given.js";
import around from "./around.css";

/** The address of a file beside this module. */
export const here = (name) => new URL(name, import.meta.url).href;

/** `embed.html`, `embed.world.html`, `embed.fr.html`, `embed.fr.world.html` ... */
const name = (stem, lang, view, ending) =>
  [stem, lang !== "en" && lang, view, ending].filter(Boolean).join(".");

/** The address of a page with a view alone, which a link can lead to. In a package there are none:
 * there the page that the map is on shows the view. */
export const page = (lang, view) =>
  MANIFEST.pages ? here(name("embed", lang, view, "html")) : `#view=${view ?? "country"}`;

/** For a page that has nothing to show in the map's place: its picture, with a link to it. */
export function still(lang, title) {
  if (!MANIFEST.pages) return [];
  const link = document.createElement("a");
  const image = document.createElement("img");
  Object.assign(link, { href: page(lang), target: "_top" });
  Object.assign(image, { src: here(name("map", lang, undefined, "png")), alt: title || "Map" });
  image.style.maxWidth = "100%";
  link.append(image);
  return [link];
}

/** Fetches one of the built files, and refuses it where it is not what was built. */
const own = ([name, sum], read) => get(here(name), read, `sha256-${sum}`);

/** Runs `make` once and keeps what it promises; after a failure, the next call tries again. */
export function once(make) {
  let made;
  return () =>
    (made ??= make().catch((error) => {
      made = undefined;
      throw error;
    }));
}

/** Makes a module run. */
export async function start(glue, wasm) {
  const address = here(wasm[0]);
  if (typeof WebAssembly !== "object") {
    throw new Trouble(address, {}, "this browser is too old, or is set to do without: it has no WebAssembly");
  }
  await own(wasm, async (response) => {
    try {
      await glue.default({ module_or_path: response });
    } catch (error) {
      if (error instanceof Trouble) throw error;
      const policy = /CSP|content.security|unsafe-eval/i.test(error.message)
        ? "this page's Content-Security-Policy forbids WebAssembly: its script-src needs 'wasm-unsafe-eval'"
        : error.message;
      throw new Trouble(address, {}, `${address} could not be run: ${policy}`);
    }
  });
  return glue;
}

/** The module: one instance for all widgets of a page. */
export const engine = once(() => start(glue, MANIFEST.wasm));

/** The style sheet: one for all widgets of a page. */
export const styles = once(async () => {
  const inline = document.getElementById("enforcement-map-style");
  const text = inline?.textContent ?? (await own(MANIFEST.css, (r) => r.text()));
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(around + text);
    return (root) => (root.adoptedStyleSheets = [sheet]);
  } catch {
    // Safari before 16.4.
    return (root) => {
      const [name, sum] = MANIFEST.css;
      const link = document.createElement("link");
      const integrity = `sha256-${sum}`;
      Object.assign(link, { rel: "stylesheet", href: here(name), integrity, crossOrigin: "" });
      root.prepend(link);
    };
  }
});

/** Letters that some readers' devices lack: fetched only for those who read them and lack them. */
const KHMER = { family: "em-khmer", unicodeRange: "U+1780-17FF,U+19E0-19FF,U+200C-200D,U+25CC" };

/** Whether letters are drawn as the box that stands for all that there is no font for, as a code
 * that no letter has is. */
function lacks(letters, none) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "64px sans-serif";
  const box = pen.measureText(none).width;
  return [...letters].every((letter) => pen.measureText(letter).width === box);
}

/** Fetches a font where it is needed; until it is there, and where it never comes, the map shows
 * what the device has. */
export const fonts = once(async () => {
  if (!lacks("កអឿ", "\u17EF")) return;
  for (const [weight, file] of Object.entries(MANIFEST.fonts)) {
    const { family, unicodeRange } = KHMER;
    const font = new FontFace(family, await own(file, bytes), { weight, unicodeRange });
    document.fonts.add(await font.load());
  }
});

const bytes = async (response) => new Uint8Array(await response.arrayBuffer());
const json = (response) => response.json();

/** For each of several built files: what fetches it, once for all widgets of a page. */
const shared = (files, read) =>
  Object.fromEntries(
    Object.entries(files).map(([key, file]) => [key, once(() => own(file, read))]),
  );

const ownData = Object.fromEntries(
  Object.entries(MANIFEST.data).map(([kind, files]) => [kind, shared(files, bytes)]),
);
export const messages = shared(MANIFEST.messages, json);
export const languages = Object.keys(MANIFEST.messages);

/** What an attribute or property names, as the module takes it: bytes, or why there are none. Of
 * our own data there is a file for each language. */
export async function source(kind, given, lang) {
  if (given === "") return nothing(kind);
  if (given !== null && isData(given)) return held(kind, given);
  const name = given ?? here(MANIFEST.data[kind][lang][0]);
  try {
    return { name, bytes: await (given === null ? ownData[kind][lang]() : get(given, bytes)) };
  } catch (trouble) {
    return { name, ...trouble.fields, trouble };
  }
}
