// What a build knows that is told its address, `make dist BASE=https://example.org/maps/`: answers
// of oEmbed, the links by which they are found, and tags for the cards that a link is shown as.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml, unescapeHtml } from "../html.js";
import { fit } from "../oembed.mjs";
import { fileName } from "../page-name.js";

/**
 * The address that a build is for, with a slash at its end, or `undefined`.
 *
 * @param {string | undefined} text
 * @throws {Error} where the text is no address of a folder
 */
export function base(text) {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new Error(
      `BASE is not the address of a folder: "${text}"; write it as https://example.org/maps/`,
    );
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/**
 * Width and height of a PNG: they stand in its first chunk (PNG, section 11.2.1).
 *
 * @param {Buffer} png
 */
const sizeOf = (png) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

/**
 * The text of an element of a page, or a value of an attribute of one, as it is written there.
 *
 * @param {string} html
 * @param {RegExp} pattern
 */
const written = (html, pattern) => html.match(pattern)?.[1] ?? "";

/**
 * Adds to the pages of a folder what their address is needed for.
 *
 * @param {string} folder
 * @param {string} base
 */
export function announce(folder, base) {
  const pages = readdirSync(folder).filter((name) => /^(embed|index).*\.html$/.test(name));
  for (const page of pages) {
    const html = readFileSync(join(folder, page), "utf8");
    // What is embedded of an article is its map.
    const file = page === "index.html" ? "embed.html" : page;
    const { answer, oembed, tags } = announced(folder, base, page, file, html);
    writeFileSync(join(folder, oembed), `${JSON.stringify(answer, null, 1)}\n`);
    writeFileSync(
      join(folder, page),
      html.replace("<style", () => `${tags}\n<style`),
    );
  }
}

/**
 * @param {string} folder
 * @param {string} base
 * @param {string} page
 * @param {string} file the page that is embedded
 * @param {string} html of the page
 */
function announced(folder, base, page, file, html) {
  /** @param {string} name */
  const address = (name) => escapeHtml(new URL(name, base).href);
  const lang = written(html, /<html lang="([^"]+)"/);
  const embedded = readFileSync(join(folder, file), "utf8");
  const title = unescapeHtml(written(embedded, /<title>(.*)<\/title>/));
  const picture = fileName("map", "png", lang);
  const size = sizeOf(readFileSync(join(folder, picture)));
  const answer = fit(
    {
      page: new URL(file, base).href,
      title,
      thumbnail: { url: new URL(picture, base).href, ...size },
      provider: { name: "enforcement-map", url: base },
    },
    {},
  );
  // `oembed.json`, `oembed.fr.world.json` ...
  const oembed = file.replace(/^embed/, "oembed").replace(/html$/, "json");
  /** @param {string} name @param {string | number} content */
  const property = (name, content) => `<meta property="${name}" content="${content}">`;
  const tags = [
    `<link rel="alternate" type="application/json+oembed" href="${address(oembed)}" title="${escapeHtml(title)}">`,
    property("og:type", "website"),
    property("og:title", written(html, /<title>(.*)<\/title>/)),
    property("og:url", address(page)),
    property("og:locale", lang),
    property("og:image", address(picture)),
    property("og:image:width", size.width),
    property("og:image:height", size.height),
    property("og:image:alt", escapeHtml(title)),
    '<meta name="twitter:card" content="summary_large_image">',
  ];
  return { answer, oembed, tags: tags.join("\n") };
}
