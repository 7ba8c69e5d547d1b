// The module that reads more than the usual GeoJSON: sheets, TopoJSON, other spellings. Few readers
// ever fetch it, so it and its glue are files of their own.

import { MANIFEST } from "virtual:manifest";
import { load } from "./fetch.js";
import { isSheet } from "./inline-data.js";
import { builtAddress, engine, integrity, once, start } from "./resources.js";

/** @import { BuiltFile } from "virtual:manifest" */
/** @import { Glue, SheetsGlue } from "../types/generated/module.js" */
/** @import { Given } from "./resources.js" */

/**
 * Loads a script and refuses one that is not what was built: what a preload has checked, an import
 * takes over (HTML, "module map").
 *
 * @param {BuiltFile} file
 * @returns {Promise<SheetsGlue>}
 */
async function script(file) {
  const href = builtAddress(file);
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

/** Whether the module is on the page, or on its way. */
let isComing = false;

/** The module: one instance for all widgets of a page. */
export const sheetsModule = once(async () => {
  isComing = true;
  try {
    return await start(await script(MANIFEST.sheets.glue), MANIFEST.sheets.wasm);
  } catch (error) {
    isComing = false;
    throw error;
  }
});

/**
 * The module to read these data with: the one for sheets where it is on the page already or where
 * one of them is a sheet, else the small one.
 *
 * @param {Given[]} given
 * @param {boolean} isLiving
 * @returns {Promise<Glue>}
 */
export const moduleFor = (given, isLiving) =>
  isComing || isLiving || given.some(isSheet) ? sheetsModule().catch(engine) : engine();
