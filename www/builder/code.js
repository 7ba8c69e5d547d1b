// The embed code, as text.

import { escapeHtml } from "../html.js";
import { fileName } from "../page-name.js";
import * as NAMES from "../types/generated/names.js";
import { isOwn, LAYERS, state } from "./state.js";

/** @typedef {[name: string, value: string | null | undefined][]} Pairs attributes */
/** @typedef {Partial<Record<string, string>>} Addresses of the data, by layer */

/**
 * Attributes as they are written in HTML; those without a value are left out.
 *
 * @param {Pairs} pairs
 */
const attributes = (pairs) =>
  pairs
    .flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [` ${name}="${escapeHtml(value)}"`],
    )
    .join("");

/** Settings that differ from what the map does by itself. */
function chosen() {
  /** @type {Pairs} */
  const pairs = NAMES.state
    .filter((name) => state.settings[name] !== NAMES.values[name]?.[0])
    .map((name) => [name, state.settings[name]]);
  return pairs.filter(([, value]) => value);
}

/**
 * Addresses of the data, as attributes have them: an empty one stands for no records.
 *
 * @param {Addresses} addresses
 * @returns {Pairs}
 */
function sources(addresses) {
  if (!isOwn()) return [];
  return LAYERS.filter((layer) => state.data[layer] || layer !== "provinces").map((layer) => [
    layer,
    state.data[layer] ? addresses[layer] || `ADDRESS-OF-YOUR-${layer.toUpperCase()}-FILE` : "",
  ]);
}

const title = () => state.settings.heading || "Map";
/**
 * A width or height, in pixels or in per cent.
 *
 * @param {string} text
 */
const length = (text) => (/^\d+$/.test(text) ? `${text}px` : text);

/** @param {number} height of the map, in CSS pixels */
const size = (height) => ({
  width: length(state.settings.width.trim()) || "100%",
  height: length(state.settings.height.trim()) || `${height}px`,
});

/**
 * The page with the map: its own in a folder, else that of this site with all in its address.
 *
 * @param {string} base
 * @param {Addresses} addresses
 * @param {boolean} folder
 */
function page(base, addresses, folder) {
  if (folder) return new URL("index.html", base).href;
  const url = new URL(fileName("embed", "html", NAMES.usualLanguage), base);
  for (const [name, value] of [...sources(addresses), ...chosen()]) {
    url.searchParams.set(name, value ?? "");
  }
  return url.href;
}

/**
 * @param {string} base
 * @param {Pairs} pairs
 * @param {boolean} folder
 * @returns {Pairs}
 */
const absolute = (base, pairs, folder) =>
  folder ? pairs.map(([name, value]) => [name, value && new URL(value, base).href]) : pairs;

/**
 * @typedef {object} Place where everything is
 * @property {string} base address of the map's files
 * @property {Addresses} addresses
 * @property {boolean} folder whether one page there holds all the settings
 * @property {number} height of the map, in CSS pixels
 */

/**
 * The three codes.
 *
 * @param {Place} place
 */
export function codes({ base, addresses, folder, height }) {
  const room = size(height);
  const data = absolute(base, sources(addresses), folder);
  /** @type {Pairs} */
  const script = folder
    ? [["data-page", "index.html"]]
    : [...data, ...chosen()].map(([name, value]) => [`data-${name}`, value]);
  const box = state.settings.width
    ? [`<div style="max-width:${escapeHtml(room.width)}">`, "</div>"]
    : ["", ""];
  const pixels = /^(\d+)px$/.exec(room.height)?.[1];
  return {
    line: `${box[0]}<script${attributes([["src", new URL("embed.js", base).href], ...script, ["data-title", title()], ["data-height", pixels]])}></script>${box[1]}`,
    frame: `<iframe${attributes([
      ["src", page(base, addresses, folder)],
      ["title", title()],
      ["loading", "lazy"],
      ["allow", "clipboard-write"],
      ["style", `width:${room.width};height:${room.height};border:0`],
    ])}></iframe>`,
    element: `<script type="module"${attributes([["src", new URL("enforcement-map.js", base).href]])}></script>\n<enforcement-map${attributes([...data, ...chosen()])}></enforcement-map>`,
  };
}

/**
 * The page in a folder.
 *
 * @param {Addresses} addresses
 * @param {string} frame address of the frame's script
 */
export const ownPage = (addresses, frame) => `<!doctype html>
<html lang="${escapeHtml(state.settings.lang)}" data-embed>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title())}</title>
<meta name="color-scheme" content="light dark">
<style>body{margin:0}</style>
<body>
<main>
<enforcement-map${attributes([...sources(addresses), ...chosen()])}><noscript>This map needs JavaScript.</noscript></enforcement-map>
</main>
<script type="module" src="${escapeHtml(frame)}"></script>
<script type="module" src="enforcement-map.js"></script>
`;
