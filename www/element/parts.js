// What all widgets of a page share: each part is fetched when the first widget asks for it.

/* global MANIFEST -- the names of the built files, which carry hashes; put in by build.mjs */

import { Trouble, get } from "./files.js";

/** The address of a file beside this module. */
export const here = (name) => new URL(name, import.meta.url).href;

/** Runs `make` once and keeps what it promises; after a failure, the next call tries again. */
function once(make) {
  let made;
  return () =>
    (made ??= make().catch((error) => {
      made = undefined;
      throw error;
    }));
}

/** The module: one instance for all widgets of a page. */
export const engine = once(async () => {
  const [glueAddress, address] = [here(MANIFEST.glue), here(MANIFEST.wasm)];
  if (typeof WebAssembly !== "object") {
    throw new Trouble(address, {}, "this browser is too old: it has no WebAssembly");
  }
  const glue = import(glueAddress).catch(async (error) => {
    await get(glueAddress, (response) => response.text());
    throw new Trouble(glueAddress, {}, `${glueAddress} could not be run: ${error.message}`);
  });
  const ready = get(address, async (response) => {
    try {
      await (await glue).default({ module_or_path: response });
    } catch (error) {
      if (error instanceof Trouble) throw error;
      const policy = /CSP|content.security|unsafe-eval/i.test(error.message)
        ? "this page's Content-Security-Policy forbids WebAssembly: its script-src needs 'wasm-unsafe-eval'"
        : error.message;
      throw new Trouble(address, {}, `${address} could not be run: ${policy}`);
    }
  });
  await Promise.all([glue, ready]);
  return glue;
});

/** The style sheet: one for all widgets of a page. */
export const styles = once(async () => {
  const inline = document.getElementById("enforcement-map-style");
  const text = inline?.textContent ?? (await get(here(MANIFEST.css), (r) => r.text()));
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return (root) => (root.adoptedStyleSheets = [sheet]);
  } catch {
    // Safari before 16.4.
    return (root) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "stylesheet", href: here(MANIFEST.css) });
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
    const font = new FontFace(family, `url(${here(file)})`, { weight, unicodeRange });
    document.fonts.add(await font.load());
  }
});

const bytes = async (response) => new Uint8Array(await response.arrayBuffer());
const json = (response) => response.json();

/** For each of several built files: what fetches it, once for all widgets of a page. */
const shared = (files, read) =>
  Object.fromEntries(
    Object.entries(files).map(([key, file]) => [key, once(() => get(here(file), read))]),
  );

const ownData = Object.fromEntries(
  Object.entries(MANIFEST.data).map(([kind, files]) => [kind, shared(files, bytes)]),
);
export const messages = shared(MANIFEST.messages, json);
export const languages = Object.keys(MANIFEST.messages);

/** What an attribute or property names, as the module takes it: bytes, or why there are none. Of
 * our own data there is a file for each language. */
export async function source(kind, given, lang) {
  if (given !== null && typeof given === "object") {
    const name = `the property "${kind}"`;
    return { name, bytes: new TextEncoder().encode(JSON.stringify(given)) };
  }
  const name = given ?? here(MANIFEST.data[kind][lang]);
  try {
    return { name, bytes: await (given === null ? ownData[kind][lang]() : get(given, bytes)) };
  } catch (trouble) {
    return { name, ...trouble.fields, trouble };
  }
}
