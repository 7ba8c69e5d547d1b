// As much of a browser's page as modules of www/ look at, for tests without a browser.

/**
 * Makes globals of these values; what a browser has and Node.js has as well is replaced.
 *
 * @param {Record<string, unknown>} values
 */
export function define(values) {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

/**
 * An address bar: `location` and `history` that work together.
 *
 * @param {string} href
 */
export function addressBar(href) {
  const entries = [href];
  const location = {
    get href() {
      return entries[entries.length - 1];
    },
    get hash() {
      return new URL(this.href).hash;
    },
    get search() {
      return new URL(this.href).search;
    },
  };
  const history = {
    state: { of: "the page" },
    /** @param {unknown} state @param {string} _ @param {string} href */
    pushState(state, _, href) {
      history.state = /** @type {typeof history.state} */ (state);
      entries.push(href);
    },
    /** @param {unknown} state @param {string} _ @param {string} href */
    replaceState(state, _, href) {
      history.state = /** @type {typeof history.state} */ (state);
      entries[entries.length - 1] = href;
    },
  };
  define({ location, history });
  return { entries, history };
}
