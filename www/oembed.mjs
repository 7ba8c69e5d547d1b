// An answer of oEmbed 1.0 (https://oembed.com), type "rich".
//
// A static host gives the same answer to everyone: `fit(answer, {})` as `oembed.json`. A host that
// can run a function gives each what it asks for: `fit(answer, Object.fromEntries(url.searchParams))`.

import { escapeHtml } from "./html.js";

/** What the map takes where nobody asks for less; it is readable at this height, and scrolls. */
const USUAL = { width: 600, height: 600 };

/**
 * What `maxwidth` or `maxheight` leave of a size.
 *
 * @param {number} usual
 * @param {string | undefined} most
 */
const within = (usual, most) =>
  /^[1-9]\d{0,4}$/.test(most ?? "") ? Math.min(usual, Number(most)) : usual;

/**
 * @typedef {object} Embed what an answer is about
 * @property {string} page address of a page of ours
 * @property {string} title
 * @property {{ url: string, width: number, height: number }} [thumbnail]
 * @property {{ name: string, url: string }} provider
 */

/**
 * The answer for a page of ours.
 *
 * @param {Embed} embed
 * @param {{ maxwidth?: string, maxheight?: string }} asked the parameters of the question
 */
export function fit({ page, title, thumbnail, provider }, { maxwidth, maxheight }) {
  const [width, height] = [within(USUAL.width, maxwidth), within(USUAL.height, maxheight)];
  const style = "border:0;max-width:100%";
  const html =
    `<iframe src="${escapeHtml(page)}" title="${escapeHtml(title)}" width="${width}"` +
    ` height="${height}" style="${style}" loading="lazy" allow="clipboard-write"></iframe>`;
  const fits =
    thumbnail &&
    thumbnail.width <= within(1e5, maxwidth) &&
    thumbnail.height <= within(1e5, maxheight);
  // All three of a thumbnail, or none (section 2.3.4).
  const picture = fits
    ? {
        thumbnail_url: thumbnail.url,
        thumbnail_width: thumbnail.width,
        thumbnail_height: thumbnail.height,
      }
    : {};
  return {
    type: "rich",
    version: "1.0",
    title,
    provider_name: provider.name,
    provider_url: provider.url,
    cache_age: 3600,
    ...picture,
    html,
    width,
    height,
  };
}
