// A drawn map: the box that it is in, in the element's shadow root, and the module's handle to it.

/** @import { Widget, WidgetOptions } from "../types/generated/module.js" */
/** @import { Parts } from "./loading.js" */

/** @typedef {{ box: HTMLElement, widget: Widget }} Drawing */

const FOCUSABLE = "a, button, input, select";

/**
 * Draws a map, into a box that is not on the page yet.
 *
 * @param {Parts} parts
 * @param {WidgetOptions} options
 * @returns {Drawing | undefined} nothing where the module cannot read the data
 */
export function draw({ glue }, options) {
  const box = document.createElement("div");
  Object.assign(box, { className: "em-around", lang: options.lang });
  const widget = glue.mount(box, options);
  return widget && { box, widget };
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
  const focusable = (box) => [
    .../** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll(FOCUSABLE)),
  ];
  const index = focusable(prerendered).indexOf(before);
  return (box) => focusable(box)[index]?.focus({ preventScroll: true });
}
