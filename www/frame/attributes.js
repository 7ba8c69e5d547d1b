// The address of a frame sets the map's attributes: `embed.html?province=KH24&theme=dark`.

import { firstReadable } from "../parameters.js";
import * as NAMES from "../types/generated/names.js";

/** @type {string[]} */
const ATTRIBUTES = [...NAMES.data, ...NAMES.state];

/**
 * Sets the attributes of the page's map.
 *
 * @param {URLSearchParams} parameters
 */
export function setAttributes(parameters) {
  const map = /** @type {HTMLElement} */ (document.querySelector("enforcement-map"));
  for (const [name, value] of Object.entries(firstReadable(parameters))) {
    // Others, such as those that a newsletter or pym.js adds, are not ours to mind.
    if (ATTRIBUTES.includes(name)) map.setAttribute(name, value);
  }
  // Until other data are there, no map is better than that of another country.
  if (NAMES.data.some((layer) => map.hasAttribute(layer))) {
    map.querySelector("[data-prerendered]")?.remove();
  }
  const [lang, theme] = [map.lang.toLowerCase().split("-")[0], map.getAttribute("theme")];
  if (NAMES.languages.includes(lang)) document.documentElement.lang = lang;
  // The map that is there already has the colours and the layout at once.
  const drawn = map.querySelector(".em");
  if (theme) drawn?.setAttribute("data-theme", theme);
  if (map.getAttribute("layout") === "full") drawn?.classList.remove("em-compact");
}
