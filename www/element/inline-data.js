// Data that a page gives as an object, a text or a file, instead of an address.

import { LoadError } from "./fetch.js";

/** @import { Given, Loaded } from "./resources.js" */
/** @import { LayerName } from "../types/generated/module.js" */

/**
 * Whether it is data: an object, a file, or a text, as of a sheet, that no address can be.
 *
 * @param {unknown} value
 */
export const isData = (value) =>
  typeof value === "object" ? value !== null : /[\r\n]|^[[{]/.test(String(value).trim());

/** Media types of sheets (RFC 4180, section 3; IANA). */
const SHEET = /^text\/(csv|tab-separated-values)\b/i;

/**
 * Whether a media type is one of sheets.
 *
 * @param {string | null | undefined} type
 */
export const isSheetType = (type) => SHEET.test(type ?? "");

/**
 * Whether an attribute or property is a sheet, by its name, media type or first letter.
 *
 * @param {Given} given
 */
export function isSheet(given) {
  /** @param {string} name */
  const hasName = (name) => /\.(csv|tsv|tab)$/i.test(name);
  if (given instanceof Blob) {
    return isSheetType(given.type) || (given instanceof File && hasName(given.name));
  }
  if (typeof given !== "string" || given === "") return false;
  return isData(given) ? !/^\s*[[{]/.test(given) : hasName(given.split(/[?#]/)[0]);
}

/**
 * What data hold, as the module takes it: bytes under a name, or why there are none.
 *
 * @param {LayerName} layer
 * @param {NonNullable<Given>} given
 * @returns {Promise<Loaded>}
 */
export async function toBytes(layer, given) {
  const name = (given instanceof File && given.name) || `the property "${layer}"`;
  const isContent =
    typeof given === "string" ||
    given instanceof Blob ||
    given instanceof ArrayBuffer ||
    ArrayBuffer.isView(given);
  try {
    const content = /** @type {BodyInit} */ (isContent ? given : JSON.stringify(given));
    return { name, bytes: new Uint8Array(await new Response(content).arrayBuffer()) };
  } catch (error) {
    // An object that holds itself, a BigInt, a file that was moved meanwhile.
    const { message } = /** @type {Error} */ (error);
    const failed = new LoadError(name, { unreachable: message }, `${name}: ${message}`);
    return { name, ...failed.fields, error: failed };
  }
}

/**
 * What an empty attribute stands for: no records, not even those that come with the map.
 *
 * @param {LayerName} layer
 * @returns {Loaded}
 */
export const emptyCollection = (layer) => ({
  name: `the attribute "${layer}"`,
  bytes: new TextEncoder().encode('{"type":"FeatureCollection","features":[]}'),
});
