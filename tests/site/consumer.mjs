// Makes, in a folder that is given, what somebody does who takes the package: installs the packed
// file, checks a program with tsc, bundles it with Vite, and writes a page without a bundler.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { build } from "vite";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const actions = `{
  type: "FeatureCollection" as const,
  title: "From the consumer",
  country: "KH",
  features: [{
    type: "Feature" as const,
    id: "one",
    geometry: null,
    properties: { date: "2026-01-05", place: "KH12", kind: "raid", title: "One", "title:fr": "Un", people: ">=3" },
  }],
}`;

/** A program that uses what the types promise. */
export const PROGRAM = `import "enforcement-map";
import { EnforcementMap, type Actions, type ProvinceSelect } from "enforcement-map";

const actions: Actions = ${actions};
const map = document.querySelector("enforcement-map");
if (map) {
  map.actions = actions;
  map.theme = "dark";
  map.from = null;
  map.addEventListener("province-select", (event) => {
    const detail: ProvinceSelect = event.detail;
    document.title = detail.name ?? "none";
  });
  map.setRange("2026-01-01", null).then(() => map.select("KH12"));
}
export const isMap = (element: Element): element is EnforcementMap => element instanceof EnforcementMap;
`;

/**
 * What tsc says of a program in a folder that has the package.
 *
 * @param {string} folder
 * @param {string} name
 * @param {string} program
 */
export function check(folder, name, program) {
  const file = join(folder, name);
  writeFileSync(file, program);
  const options = {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
  };
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/**
 * Packs the package and unpacks it where npm would put it.
 *
 * @param {string} folder
 * @returns {string} its folder
 */
export function install(folder) {
  const packed = execFileSync(
    "npm",
    ["pack", join(project, "target", "npm"), "--silent", "--pack-destination", folder],
    { encoding: "utf8" },
  ).trim();
  const place = join(folder, "node_modules", "enforcement-map");
  mkdirSync(place, { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, packed), "-C", place, "--strip-components=1"]);
  return place;
}

/**
 * Everything.
 *
 * @param {string} folder
 */
export async function consume(folder) {
  install(folder);
  const said = check(folder, "main.ts", PROGRAM);
  if (said.length > 0) throw new Error(said.join("\n"));
  /** @param {string} script */
  const html = (script) => `<!doctype html><html lang="en"><title>Consumer</title><body>
<enforcement-map lang="en"></enforcement-map>
${script}`;
  writeFileSync(
    join(folder, "index.html"),
    html('<script type="module" src="./main.ts"></script>'),
  );
  await build({
    root: folder,
    base: "./",
    configFile: false,
    logLevel: "warn",
    build: { outDir: join(folder, "built"), emptyOutDir: true },
  });
  const bare = `<script type="module" src="node_modules/enforcement-map/enforcement-map.js"></script>
<script type="module">document.querySelector("enforcement-map").actions = ${actions.replaceAll(" as const", "")};</script>`;
  writeFileSync(join(folder, "bare.html"), html(bare));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await consume(process.argv[2]);
