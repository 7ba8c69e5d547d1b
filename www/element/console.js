// What an editor is told in the console.

import * as NAMES from "../types/generated/names.js";

/** @type {Set<string>} */
const said = new Set();

/**
 * Says what is wrong.
 *
 * @param {string} text
 * @param {unknown[]} more
 */
export const warn = (text, ...more) => console.warn(`${NAMES.tag}: ${text}`, ...more);

/**
 * Says what on the page cannot be done as it is written; once.
 *
 * @param {string} text
 */
export function warnOnce(text) {
  if (!said.has(text)) warn(text);
  said.add(text);
}
