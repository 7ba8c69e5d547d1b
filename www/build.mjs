// Trunk's last step: makes of what it compiled the files that are shipped.
//
// In: the module and its glue in $TRUNK_STAGING_DIR, and from the project the data (geo/), the
// widget's style and messages (src/view/), the element and the pages (www/).
// Out, in the same folder: `enforcement-map.js`, the pages with the map rendered into them, the map
// as still pictures, and in `assets/` everything else under names that change with the content, to be cached for ever.

import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build, transform } from "esbuild";
import { prune } from "./prune.mjs";
import { sizes, table } from "./sizes.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const out = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE !== "debug";

// The first versions that let a policy allow WebAssembly alone (`wasm-unsafe-eval`).
const target = ["chrome97", "firefox102", "safari16"];
const LANGUAGES = ["en", "fr", "km", "zh", "ko", "vi"];
const KHMER = join(project, "node_modules/@fontsource/noto-sans-khmer");
const VIEWS = ["country", "world", "table"];

const source = (...path) => readFileSync(join(project, ...path), "utf8");

/** Writes a file into `assets/` with a hash of its content in its name; gives its address. */
function asset(name, extension, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const address = `assets/${name}.${hash}.${extension}`;
  writeFileSync(join(out, address), content);
  return address;
}

/** Minifies JavaScript or CSS. */
async function minified(code, loader) {
  const options = { loader, minify: release, target, legalComments: "none", charset: "utf8" };
  return (await transform(code, options)).code.trim();
}

/** Takes a file that Trunk made out of the folder. */
function compiled(extension) {
  const name = readdirSync(out).find((file) => file.endsWith(extension));
  const path = join(out, name);
  const content = readFileSync(path);
  rmSync(path);
  return content;
}

/** The glue without the module's name before it had a hash: the element gives the address. */
function nameless(glue) {
  const address = /new URL\('[^']*_bg\.wasm', import\.meta\.url\)/;
  if (!address.test(glue)) throw new Error("the glue does not name the module as it used to");
  return glue.replace(address, "undefined");
}

/** JSON without its white space. */
const compact = (text) => JSON.stringify(JSON.parse(text));

/** JSON without the texts of other languages than one, which have a tag behind a colon: readers
 * get theirs, English where there is none, and the names in the language of the place. */
function localised(text, lang) {
  const collection = JSON.parse(text);
  const wanted = ["en", lang, collection.local_language];
  const keep = (key, value) =>
    Object.prototype.toString.call(value) === "[object Object]"
      ? Object.fromEntries(
          Object.entries(value).filter(([name]) => {
            const [, tag] = name.split(":");
            return !tag || wanted.includes(tag);
          }),
        )
      : value;
  return JSON.stringify(collection, keep);
}

/** For each key, the address of a file made from it. */
const each = (keys, make) => Object.fromEntries(keys.map((key) => [key, make(key)]));

/** Bundles the element, with the names of the other files in it. */
async function element(manifest) {
  await build({
    entryPoints: [join(project, "www", "enforcement-map.js")],
    outfile: join(out, "enforcement-map.js"),
    bundle: true,
    format: "esm",
    define: { MANIFEST: JSON.stringify(manifest) },
    minify: release,
    target,
    charset: "utf8",
    logLevel: "warning",
  });
}

/** `embed.html`, `embed.world.html`, `embed.fr.html`, `embed.fr.world.html` ... */
const pageName = (lang, view) =>
  ["embed", lang !== "en" && lang, view !== "country" && view, "html"].filter(Boolean).join(".");

/** The native command, which renders the map as HTML; compiled without the switches that make the
 * module small. */
function command() {
  const special = /^(RUSTC_BOOTSTRAP|CARGO_UNSTABLE_.*)$/;
  const plain = Object.entries(process.env).filter(([name]) => !special.test(name));
  const report = execFileSync(
    "cargo",
    ["build", "--quiet", "--features", "cli", "--bin", "enforcement-map", "--message-format=json"],
    {
      cwd: project,
      env: Object.fromEntries(plain),
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 1 << 28,
    },
  );
  const messages = report.toString().trim().split("\n").map((line) => JSON.parse(line));
  return messages.find(({ executable }) => executable).executable;
}

/** The map in a language and a view, as markup. Never minified: its comments and white space are
 * what the module finds its way by when it takes over. */
function rendered(program, lang, view, own) {
  const options = {
    geo: "geo",
    messages: `src/view/messages/${lang}.json`,
    lang,
    view,
    "link-country": pageName(lang, "country"),
    "link-world": pageName(lang, "world"),
    "link-table": pageName(lang, "table"),
  };
  const given = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  if (own) given.push("--own-page");
  const markup = execFileSync(program, ["prerender", ...given], { cwd: project }).toString();
  return `<div data-prerendered lang="${lang}" data-view="${view}">${markup.trim()}</div>`;
}

/** The folders of the fonts that still pictures are drawn with, so that they are the same on every
 * machine. */
const FONTS = ["@embedpdf/fonts-latin", "@embedpdf/fonts-sc", "@embedpdf/fonts-kr", "@expo-google-fonts/noto-sans-khmer"];

/** Still pictures, where no script runs: `map.svg` and, as a card for links, `map.png`; of other
 * languages `map.fr.svg` ... */
async function stills(program, languages) {
  const fonts = FONTS.map((name) => `--fonts=${join(project, "node_modules", name)}`);
  const draw = (lang, extension, size) => {
    const name = ["map", lang !== "en" && lang, extension].filter(Boolean).join(".");
    const options = ["--geo=geo", `--lang=${lang}`, ...size, ...fonts, "--no-system-fonts", "--output", join(out, name)];
    return promisify(execFile)(program, ["render", ...options], { cwd: project });
  };
  for (const lang of languages) {
    await Promise.all([
      draw(lang, "svg", ["--width=720"]),
      draw(lang, "png", ["--width=1200", "--height=630"]),
    ]);
  }
}

/** Puts a map into a page. Replacements are functions, since `$` means something in a string. */
function page(template, { lang, view, title, head, map, hints }) {
  const put = (text, mark, content) => {
    if (!text.includes(mark)) throw new Error(`the page lacks ${mark}`);
    return text.replace(mark, () => content);
  };
  let html = put(template, "<!--head-->", head);
  html = put(html, "<!--enforcement-map-->", map);
  if (view !== "country") html = put(html, "<enforcement-map>", `<enforcement-map view="${view}">`);
  html = put(html, '<script type="module"', `${hints}<script type="module"`);
  html = html.replace(/<html lang="en"/, `<html lang="${lang}"`);
  return title ? html.replace(/<title>.*<\/title>/, () => `<title>${title}</title>`) : html;
}

mkdirSync(join(out, "assets"), { recursive: true });

const raw = { wasm: compiled(".wasm"), glue: compiled(".js").toString() };
const { wasm, glue } = release ? prune(raw.wasm, raw.glue) : raw;
const style = await minified(source("src", "view", "style.css"), "css");
const languages = LANGUAGES.filter((lang) =>
  readdirSync(join(project, "src/view/messages")).includes(`${lang}.json`),
);
const manifest = {
  glue: asset("glue", "js", await minified(nameless(glue), "js")),
  wasm: asset("module", "wasm", wasm),
  css: asset("style", "css", style),
  data: each(["provinces", "actions", "flows", "countries"], (name) =>
    // Where no text differs, languages share a file, since its name comes from its content.
    each(languages, (lang) =>
      asset(name, "geojson", localised(source("geo", `${name}.geojson`), lang)),
    ),
  ),
  // For readers of Khmer whose devices have no font for it.
  fonts: each(["400", "700"], (weight) =>
    asset(`khmer-${weight}`, "woff2", readFileSync(join(KHMER, `files/noto-sans-khmer-khmer-${weight}-normal.woff2`))),
  ),
  messages: each(languages, (lang) =>
    asset(`messages.${lang}`, "json", compact(source("src", "view", "messages", `${lang}.json`))),
  ),
};
asset("khmer.OFL", "txt", readFileSync(join(KHMER, "LICENSE")));
await element(manifest);
// What diagnostics mean, for the address in them.
writeFileSync(join(out, "codes.html"), source("www", "codes.html"));

const program = command();
if (release) await stills(program, languages);
const head = `<style id="enforcement-map-style">${style}</style>`;
// After the markup, so that they never compete with what is painted first.
function hints(lang, view) {
  const data = Object.keys(manifest.data).filter((name) => name !== "countries" || view === "world");
  const files = [manifest.wasm, ...data.map((name) => manifest.data[name][lang]), manifest.messages[lang]];
  return [
    `<link rel="modulepreload" href="${manifest.glue}">`,
    ...files.map((href) => `<link rel="preload" as="fetch" crossorigin href="${href}">`),
  ].join("");
}

const titles = JSON.parse(source("geo", "actions.geojson"));
const embed = source("www", "embed.html");
for (const lang of languages) {
  for (const view of VIEWS) {
    const title = titles[`title:${lang}`] ?? titles.title;
    const map = rendered(program, lang, view, true);
    writeFileSync(
      join(out, pageName(lang, view)),
      page(embed, { lang, view, title, head, map, hints: hints(lang, view) }),
    );
  }
}

// Trunk's own page, the article. Its style stands in it too: it is all that its first paint needs.
const article = await minified(source("www", "article.css"), "css");
writeFileSync(
  join(out, "index.html"),
  page(readFileSync(join(out, "index.html"), "utf8"), {
    lang: "en",
    view: "country",
    head: `${head}<style>${article}</style>`,
    map: rendered(program, "en", "country", false),
    hints: hints("en", "country"),
  }).replace(/<link rel="stylesheet" href="article.css">\n?/, ""),
);

if (release) console.log(table(sizes(out)));
