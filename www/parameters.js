// What an address says more than once: newsletters, trackers and forwarded links append parameters.

import * as NAMES from "./types/generated/names.js";

/** @import { AttributeName } from "./types/generated/module.js" */

/**
 * @param {string | null | undefined} text
 * @returns {text is string}
 */
export function isDay(text) {
  const day = new Date(`${text}T00:00Z`);
  return !Number.isNaN(+day) && day.toISOString().startsWith(/** @type {string} */ (text));
}

/** @param {string} name @param {string} value */
function isReadable(name, value) {
  const words = NAMES.values[/** @type {AttributeName} */ (name)];
  if (words) return words.includes(value);
  return !["from", "to"].includes(name) || isDay(value);
}

/**
 * Each parameter with the first of its values that can be read, else with the first.
 *
 * @param {URLSearchParams} parameters
 * @returns {Record<string, string>}
 */
export function firstReadable(parameters) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of new Set(parameters.keys())) {
    const all = parameters.getAll(name);
    found[name] = all.find((value) => isReadable(name, value)) ?? all[0];
  }
  return found;
}
