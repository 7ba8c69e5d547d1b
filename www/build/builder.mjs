// The builder's page: its script and style, the samples, and what the folder needs that it packs.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** `{ files, text }`: the page, and what else it asks for besides assets. `tools` are those of the
 * build: `asset`, `script`, `minified`, `element`. */
export async function builder({
  project,
  program,
  manifest,
  frame,
  ofl,
  languages,
  release,
  tools,
}) {
  const { asset, script, minified, element } = tools;
  const source = (...path) => readFileSync(join(project, ...path), "utf8");
  const file = (name, extension, content) => asset(name, extension, content)[0];
  const sheet = (kind) =>
    execFileSync(program, ["convert", join("geo", `${kind}.geojson`), "--to", "csv"], {
      cwd: project,
    });
  const { country } = JSON.parse(source("geo", "provinces.geojson"));
  const constants = {
    country: country ? new Intl.DisplayNames("en", { type: "region" }).of(country) : "its country",
    codes: "codes.html",
    templates: Object.fromEntries(
      ["actions", "flows"].map((kind) => [
        kind,
        file(`template.${kind}`, "csv", source("geo", "schema", `${kind}.csv`)),
      ]),
    ),
    samples: {
      sample: Object.fromEntries(
        ["actions", "flows"].map((kind) => [kind, file(`sample.${kind}`, "csv", sheet(kind))]),
      ),
      mistakes: {
        actions: file(
          "mistakes.actions",
          "csv",
          source("www", "builder", "samples", "mistakes.csv"),
        ),
      },
    },
    folder: {
      // In a folder there are no other pages to lead to.
      element: file("element", "js", await element(JSON.stringify({ ...manifest, pages: false }))),
      frame: frame[0],
      always: [
        "embed.js",
        frame[0],
        ...[
          manifest.wasm,
          manifest.css,
          manifest.large.glue,
          manifest.large.wasm,
          ...Object.values(manifest.fonts),
          ofl,
        ].map(([name]) => name),
      ],
      texts: Object.fromEntries(
        languages.map((lang) => [
          lang,
          [manifest.messages[lang], manifest.data.countries[lang]].map(([name]) => name),
        ]),
      ),
      areas: Object.fromEntries(
        languages.map((lang) => [lang, [manifest.data.provinces[lang][0]]]),
      ),
      records: Object.fromEntries(
        languages.map((lang) => [
          lang,
          [manifest.data.actions[lang][0], manifest.data.flows[lang][0]],
        ]),
      ),
    },
  };
  const js = asset(
    "builder",
    "js",
    await script("builder/main.js", { put: { BUILDER: constants } }),
  );
  const css = asset(
    "builder",
    "css",
    await minified(source("www", "article.css") + source("www", "builder", "style.css"), release),
  );
  const pinned = ([address, sum]) => `"${address}" integrity="sha256-${sum}"`;
  return source("www", "builder.html")
    .replace('"builder.css"', () => pinned(css))
    .replace('"builder.js"', () => pinned(js));
}
