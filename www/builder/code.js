// The embed code, as text.

import { isOwn, KINDS, state } from "./state.js";

const escaped = (text) =>
  String(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Attributes as they are written in HTML; those without a value are left out. */
const attributes = (pairs) =>
  pairs
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");

/** Settings that differ from what the map does by itself. */
function chosen() {
  const { heading, lang, from, to, view, theme } = state.settings;
  const pairs = {
    heading,
    lang,
    from,
    to,
    view: view === "country" ? "" : view,
    theme: theme === "auto" ? "" : theme,
  };
  return Object.entries(pairs).filter(([, value]) => value);
}

/** Addresses of the data, as attributes have them: an empty one stands for no records. */
function sources(addresses) {
  if (!isOwn()) return [];
  return KINDS.filter((kind) => state.data[kind] || kind !== "provinces").map((kind) => [
    kind,
    state.data[kind] ? addresses[kind] || `ADDRESS-OF-YOUR-${kind.toUpperCase()}-FILE` : "",
  ]);
}

const title = () => state.settings.heading || "Map";
/** A width or height, in pixels or in per cent. */
const length = (text) => (/^\d+$/.test(text) ? `${text}px` : text);

const size = (height) => ({
  width: length(state.settings.width.trim()) || "100%",
  height: length(state.settings.height.trim()) || `${height}px`,
});

/** The page with the map: its own in a folder, else that of this site with all in its address. */
function page(base, addresses, folder) {
  if (folder) return new URL("index.html", base).href;
  const url = new URL("embed.html", base);
  for (const [name, value] of [...sources(addresses), ...chosen()])
    url.searchParams.set(name, value);
  return url.href;
}

const absolute = (base, pairs, folder) =>
  folder ? pairs.map(([name, value]) => [name, value && new URL(value, base).href]) : pairs;

/** The three codes. `base` is where the map's files are, `addresses` where the data are; in a
 * `folder`, one page there holds all the settings. */
export function codes({ base, addresses, folder, height }) {
  const room = size(height);
  const data = absolute(base, sources(addresses), folder);
  const script = folder
    ? [["data-page", "index.html"]]
    : [...data, ...chosen()].map(([name, value]) => [`data-${name}`, value]);
  const box = state.settings.width
    ? [`<div style="max-width:${escaped(room.width)}">`, "</div>"]
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

/** The page in a folder. */
export const ownPage = (addresses, frame) => `<!doctype html>
<html lang="${escaped(state.settings.lang)}" data-embed>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title())}</title>
<meta name="color-scheme" content="light dark">
<style>body{margin:0}</style>
<body>
<main>
<enforcement-map${attributes([...sources(addresses), ...chosen()])}><noscript>This map needs JavaScript.</noscript></enforcement-map>
</main>
<script type="module" src="${escaped(frame)}"></script>
<script type="module" src="enforcement-map.js"></script>
`;
