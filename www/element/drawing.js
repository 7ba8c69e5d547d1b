// A drawn map: the box that it is in, in the element's shadow root, and the module's handle to it.

import { warnOnce } from "./console.js";
import { sheetsModule } from "./sheets-module.js";

/** @import { Glue, Widget, WidgetOptions } from "../types/generated/module.js" */
/** @import { Parts } from "./loading.js" */

/** @typedef {{ box: HTMLElement, glue: Glue, widget: Widget }} Drawing */

// What is not shown cannot have it, and may be drawn later only.
const FOCUSABLE = "a, button, input, select";

/**
 * Draws a map, into a box that is not on the page yet. Where the small module cannot read all of the
 * data, the one for sheets does it; where that cannot be had, what could be read is drawn.
 *
 * @param {Parts} parts
 * @param {WidgetOptions} options
 * @returns {Promise<Drawing>}
 */
export async function draw({ glue, sources }, options) {
  /** @param {Glue} module */
  const drawBy = (module) => {
    const box = document.createElement("div");
    Object.assign(box, { className: "em-around", lang: options.lang });
    return { box, glue: module, widget: module.mount(box, options) };
  };
  const isSheet = Object.values(sources).some(({ isSheet }) => isSheet);
  const drawn = isSheet ? undefined : drawBy(glue);
  if (drawn && drawn.widget.needs !== "sheets") return drawn;
  const sheets = await sheetsModule().catch(({ message }) => {
    warnOnce(`some of the data stay unread: ${message}`);
  });
  if (!sheets) return drawn ?? drawBy(glue);
  drawn?.widget.unmount();
  return drawBy(sheets);
}

/**
 * Puts a drawn map into an element.
 *
 * @param {HTMLElement} host
 * @param {Parts} parts
 * @param {Drawing} drawing
 */
export function put(host, { style }, { box }) {
  if (!host.shadowRoot) style(host.attachShadow({ mode: "open" }));
  host.shadowRoot?.append(box);
}

/**
 * Takes a map from the page, with all that it holds.
 *
 * @param {Drawing | undefined} drawing
 * @param {(text: string, error: unknown) => void} warn
 */
export function release(drawing, warn) {
  try {
    drawing?.widget.unmount();
  } catch (error) {
    warn("could not be unmounted cleanly:", error);
  }
  drawing?.box.remove();
}

/**
 * Where the focus is in prerendered markup. As the drawn map is the same markup, the focus can go
 * to the same place in it.
 *
 * @param {HTMLElement} prerendered
 * @returns {(box: HTMLElement) => void} moves it there
 */
export function keepFocus(prerendered) {
  const root = /** @type {Document | ShadowRoot} */ (prerendered.getRootNode());
  const before = /** @type {HTMLElement} */ (root.activeElement);
  /** @param {HTMLElement} box */
  const focusable = (box) =>
    [.../** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll(FOCUSABLE))].filter(
      (element) => element.getClientRects().length > 0,
    );
  const index = focusable(prerendered).indexOf(before);
  return (box) => focusable(box)[index]?.focus({ preventScroll: true });
}
