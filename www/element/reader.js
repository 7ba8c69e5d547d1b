// What is done for the reader outside of the map.

/**
 * Gives the reader a file.
 *
 * @param {string} name
 * @param {string} content
 */
export function save(name, content) {
  const type = name.endsWith(".csv") ? "text/csv" : "application/geo+json";
  const href = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/**
 * Puts an address on the reader's clipboard.
 *
 * @param {string} href
 * @returns {Promise<boolean>} whether that is allowed
 */
export async function copy(href) {
  try {
    await navigator.clipboard.writeText(href);
    return true;
  } catch {
    return false;
  }
}

/** Resolves after the next painted frame; in a hidden tab, which paints none, a little later. */
export const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
    setTimeout(done, 200);
  });
