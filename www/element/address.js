// Which map of a page has its choices in the page's address: the first one, as long as it is there.

import { isDay } from "../parameters.js";
import { push, read } from "./url-state.js";

/** @import { UrlState } from "./url-state.js" */

/** @type {HTMLElement | undefined} */
let owner;

/**
 * Lets a map have the address, if no other one has it.
 *
 * @param {HTMLElement} map
 * @param {() => void} follow is called when the reader went back or forward
 * @returns {boolean} whether this map has it
 */
export function claimAddress(map, follow) {
  owner ??= map;
  if (owner !== map) return false;
  addEventListener("popstate", follow);
  return true;
}

/**
 * @param {HTMLElement} map
 * @param {() => void} follow as it was given
 */
export function releaseAddress(map, follow) {
  if (owner !== map) return;
  owner = undefined;
  removeEventListener("popstate", follow);
}

/**
 * What the address asks for, with its days in the order that they must have.
 *
 * @returns {{ state: UrlState, isCorrected: boolean } | undefined} nothing where that part of the
 *   address is not ours
 */
export function readAddress() {
  const state = read();
  if (!state) return undefined;
  const { from, to } = state;
  const isCorrected = isDay(from) && isDay(to) && from > to;
  if (isCorrected) [state.from, state.to] = [to, from];
  return { state, isCorrected };
}

/**
 * Writes what a reader chose on a map into the address, if that map has it.
 *
 * @param {HTMLElement} map
 * @param {string} name of the parameter that was chosen
 * @param {UrlState} state
 */
export function writeAddress(map, name, state) {
  if (owner === map) push(name, state);
}
