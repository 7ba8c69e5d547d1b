// Files of data: what they are made of, what they hold, and how they are named in a folder.

/** @import { Layer } from "./state.js" */

const JSON_TYPE = "application/geo+json";

/** @param {string} text */
const isJson = (text) => /^\s*[[{]/.test(text);

/**
 * Cells that were copied in a spreadsheet: they come as text with tabs.
 *
 * @param {Layer} layer
 * @param {string} text
 */
export const pasted = (layer, text) =>
  new File([text], `pasted ${layer}`, { type: isJson(text) ? JSON_TYPE : "text/csv" });

/**
 * Which layer of data a file holds that was dropped beside the cards.
 *
 * @param {File} file
 * @returns {Promise<Layer>}
 */
export async function layerOf(file) {
  const start = await file.slice(0, 4096).text();
  const names = isJson(start) ? start : start.split(/[\r\n]/, 5).join("\n");
  if (/"Topology"|"(Multi)?Polygon"|topojson$/i.test(`${start}\n${file.name}`)) return "provinces";
  return /\b(origin|destination|coo|coa|flows?)\b/i.test(`${names}\n${file.name}`)
    ? "flows"
    : "actions";
}

/**
 * The name that a file gets in a folder: what it holds, and in which form.
 *
 * @param {Layer} layer
 * @param {File} file
 */
export async function plainName(layer, file) {
  const start = await file.slice(0, 200).text();
  const json = /"Topology"/.test(start) || /\.topojson$/i.test(file.name) ? "topojson" : "geojson";
  return `${layer}.${isJson(start.replace(/^\ufeff/, "")) ? json : start.includes("\t") ? "tsv" : "csv"}`;
}
