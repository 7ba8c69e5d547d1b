// The pages that are compared, as a static site: ours as it was built, the peers bundled from npm, the
// same data for all, and everything beside its brotli.

import { once } from "node:events";
import {
  cpSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { geoIdentity, geoPath } from "d3-geo";
import { build } from "esbuild";
import sirv from "sirv";
import { localised } from "../../www/build/bundle.mjs";
import { csv } from "./dataset.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(dirname(here));
const TITLE = "Cambodia’s crackdown on online scams";
/** Static servers compress small files once, as well as can be; large ones more quickly. */
const LARGE = 4e6;

const STYLE = `body{font:16px system-ui,sans-serif;margin:8px;max-width:616px}svg{display:block}
path{stroke:#777;cursor:pointer}rect{fill:#ccc}rect.in{fill:#97400f}ul{margin:0;padding:0;list-style:none}
#legend li{display:inline-block;margin:4px;padding-left:4px}#kinds,#list{white-space:pre-line}`;

const D3 = `<svg id="map" width="600" height="510"></svg><ul id="legend"></ul>
<svg width="600" height="84"><g id="bars"></g><g id="brush"></g><g id="axis" transform="translate(0,60)"></g></svg>
<p id="status" role="status"></p><p id="chosen"></p><ul id="kinds"></ul><ul id="list"></ul>`;
const ECHARTS = `<div id="chart" style="width:600px;height:660px"></div>
<p id="status" role="status"></p><div id="kinds"></div><div id="list"></div>`;
const OURS = (rows) => `<enforcement-map actions="../data/${rows}.csv" flows=""></enforcement-map>`;

/** A page as a careful author writes it: all that it needs is asked for at once. */
function html(body, { script, fetched = [] } = {}) {
  const preload = fetched.map(
    (file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${TITLE}</title>
<style>${STYLE}</style>${preload.join("")}
${script ? `<script type="module" src="${script}"></script>` : ""}
<body><h1>${TITLE}</h1>${body}`;
}

/** The map as a picture that needs no script: nothing can be there sooner. */
function still(provinces, actions) {
  const path = geoPath(geoIdentity().reflectY(true).fitSize([600, 510], provinces)).digits(0);
  const places = actions.features.map(({ properties }) => properties.place);
  const shape = (province) => {
    const fill = places.includes(province.id) ? "#f3d3a8" : "#eee8dc";
    return `<path fill="${fill}" d="${path(province)}"><title>${province.properties.name ?? province.id}</title></path>`;
  };
  return `<svg width="600" height="510">${provinces.features.map(shape).join("")}</svg>`;
}

/** Writes the site into a folder; gives the versions of what is in it. */
export async function makeSite(folder, sizes) {
  rmSync(folder, { recursive: true, force: true });
  const write = (name, content) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  // Without the frozen copy, which nothing asks for.
  const frozen = join(project, "dist/v");
  cpSync(join(project, "dist"), join(folder, "ours"), {
    recursive: true,
    filter: (path) => path !== frozen,
  });
  const collection = (name) =>
    localised(readFileSync(join(project, `geo/${name}.geojson`), "utf8"), "en");
  const [provinces, actions] = ["provinces", "actions"].map(collection);
  write("data/provinces.geojson", provinces);
  write("data/actions.geojson", actions);
  for (const rows of sizes) {
    const file = createWriteStream(join(folder, `data/${rows}.csv`));
    for (const piece of csv(rows)) if (!file.write(piece)) await once(file, "drain");
    file.end();
    await once(file, "finish");
    write(`ours-rows/${rows}.html`, html(OURS(rows), { script: "ours.js" }));
  }
  write("static/index.html", html(still(JSON.parse(provinces), JSON.parse(actions))));
  for (const [name, body] of Object.entries({ d3: D3, echarts: ECHARTS })) {
    const fetched = ["../data/provinces.geojson", "../data/actions.geojson"];
    write(`${name}/index.html`, html(body, { script: "page.js", fetched }));
    for (const rows of sizes) {
      const fetched = ["../data/provinces.geojson", `../data/${rows}.csv`];
      write(`${name}/${rows}.html`, html(body, { script: "page.js", fetched }));
    }
    await script(`${name}.js`, join(folder, name, "page.js"));
  }
  await script("ours.js", join(folder, "ours-rows/ours.js"));
  compress(folder);
}

const script = (name, outfile) =>
  build({
    entryPoints: [join(here, "pages", name)],
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // Ours is built already.
    external: ["../ours/*"],
    legalComments: "none",
    logLevel: "warning",
  });

function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    // Pictures and fonts are compressed by themselves.
    if (!entry.isFile() || /\.(png|woff2)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 4 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  }
}

/** Serves the site on a free port; gives its address. */
export async function serve(folder) {
  const answer = sirv(folder, { brotli: true, etag: false });
  const server = createServer((request, response) =>
    answer(request, response, () => {
      // What browsers ask for by themselves.
      response.statusCode = request.url === "/favicon.ico" ? 204 : 404;
      response.end();
    }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { origin: `http://127.0.0.1:${server.address().port}`, server };
}
