// An answer of oEmbed 1.0 (https://oembed.com), type "rich".
//
// A static host gives the same answer to everyone: `fit(answer, {})` as `oembed.json`. A host that
// can run a function gives each what it asks for: `fit(answer, Object.fromEntries(url.searchParams))`.

/** What the map takes where nobody asks for less; it is readable at this height, and scrolls. */
const USUAL = { width: 600, height: 600 };

const escaped = (text) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign],
  );

/** What `maxwidth` or `maxheight` leave of a size. */
const within = (usual, most) =>
  /^[1-9]\d{0,4}$/.test(most ?? "") ? Math.min(usual, Number(most)) : usual;

/** The answer for a page of ours: `{ page, title, thumbnail: { url, width, height } }`. */
export function fit({ page, title, thumbnail, provider }, { maxwidth, maxheight }) {
  const [width, height] = [within(USUAL.width, maxwidth), within(USUAL.height, maxheight)];
  const style = "border:0;max-width:100%";
  const html =
    `<iframe src="${escaped(page)}" title="${escaped(title)}" width="${width}" height="${height}"` +
    ` style="${style}" loading="lazy" allow="clipboard-write"></iframe>`;
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
  const { name, url } = provider;
  return {
    type: "rich",
    version: "1.0",
    title,
    provider_name: name,
    provider_url: url,
    cache_age: 3600,
    ...picture,
    html,
    width,
    height,
  };
}
