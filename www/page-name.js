// The names of our pages and pictures: one for each language and view.

/** What a name is without. */
const USUAL = ["en", "country"];

/**
 * `embed.html`, `embed.world.html`, `embed.fr.html`, `embed.fr.world.html` ...: English and the view
 * of the country are not named.
 *
 * @param {string} stem
 * @param {string} extension
 * @param {string} lang one of the languages that there are texts in
 * @param {string} [view]
 */
export const fileName = (stem, extension, lang, view = "country") =>
  [stem, lang, view, extension].filter((part) => !USUAL.includes(part)).join(".");
