// The builder's page: its script and style, the samples, and what the folder needs that it packs.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { each } from "../each.js";
import { minified } from "./esbuild.mjs";
import { asset, text } from "./files.mjs";

/** @import { BuiltFile } from "virtual:manifest" */
/** @import { Bundled } from "./bundle.mjs" */
/** @import { Compiled } from "./compile.mjs" */
/** @import { Build } from "./files.mjs" */

/** The layers that there are sheets of. */
const SHEETS = /** @type {const} */ (["actions", "flows"]);

/**
 * The sheets that an editor can begin with.
 *
 * @param {Build} build
 * @param {string} program
 */
function sheets(build, program) {
  /** @param {string} name @param {string | Buffer} content */
  const file = (name, content) => asset(build, name, "csv", content)[0];
  /** @param {string} layer */
  const converted = (layer) =>
    execFileSync(program, ["convert", join("geo", `${layer}.geojson`), "--to", "csv"], {
      cwd: build.project,
    });
  return {
    templates: each(SHEETS, (layer) =>
      file(`template.${layer}`, text(build, "geo", "schema", `${layer}.csv`)),
    ),
    samples: {
      sample: each(SHEETS, (layer) => file(`sample.${layer}`, converted(layer))),
      mistakes: {
        actions: file("mistakes.actions", text(build, "www", "builder", "samples", "mistakes.csv")),
      },
    },
  };
}

/**
 * The files that the builder packs into a folder.
 *
 * @param {Build} build
 * @param {Bundled} bundled
 */
async function packed(build, { manifest, languages, element, scripts, fontLicence }) {
  // In a folder there are no other pages to lead to.
  const script = await element(JSON.stringify({ ...manifest, pages: false }));
  const [frame] = scripts["frame.js"];
  /** @param {BuiltFile[]} files */
  const names = (...files) => files.map(([name]) => name);
  const { wasm, views, css, sheets, fonts, messages, data } = manifest;
  return {
    element: asset(build, "element", "js", script)[0],
    frame,
    always: [
      "embed.js",
      frame,
      ...names(wasm, views, css, sheets.glue, sheets.wasm, ...Object.values(fonts), fontLicence),
    ],
    texts: each(languages, (lang) => names(messages[lang], data.countries[lang])),
    areas: each(languages, (lang) => names(data.provinces[lang])),
    records: each(languages, (lang) => names(data.actions[lang], data.flows[lang])),
  };
}

/**
 * The page.
 *
 * @param {Build} build
 * @param {Compiled} compiled
 * @param {Bundled} bundled
 */
export async function builder(build, { program }, bundled) {
  const { country } = JSON.parse(text(build, "geo", "provinces.geojson"));
  const constants = {
    country: country ? new Intl.DisplayNames("en", { type: "region" }).of(country) : "its country",
    codes: "codes.html",
    ...sheets(build, program),
    folder: await packed(build, bundled),
  };
  const script = await bundled.script("builder/main.js", { put: { BUILDER: constants } });
  const styles = text(build, "www", "article.css") + text(build, "www", "builder", "style.css");
  const js = asset(build, "builder", "js", script);
  const css = asset(build, "builder", "css", await minified(styles, build.release));
  /** @param {BuiltFile} file */
  const pinned = ([address, sum]) => `"${address}" integrity="sha256-${sum}"`;
  return text(build, "www", "builder.html")
    .replace('"builder.css"', () => pinned(css))
    .replace('"builder.js"', () => pinned(js));
}
