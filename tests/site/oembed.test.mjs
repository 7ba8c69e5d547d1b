// Answers of oEmbed and what announces them, on a copy of dist/, against https://oembed.com.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { announce, base } from "../../www/build/site-url.mjs";
import { contentHash } from "../../www/build/snapshot.mjs";
import { fit } from "../../www/oembed.mjs";

const dist = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "dist");
const folder = mkdtempSync(join(tmpdir(), "announced-"));
after(() => rmSync(folder, { recursive: true }));
const BASE = "https://example.org/maps/";
// The frozen copy knows no address, whatever the build was told.
const [frozen] = readdirSync(join(dist, "v"));
for (const name of readdirSync(join(dist, "v", frozen)).filter((name) =>
  /\.(html|png)$/.test(name),
))
  cpSync(join(dist, "v", frozen, name), join(folder, name));
announce(folder, `${base("https://example.org/maps")}`);

/**
 * What the specification asks of an answer of type "rich" (sections 2.3.4 and 2.3.4.4).
 *
 * @param {Record<string, unknown>} answer
 */
function assertRich(answer) {
  const texts = ["title", "provider_name", "provider_url", "html", "thumbnail_url"];
  const numbers = ["cache_age", "width", "height", "thumbnail_width", "thumbnail_height"];
  assert.equal(answer.type, "rich");
  assert.equal(answer.version, "1.0");
  for (const [name, value] of Object.entries(answer)) {
    if (texts.includes(name)) assert.equal(typeof value, "string", name);
    else if (numbers.includes(name))
      assert.ok(Number.isInteger(value) && Number(value) > 0, `${name}: ${value}`);
    else assert.ok(["type", "version"].includes(name), `${name} is not of the specification`);
  }
  for (const name of ["html", "width", "height"]) assert.ok(name in answer, name);
  for (const name of ["provider_url", "thumbnail_url"])
    if (name in answer) assert.match(String(answer[name]), /^https?:\/\//);
  const thumbnail = ["thumbnail_url", "thumbnail_width", "thumbnail_height"].filter(
    (name) => name in answer,
  );
  assert.ok([0, 3].includes(thumbnail.length), "all of a thumbnail, or nothing");
  // "should have no padding or margins", "should validate as XHTML".
  const [, ...attributes] =
    String(answer.html).match(/^<iframe((?: [a-z]+="[^"<]*")+)><\/iframe>$/) ?? assert.fail();
  assert.ok(attributes[0].includes(`width="${answer.width}" height="${answer.height}"`));
}

test("each page leads to its answer, and the answer to the page", () => {
  const others = ["builder.html", "codes.html"];
  const pages = readdirSync(folder).filter(
    (name) => name.endsWith(".html") && !others.includes(name),
  );
  assert.ok(pages.length >= 19);
  for (const page of pages) {
    const html = readFileSync(join(folder, page), "utf8");
    const links = [
      ...html.matchAll(
        /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)" title="([^"]+)">/g,
      ),
    ];
    assert.equal(links.length, 1, page);
    const [, href] = links[0];
    assert.ok(href.startsWith(BASE), href);
    const answer = JSON.parse(readFileSync(join(folder, href.slice(BASE.length)), "utf8"));
    assertRich(answer);
    const embedded = page === "index.html" ? "embed.html" : page;
    assert.ok(answer.html.includes(`src="${BASE}${embedded}"`), answer.html);
    assert.ok(
      html.includes(`<title>${page === "index.html" ? "" : answer.title.replaceAll("&", "&amp;")}`),
      answer.title,
    );
    // In the part of the page that services read.
    assert.ok(html.indexOf("oembed") < html.indexOf("<body"), page);
  }
  assert.ok(readdirSync(folder).includes("oembed.json"));
});

test("a link is shown as a card with a picture", () => {
  for (const page of ["index.html", "embed.html", "embed.fr.html"]) {
    const html = readFileSync(join(folder, page), "utf8");
    /** @param {string} name */
    const tag = (name) =>
      html.match(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`))?.[1] ?? "";
    for (const name of [
      "og:title",
      "og:type",
      "og:url",
      "og:image",
      "og:image:alt",
      "twitter:card",
    ])
      assert.ok(tag(name), `${name} of ${page}`);
    assert.equal(tag("og:url"), BASE + page);
    const png = readFileSync(join(folder, tag("og:image").slice(BASE.length)));
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.deepEqual(
      [Number(tag("og:image:width")), Number(tag("og:image:height"))],
      [png.readUInt32BE(16), png.readUInt32BE(20)],
    );
    assert.ok(png.readUInt32BE(16) >= 600, "cards want 600 px at least");
  }
});

test("an answer keeps to what it is asked for", () => {
  const answer = {
    page: 'https://example.org/maps/embed.html?a=1&b="2"',
    title: "War & <Peace>",
    thumbnail: { url: "https://example.org/still.png", width: 1200, height: 630 },
    provider: { name: "Maps", url: BASE },
  };
  for (const maxwidth of [undefined, "1", "320", "600", "4000", "0", "-3", "wide", "1e3", "3.5"]) {
    for (const maxheight of [undefined, "200", "5000", "tall"]) {
      const fitted = fit(answer, { maxwidth, maxheight });
      assertRich(fitted);
      /** @param {string | undefined} text */
      const whole = (text) => /^[1-9]\d*$/.test(text ?? "");
      if (whole(maxwidth))
        assert.ok(
          fitted.width <= Number(maxwidth) && (fitted.thumbnail_width ?? 0) <= Number(maxwidth),
        );
      if (whole(maxheight))
        assert.ok(
          fitted.height <= Number(maxheight) && (fitted.thumbnail_height ?? 0) <= Number(maxheight),
        );
    }
  }
  assert.ok(fit(answer, {}).html.includes("a=1&amp;b=&quot;2&quot;"));
  assert.equal(fit(answer, {}).thumbnail_width, 1200);
});

test("the address of a build is a folder's", () => {
  assert.equal(base(undefined), undefined);
  assert.equal(base(""), undefined);
  assert.equal(base("https://example.org/maps"), BASE);
  for (const wrong of [
    "maps",
    "/maps/",
    "ftp://example.org/",
    "https://example.org/?a",
    "javascript:1",
  ]) {
    assert.throws(() => base(wrong), /BASE is not the address of a folder/);
  }
});

test("without an address, nothing pretends to have one", () => {
  const html = readFileSync(join(dist, "v", frozen, "embed.html"), "utf8");
  assert.ok(!html.includes("og:image") && !html.includes("oembed"));
});

test("the frozen copy is what its name says", () => {
  const [name, ...more] = readdirSync(join(dist, "v"));
  assert.deepEqual(more, []);
  assert.equal(contentHash(join(dist, "v", name)), name);
});

test("integrity.json tells what each file is", async () => {
  const { createHash } = await import("node:crypto");
  const sums = JSON.parse(readFileSync(join(dist, "integrity.json"), "utf8"));
  assert.ok(Object.keys(sums).length > 40);
  for (const [name, sum] of Object.entries(sums)) {
    assert.equal(
      `sha256-${createHash("sha256")
        .update(readFileSync(join(dist, name)))
        .digest("base64")}`,
      sum,
      name,
    );
  }
  const pinned = readFileSync(join(dist, "embed.html"), "utf8").match(/ integrity="[^"]+"/g);
  assert.equal(pinned?.length, 2);
});
