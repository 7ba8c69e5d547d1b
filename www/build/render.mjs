// The third step of a build: the pages, with the map rendered into them, and the map as still
// pictures.

import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { fileName } from "../page-name.js";
import * as NAMES from "../types/generated/names.js";
import { builder } from "./builder.mjs";
import { minified } from "./esbuild.mjs";
import { text } from "./files.mjs";

/** @import { ViewName } from "../types/generated/module.js" */
/** @import { Bundled } from "./bundle.mjs" */
/** @import { Compiled } from "./compile.mjs" */
/** @import { Build } from "./files.mjs" */

/** @typedef {{ file: string, html: string }} Page */

/**
 * @typedef {object} Rendered
 * @property {Page[]} pages
 * @property {string[]} styles that stand in the pages, for their policy
 */

// The folders of the fonts that still pictures are drawn with, so that they are the same on every
// machine.
const FONTS = [
  "@embedpdf/fonts-latin",
  "@embedpdf/fonts-sc",
  "@embedpdf/fonts-kr",
  "@expo-google-fonts/noto-sans-khmer",
];

/** A frame has no edge of its own. */
const EDGELESS = "body{margin:0}";

/**
 * The map in a language and a view, as markup. Never minified: the element draws the same nodes
 * again, and the reader's focus goes from one to the other by their order.
 *
 * @param {Build} build
 * @param {string} program
 * @param {string} lang
 * @param {ViewName} view
 * @param {boolean} isOwnPage whether the page holds nothing else
 */
function prerender({ project }, program, lang, view, isOwnPage) {
  const options = {
    geo: "geo",
    messages: `src/view/messages/${lang}.json`,
    lang,
    view,
  };
  const given = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  for (const view of NAMES.views)
    given.push(`--link=${view}=${fileName("embed", "html", lang, view)}`);
  if (isOwnPage) given.push("--own-page");
  const markup = execFileSync(program, ["prerender", ...given], { cwd: project }).toString();
  return `<div data-prerendered lang="${lang}" data-view="${view}">${markup.trim()}</div>`;
}

/**
 * Draws still pictures, for cards of links and where scripts or WebAssembly may not run: `map.svg`
 * and `map.png`, of other languages `map.fr.svg` ...
 *
 * @param {Build} build
 * @param {string} program
 * @param {string[]} languages
 */
async function drawStills({ project, out }, program, languages) {
  const fonts = FONTS.map((name) => `--fonts=${join(project, "node_modules", name)}`);
  /** @param {string} lang @param {string} extension @param {string[]} size */
  const draw = (lang, extension, size) => {
    const output = join(out, fileName("map", extension, lang));
    const options = ["--geo=geo", `--lang=${lang}`, ...size, ...fonts, "--no-system-fonts"];
    const line = ["render", ...options, "--output", output];
    return promisify(execFile)(program, line, { cwd: project });
  };
  for (const lang of languages) {
    await Promise.all([
      draw(lang, "svg", ["--width=720"]),
      draw(lang, "png", ["--width=1200", "--height=630"]),
    ]);
  }
}

/**
 * @typedef {object} Fill what goes into a page
 * @property {string} lang
 * @property {ViewName} view
 * @property {string} [title] instead of the one that the page has
 * @property {string} head
 * @property {string} map
 * @property {string} hints
 */

/**
 * Puts a map into a page.
 *
 * @param {string} template
 * @param {Fill} fill
 */
export function fillPage(template, { lang, view, title, head, map, hints }) {
  // Replacements are functions, since `$` means something in a string.
  /** @param {string} html @param {string} mark @param {string} content */
  const put = (html, mark, content) => {
    if (!html.includes(mark)) throw new Error(`the page lacks ${mark}`);
    return html.replace(mark, () => content);
  };
  let html = put(template, "<!--head-->", head);
  html = put(html, "<!--enforcement-map-->", map);
  if (view !== NAMES.usualView) {
    html = put(html, "<enforcement-map>", `<enforcement-map view="${view}">`);
  }
  html = put(html, '<script type="module"', `${hints}<script type="module"`);
  html = html.replace(/<html lang="en"/, `<html lang="${lang}"`);
  return title ? html.replace(/<title>.*<\/title>/, () => `<title>${title}</title>`) : html;
}

/**
 * A page whose scripts are named with what they must be (Subresource Integrity, W3C).
 *
 * @param {string} html
 * @param {Bundled["scripts"]} scripts
 */
export const pinScripts = (html, scripts) =>
  html.replace(/ src="([\w-]+\.js)"/g, (_, name) => {
    const [address, sum] = scripts[name];
    return ` src="${address}" integrity="sha256-${sum}"`;
  });

/**
 * Hints to fetch what a map will need. They stand after its markup, so that they never compete with
 * what is painted first.
 *
 * @param {Bundled} bundled
 * @param {string} lang
 * @param {ViewName} view
 */
function preloadHints({ manifest }, lang, view) {
  const { countries, ...data } = manifest.data;
  const layers = view === "world" ? [...Object.values(data), countries] : Object.values(data);
  const code = view === NAMES.usualView ? [manifest.wasm] : [manifest.wasm, manifest.views];
  const files = [...code, ...layers.map((layer) => layer[lang]), manifest.messages[lang]];
  return files
    .map(([href]) => `<link rel="preload" as="fetch" crossorigin href="${href}">`)
    .join("");
}

/**
 * Renders the pages and draws the still pictures.
 *
 * @param {Build} build
 * @param {Compiled} compiled
 * @param {Bundled} bundled
 * @returns {Promise<Rendered>}
 */
export async function render(build, compiled, bundled) {
  const { program } = compiled;
  const { languages, titles, style, scripts } = bundled;
  if (build.release) await drawStills(build, program, languages);

  const head = `<style id="enforcement-map-style">${style}</style>`;
  /** @param {string} lang @param {ViewName} view @param {boolean} isOwnPage */
  const filled = (lang, view, isOwnPage) => ({
    lang,
    view,
    map: prerender(build, program, lang, view, isOwnPage),
    hints: preloadHints(bundled, lang, view),
  });

  const template = text(build, "www", "embed.html");
  const frames = languages.flatMap((lang) =>
    NAMES.views.map((view) => {
      const fill = { ...filled(lang, view, true), title: titles[lang] };
      const html = fillPage(template, { ...fill, head: `${head}<style>${EDGELESS}</style>` });
      return { file: fileName("embed", "html", lang, view), html: pinScripts(html, scripts) };
    }),
  );

  // Trunk's own page, the article. Its style stands in it too: it is all that its first paint needs.
  const articleStyle = await minified(text(build, "www", "article.css"), build.release);
  const article = fillPage(readFileSync(join(build.out, "index.html"), "utf8"), {
    ...filled(NAMES.usualLanguage, NAMES.usualView, false),
    head: `${head}<style>${articleStyle}</style>`,
  }).replace(/<link rel="stylesheet" href="article.css">\n?/, "");

  // The page that explains what the builder finds.
  const codes = text(build, "www", "codes.html");
  const [, codesStyle] = codes.match(/<style>(.*?)<\/style>/s) ?? [];
  if (codesStyle === undefined) throw new Error("codes.html has no style");

  return {
    pages: [
      ...frames,
      { file: "index.html", html: pinScripts(article, scripts) },
      { file: "builder.html", html: pinScripts(await builder(build, compiled, bundled), scripts) },
      { file: "codes.html", html: codes },
    ],
    styles: [style, EDGELESS, articleStyle, codesStyle],
  };
}
