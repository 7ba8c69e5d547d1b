// The names of our pages and pictures: one for each language and view.

import * as NAMES from "./types/generated/names.js";

/**
 * `embed.html`, `embed.world.html`, `embed.fr.html`, `embed.fr.world.html` ...: English and the view
 * of the country, the usual ones, are not named. This is the only place that makes such names.
 *
 * @param {string} stem
 * @param {string} extension
 * @param {string} lang one of the languages that there are texts in
 * @param {string} [view]
 */
export const fileName = (stem, extension, lang, view = NAMES.usualView) =>
  [stem, lang, view, extension].filter((part) => !NAMES.usual.includes(part)).join(".");
