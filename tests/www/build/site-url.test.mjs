import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { announce } from "../../../www/build/site-url.mjs";

const BASE = "https://example.org/maps/";
const folder = mkdtempSync(join(tmpdir(), "announced-"));
after(() => rmSync(folder, { recursive: true }));
/** The first chunk of a PNG says its size. */
const png = Buffer.alloc(33);
png.writeUInt32BE(1200, 16);
png.writeUInt32BE(630, 20);
/** @param {string} lang @param {string} title */
const page = (lang, title) => `<html lang="${lang}"><title>${title}</title><style></style>`;
writeFileSync(join(folder, "map.fr.png"), png);
writeFileSync(join(folder, "map.png"), png);
writeFileSync(join(folder, "index.html"), page("en", "An article"));
writeFileSync(join(folder, "embed.html"), page("en", "Raids"));
writeFileSync(join(folder, "embed.fr.world.html"), page("fr", "Raids &amp; &lt;vols&gt;"));
announce(folder, BASE);
/** @param {string} name */
const read = (name) => readFileSync(join(folder, name), "utf8");

test("a page leads to its answer", () => {
  const html = read("embed.fr.world.html");
  assert.ok(html.includes(`href="${BASE}oembed.fr.world.json" title="Raids &amp; &lt;vols&gt;"`));
  assert.ok(html.includes(`content="${BASE}map.fr.png"`) && html.includes('content="1200"'));
});

test("the answer has the title as a text", () => {
  const answer = JSON.parse(read("oembed.fr.world.json"));
  assert.equal(answer.title, "Raids & <vols>");
  assert.equal(answer.thumbnail_height, 630);
});

test("what is embedded of an article is its map", () => {
  assert.ok(read("index.html").includes('property="og:title" content="An article"'));
  assert.ok(read("index.html").includes(`${BASE}oembed.json`));
  assert.equal(JSON.parse(read("oembed.json")).title, "Raids");
});
