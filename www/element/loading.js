// What a map needs before it can be drawn.

import { each } from "../each.js";
import * as NAMES from "../types/generated/names.js";
import { fonts, languages, messages, source, styles, viewCode } from "./resources.js";
import { moduleFor } from "./sheets-module.js";

/** @import { Glue, LayerName, WidgetOptions } from "../types/generated/module.js" */
/** @import { LoadError } from "./fetch.js" */
/** @import { Given, Loaded } from "./resources.js" */

/**
 * @typedef {object} Parts all that a map is drawn from
 * @property {Glue} glue
 * @property {(root: ShadowRoot) => void} style puts the style into a shadow root
 * @property {string} lang
 * @property {WidgetOptions["messages"]} messages
 * @property {Partial<Record<LayerName, Loaded>>} sources
 * @property {string} view that is shown first
 * @property {LoadError} [unseen] why the code of that view could not be had
 */

/**
 * The language to show for a BCP 47 tag, one of those there are.
 *
 * @param {string | null | undefined} tag
 */
export function language(tag) {
  const [primary] = (tag || navigator.language || "").toLowerCase().split("-");
  return languages.includes(primary) ? primary : "en";
}

/**
 * Fetches what a map needs. Data that cannot be had are among the sources all the same, with why.
 *
 * @param {string} lang one of those there are
 * @param {LayerName[]} layers
 * @param {Record<LayerName, Given>} given what stands for each layer
 * @param {boolean} isLiving whether they are read again and again, which the large module can
 * @param {string} view that is shown first
 * @returns {Promise<Parts>}
 * @throws {Error} a `LoadError` where what comes with the element cannot be had
 */
export async function loadParts(lang, layers, given, isLiving, view) {
  if (lang === "km") fonts().catch(() => {});
  const module = moduleFor(
    layers.map((layer) => given[layer]),
    isLiving,
  );
  const [glue, unseen, style, words, ...found] = await Promise.all([
    module,
    view === NAMES.usualView ? undefined : module.then(viewCode),
    styles(),
    messages[lang](),
    ...layers.map((layer) => source(layer, given[layer], lang)),
  ]);
  const sources = each(layers, () => /** @type {Loaded} */ (found.shift()));
  return { glue, style, lang, messages: words, sources, view, unseen };
}
