// Text in HTML.

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * A text as it is written in an element or in an attribute's double quotes.
 *
 * @param {string} text
 */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/**
 * The text that {@link escapeHtml} made of another one.
 *
 * @param {string} html
 */
export const unescapeHtml = (html) =>
  Object.entries(ENTITIES).reduceRight(
    (text, [sign, entity]) => text.replaceAll(entity, sign),
    html,
  );
