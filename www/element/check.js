// What is wrong with data, for those who prepare them.

import { source } from "./resources.js";
import { sheetsModule } from "./sheets-module.js";

/** @import { Findings } from "../types/generated/module.js" */
/** @import { Given } from "./resources.js" */

const LAYERS = /** @type {const} */ (["provinces", "actions", "flows"]);

/**
 * What is wrong with these data, each as the properties of the element take them.
 *
 * @param {Partial<Record<typeof LAYERS[number], Given>>} data
 * @param {string} lang
 * @returns {Promise<Findings>}
 */
export async function check(data, lang) {
  const [glue, ...found] = await Promise.all([
    sheetsModule(),
    ...LAYERS.map((layer) => source(layer, data[layer] ?? null, lang)),
  ]);
  return glue.check({
    lang,
    sources: Object.fromEntries(LAYERS.map((layer, i) => [layer, found[i]])),
  });
}
