// The module that reads more than the usual GeoJSON: sheets, TopoJSON, other spellings. Few readers
// ever fetch it, so it and its glue are files of their own.

import { MANIFEST } from "made:manifest";
import { get } from "./files.js";
import { isJson, isSheet } from "./given.js";
import { engine, here, start } from "./parts.js";

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

const load = async () => start(await script(MANIFEST.large.glue), MANIFEST.large.wasm);

/** What promises the large module, where it was asked for. */
let coming;

/** The large module: one instance for all widgets of a page. After a failure, the next call tries
 * again. */
export const large = () =>
  (coming ??= load().catch((error) => {
    coming = undefined;
    throw error;
  }));

/** The module to read these attributes or properties with: the large one where it was asked for
 * already or one of them is a sheet, else the small one. */
export const moduleFor = (given) =>
  coming || given.some(isSheet) ? large().catch(engine) : engine();

/** Draws a widget into a box of its own: `{ widget, box }`. Where the small module cannot read all
 * of the data, the large one draws it; where that cannot be had, `warn` is told why. */
export async function draw(glue, host, options, warn) {
  const by = (module) => {
    const box = document.createElement("div");
    Object.assign(box, { className: "em-around", lang: options.lang });
    return { widget: module.mount(box, host, options), box };
  };
  // The small module reads nothing of data that do not begin as JSON does.
  const begin = (bytes) => new TextDecoder().decode(bytes.subarray(0, 99));
  const isOther = ({ bytes }) => bytes && !isJson(begin(bytes));
  const drawn = Object.values(options.sources).some(isOther) ? undefined : by(glue);
  if (drawn && drawn.widget.needs !== "sheets") return drawn;
  const more = await large().catch((error) => warn(`some of the data stay unread: ${error.message}`));
  if (!more) return drawn ?? by(glue);
  drawn?.widget.unmount();
  return by(more);
}
