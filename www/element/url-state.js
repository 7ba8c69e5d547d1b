// What a reader has chosen, in the page's address, so that a link shows it again:
// `#from=2026-01-01&to=2026-01-31&province=KH24`. Only the first map of a page does so (`address.js`),
// and never where the page has another use for that part of its address.

import { firstReadable } from "../parameters.js";
import * as NAMES from "../types/generated/names.js";

/** @import { LinkParameter } from "../types/generated/module.js" */
/** @typedef {Partial<Record<LinkParameter, string | null>>} UrlState choices by parameter */

/**
 * What the address asks for; `undefined` where that part of it is not ours.
 *
 * @returns {UrlState | undefined}
 */
export function read() {
  const hash = location.hash.slice(1);
  if (hash === "") return {};
  const found = firstReadable(new URLSearchParams(hash));
  const isOurs =
    hash.includes("=") &&
    Object.keys(found).every((name) =>
      NAMES.linkParameters.includes(/** @type {LinkParameter} */ (name)),
    );
  return isOurs ? found : undefined;
}

/**
 * The address of this page with some choices; those without a value are left out.
 *
 * @param {UrlState} state
 */
export function shareUrl(state) {
  const pairs = NAMES.linkParameters.map((name) => [name, state[name] ?? ""]);
  const url = new URL(location.href);
  url.hash = new URLSearchParams(pairs.filter(([, value]) => value)).toString();
  return url.href;
}

/** @type {{ name?: string, time: number }} */
let last = { time: 0 };

/**
 * Replaces what the address has by these choices; the reader's way back stays the same.
 *
 * @param {UrlState} state
 */
export function replace(state) {
  try {
    history.replaceState(history.state, "", shareUrl(state));
  } catch {
    // A sandboxed frame may not.
  }
}

/**
 * Writes choices into the address, as a step that the reader can go back. Several of one parameter
 * in a row are one step.
 *
 * @param {string} name of the parameter that was chosen
 * @param {UrlState} state
 */
export function push(name, state) {
  // A link to a province's part of the page is ours, too.
  if (read() === undefined && !location.hash.startsWith("#em-")) return;
  const href = shareUrl(state);
  if (href === location.href) return;
  const now = performance.now();
  const goesOn = name === last.name && now - last.time < 1000;
  last = { name, time: now };
  try {
    if (goesOn) history.replaceState(history.state, "", href);
    else history.pushState(history.state, "", href);
  } catch {
    // A sandboxed frame may not.
  }
}
