// Data that a page hands over, in the place of an address.

import { Trouble } from "./files.js";

/** Whether it is data: an object, a file, or a text, as of a sheet, that no address can be. */
export const isData = (value) =>
  typeof value === "object" ? value !== null : /[\r\n]|^[[{]/.test(String(value).trim());

/** The media types of sheets, and the ends of their names and addresses (`?output=csv`). */
const SHEET = /[./=](csv|tsv|tab-separated-values)($|[?#&; ])/i;

/** Whether a text, or the beginning of one, can be JSON. */
export const isJson = (text) => /^\s*[[{]/.test(text);

/** Whether an attribute or property is a sheet, by its media type, name or first letter. */
export const isSheet = (given) =>
  given instanceof Blob
    ? SHEET.test(`${given.type} ${given.name}`)
    : typeof given === "string" && (isData(given) ? !isJson(given) : SHEET.test(given));

/** What data hold, as the module takes it: bytes under a name, or why there are none. */
export async function held(kind, given) {
  const name = (given instanceof Blob && given.name) || `the property "${kind}"`;
  const isContent = typeof given === "string" || given instanceof Blob || given instanceof ArrayBuffer || ArrayBuffer.isView(given);
  try {
    const content = isContent ? given : JSON.stringify(given);
    return { name, bytes: new Uint8Array(await new Response(content).arrayBuffer()) };
  } catch (error) {
    // An object that holds itself, a BigInt, a file that was moved meanwhile.
    const trouble = new Trouble(name, { unreachable: error.message }, `${name}: ${error.message}`);
    return { name, ...trouble.fields, trouble };
  }
}

/** What an empty attribute stands for: none of these, not even those that come with the map. */
export const nothing = (kind) => ({
  name: `the attribute "${kind}"`,
  bytes: new TextEncoder().encode('{"type":"FeatureCollection","features":[]}'),
});
