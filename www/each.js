/**
 * For each key, what is made of it.
 *
 * @template {string} K
 * @template T
 * @param {readonly K[]} keys
 * @param {(key: K) => T} make
 */
export const each = (keys, make) =>
  /** @type {Record<K, T>} */ (Object.fromEntries(keys.map((key) => [key, make(key)])));
