// The module that reads more than the usual GeoJSON: sheets, TopoJSON, other spellings. Few readers
// ever fetch it, so it and its glue are files of their own.

import { MANIFEST } from "virtual:manifest";
import { load } from "./fetch.js";
import { here, integrity, once, start } from "./resources.js";

/** @import { BuiltFile } from "virtual:manifest" */
/** @import { SheetsGlue } from "../types/generated/module.js" */

/**
 * Loads a script and refuses one that is not what was built: what a preload has checked, an import
 * takes over (HTML, "module map").
 *
 * @param {BuiltFile} file
 * @returns {Promise<SheetsGlue>}
 */
async function script(file) {
  const href = here(file[0]);
  const hint = document.createElement("link");
  const pin = integrity(file);
  Object.assign(hint, { rel: "modulepreload", href, integrity: pin, crossOrigin: "anonymous" });
  document.head.append(hint);
  try {
    return await import(href);
  } catch (error) {
    // Why, in words.
    await load(href, (response) => response.text(), pin);
    throw error;
  } finally {
    hint.remove();
  }
}

/** The module: one instance for all widgets of a page. */
export const sheetsModule = once(async () =>
  start(await script(MANIFEST.sheets.glue), MANIFEST.sheets.wasm),
);
