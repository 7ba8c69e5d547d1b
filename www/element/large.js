// The module that reads more than the usual GeoJSON: sheets, TopoJSON, other spellings. Few readers
// ever fetch it, so it and its glue are files of their own.

import { MANIFEST } from "made:manifest";
import { get } from "./files.js";
import { here, once, start } from "./parts.js";

/** Loads a script and refuses one that is not what was built: what a preload has checked, an import
 * takes over (HTML, "module map"). */
async function script([name, sum]) {
  const address = here(name);
  const hint = document.createElement("link");
  const integrity = `sha256-${sum}`;
  Object.assign(hint, { rel: "modulepreload", href: address, integrity, crossOrigin: "anonymous" });
  document.head.append(hint);
  try {
    return await import(address);
  } catch (error) {
    // Why, in words.
    await get(address, (response) => response.text(), integrity);
    throw error;
  } finally {
    hint.remove();
  }
}

/** The large module: one instance for all widgets of a page. */
export const large = once(async () =>
  start(await script(MANIFEST.large.glue), MANIFEST.large.wasm),
);
