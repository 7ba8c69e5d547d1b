// Trunk's last step: makes of what it compiled the files that are shipped.
//
// In: the module and its glue in $TRUNK_STAGING_DIR, and from the project the data (geo/), the
// widget's style and messages (src/view/), the element and the pages (www/).
// Out, in the same folder: `enforcement-map.js`, `embed.js`, the pages with the map rendered into
// them, the map as still pictures, what pages and hosts want to know of all that (types, oEmbed, integrity, headers), in
// `assets/` everything else under names that change with the content, to be cached for ever, and in
// `v/` a copy that stays. Besides, what `make package` packs, in target/npm/.
//
// $BASE is the address that the build is for; without it, what needs one is left out.

import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { announce, base } from "./build/address.mjs";
import { builder } from "./build/builder.mjs";
import { bundle, minified, nameless } from "./build/bundle.mjs";
import { freeze, writeIntegrity } from "./build/frozen.mjs";
import { large } from "./build/large.mjs";
import { packaged, writePackage } from "./build/package.mjs";
import { headers } from "./build/policy.mjs";
import { themable } from "./build/theme.mjs";
import { prune } from "./prune.mjs";
import { sizes, table } from "./sizes.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const out = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE !== "debug";
const here = base(process.env.BASE);

const LANGUAGES = ["en", "fr", "km", "zh", "ko", "vi"];
const KHMER = join(project, "node_modules/@fontsource/noto-sans-khmer");
const VIEWS = ["country", "world", "table"];

const source = (...path) => readFileSync(join(project, ...path), "utf8");

const sha256 = (content) => createHash("sha256").update(content).digest();

/** Writes a file into `assets/` with a hash of its content in its name; gives its address and the
 * whole hash. */
function asset(name, extension, content) {
  const sum = sha256(content);
  const address = `assets/${name}.${sum.toString("hex").slice(0, 10)}.${extension}`;
  writeFileSync(join(out, address), content);
  return [address, sum.toString("base64")];
}

/** Takes a file that Trunk made out of the folder. */
function compiled(extension) {
  const name = readdirSync(out).find((file) => file.endsWith(extension));
  const path = join(out, name);
  const content = readFileSync(path);
  rmSync(path);
  return content;
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

/** For each key, what is made of it. */
const each = (keys, make) => Object.fromEntries(keys.map((key) => [key, make(key)]));

/** `embed.html`, `embed.world.html`, `embed.fr.html`, `embed.fr.world.html` ... */
const pageName = (lang, view) => nameOf("embed", lang, view, "html");
const nameOf = (stem, lang, view, ending) =>
  [stem, lang !== "en" && lang, view !== "country" && view, ending].filter(Boolean).join(".");

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
  const messages = report
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
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
const FONTS = [
  "@embedpdf/fonts-latin",
  "@embedpdf/fonts-sc",
  "@embedpdf/fonts-kr",
  "@expo-google-fonts/noto-sans-khmer",
];

/** Still pictures, where no script runs: `map.svg` and, as a card for links, `map.png`; of other
 * languages `map.fr.svg` ... */
async function stills(program, languages) {
  const fonts = FONTS.map((name) => `--fonts=${join(project, "node_modules", name)}`);
  const draw = (lang, extension, size) => {
    const name = ["map", lang !== "en" && lang, extension].filter(Boolean).join(".");
    const options = [
      "--geo=geo",
      `--lang=${lang}`,
      ...size,
      ...fonts,
      "--no-system-fonts",
      "--output",
      join(out, name),
    ];
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

const program = command();
const api = (form) => execFileSync(program, ["api", form]).toString();
const names = JSON.parse(api("names"));
const raw = { wasm: compiled(".wasm"), glue: compiled(".js").toString() };
const small = ({ wasm, glue }) => (release ? prune(wasm, glue) : { wasm, glue });
const { wasm, glue } = small(raw);
const more = small(large(project, release));
const style = await minified(
  themable(source("src", "view", "style.css"), names.customProperties),
  release,
);
const languages = LANGUAGES.filter((lang) =>
  readdirSync(join(project, "src/view/messages")).includes(`${lang}.json`),
);
const NAMES = { tag: names.tag, data: names.data, state: names.state, languages };
const manifest = {
  pages: true,
  wasm: asset("module", "wasm", wasm),
  large: {
    wasm: asset("large", "wasm", more.wasm),
    glue: asset("large", "js", await minified(nameless(more.glue), release, "js")),
  },
  css: asset("style", "css", style),
  data: each(names.data, (name) =>
    // Where no text differs, languages share a file, since its name comes from its content.
    each(languages, (lang) =>
      asset(name, "geojson", localised(source("geo", `${name}.geojson`), lang)),
    ),
  ),
  // For readers of Khmer whose devices have no font for it.
  fonts: each(["400", "700"], (weight) =>
    asset(
      `khmer-${weight}`,
      "woff2",
      readFileSync(join(KHMER, `files/noto-sans-khmer-khmer-${weight}-normal.woff2`)),
    ),
  ),
  messages: each(languages, (lang) =>
    asset(`messages.${lang}`, "json", compact(source("src", "view", "messages", `${lang}.json`))),
  ),
};
const ofl = asset("khmer.OFL", "txt", readFileSync(join(KHMER, "LICENSE")));

const titles = JSON.parse(source("geo", "actions.geojson"));
const TITLES = each(languages, (lang) => titles[`title:${lang}`] ?? titles.title);
const { widths: WIDTHS, ...rooms } = JSON.parse(source("www", "embed", "heights.json"));
// In steps, which take less to write down.
const STEP = 16;
const HEIGHTS = each(languages, (lang) =>
  each(VIEWS, (view) => rooms[lang][view].map((height) => Math.ceil(height / STEP))),
);

/** Bundles a script of www/. */
const script = (name, { put, ...options } = {}) =>
  bundle(join(project, "www", name), {
    minify: release,
    put: { NAMES, TITLES, HEIGHTS, WIDTHS, STEP, ...put },
    ...options,
  });

const element = (files) => script("enforcement-map.js", { glue, manifest: files });
const scripts = {
  "enforcement-map.js": await element(JSON.stringify(manifest)),
  "embed.js": await script("embed.js", { format: "iife" }),
  // For a host that can run a function.
  "oembed.mjs": source("www", "oembed.mjs"),
};
const types = { "enforcement-map.d.ts": api("types"), "custom-elements.json": api("manifest") };
for (const [name, text] of Object.entries({ ...scripts, ...types }))
  writeFileSync(join(out, name), text);
const frame = asset("frame", "js", await script("frame.js"));

const head = `<style id="enforcement-map-style">${style}</style>`;
// After the markup, so that they never compete with what is painted first.
function hints(lang, view) {
  const data = names.data.filter((name) => name !== "countries" || view === "world");
  const files = [
    manifest.wasm,
    ...data.map((name) => manifest.data[name][lang]),
    manifest.messages[lang],
  ];
  return files
    .map(([href]) => `<link rel="preload" as="fetch" crossorigin href="${href}">`)
    .join("");
}

/** The scripts of a page, with what they must be (Subresource Integrity, W3C). */
function pinned(html) {
  const files = {
    "enforcement-map.js": [
      "enforcement-map.js",
      sha256(scripts["enforcement-map.js"]).toString("base64"),
    ],
    "frame.js": frame,
  };
  return html.replace(/ src="([\w-]+\.js)"/g, (_, name) => {
    const [address, sum] = files[name];
    return ` src="${address}" integrity="sha256-${sum}"`;
  });
}

// The map as a picture: for cards of links, and where scripts or WebAssembly may not run.
if (release) await stills(program, languages);

const embed = source("www", "embed.html");
// A frame has no edge of its own.
const edgeless = "body{margin:0}";
const pages = [];
for (const lang of languages) {
  for (const view of VIEWS) {
    const map = rendered(program, lang, view, true);
    const text = page(embed, {
      lang,
      view,
      title: TITLES[lang],
      head: `${head}<style>${edgeless}</style>`,
      map,
      hints: hints(lang, view),
    });
    pages.push({ file: pageName(lang, view), text: pinned(text) });
  }
}

// Trunk's own page, the article. Its style stands in it too: it is all that its first paint needs.
const article = await minified(source("www", "article.css"), release);
const index = page(readFileSync(join(out, "index.html"), "utf8"), {
  lang: "en",
  view: "country",
  head: `${head}<style>${article}</style>`,
  map: rendered(program, "en", "country", false),
  hints: hints("en", "country"),
}).replace(/<link rel="stylesheet" href="article.css">\n?/, "");
pages.push({ file: "index.html", text: pinned(index) });

// The builder, and the page that explains what it finds.
const build = { project, program, manifest, frame, ofl, languages, release };
pages.push({
  file: "builder.html",
  text: pinned(await builder({ ...build, tools: { asset, script, minified, element } })),
});
const explained = source("www", "codes.html");
pages.push({ file: "codes.html", text: explained });
const [, codes] = explained.match(/<style>(.*?)<\/style>/s);
for (const { file, text } of pages) writeFileSync(join(out, file), text);

if (release) {
  writeIntegrity(out);
  freeze(out);
  const folder = join(project, "target", "npm");
  writePackage(folder, {
    project,
    out,
    licences: { "LICENSE-khmer-font": join(KHMER, "LICENSE") },
    manifest,
    element: await element(packaged(manifest)),
    types: types["enforcement-map.d.ts"],
    elements: types["custom-elements.json"],
  });
}

// What follows the address and the server; the frozen copy does without.
const policed = pages.map(({ file }) => file);
writeFileSync(join(out, "_headers"), headers([style, edgeless, article, codes], policed));
if (here && release) announce(out, here);
if (here && release) writeIntegrity(out);

if (release) console.log(table(sizes(out)));
