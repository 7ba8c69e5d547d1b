// Validates good and bad GeoJSON against geo/schema/ with ajv.

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
const ajv = new Ajv({ strict: false, allErrors: true });
/** @type {Record<string, import("ajv").ValidateFunction>} */
const schemas = {};
for (const name of ["actions", "flows", "provinces"]) {
  const schema = json(`geo/schema/${name}.schema.json`);
  if (!ajv.validateSchema(schema)) throw new Error(ajv.errorsText());
  schemas[name] = ajv.compile(schema);
}

const corpus = "tests/corpus";
/** @type {[schema: string, isValid: boolean, path: string][]} */
const cases = [
  ["actions", true, "geo/actions.geojson"],
  ["flows", true, "geo/flows.geojson"],
  ["provinces", true, "geo/provinces.geojson"],
  ["actions", true, `${corpus}/geojson/plain.geojson`],
  ["actions", true, `${corpus}/geojson/point.geojson`],
  ["actions", true, `${corpus}/geojson/numeric-id.geojson`],
  ["actions", true, `${corpus}/geojson/empty-collection.geojson`],
  ["actions", false, `${corpus}/geojson/ambiguous-date.geojson`],
  ["actions", false, `${corpus}/geojson/no-id.geojson`],
  ["actions", false, `${corpus}/geojson/null-geometry-no-place.geojson`],
  ["actions", false, `${corpus}/geojson/other-object.geojson`],
  ["actions", false, "geo/flows.geojson"],
  ["flows", false, "geo/actions.geojson"],
  ["flows", false, `${corpus}/geojson/flows.geojson`], // "KOR", which is read and not written
  ["provinces", true, `${corpus}/provinces/multipolygon.geojson`],
  ["provinces", true, `${corpus}/provinces/heights.geojson`],
  ["provinces", false, `${corpus}/provinces/lat-lon.geojson`],
  ["provinces", false, `${corpus}/provinces/null-geometry.geojson`],
  ["provinces", false, `${corpus}/provinces/no-code.geojson`],
  ["provinces", false, `${corpus}/provinces/ring-of-two.geojson`],
];
for (const [name, good, path] of cases) {
  const valid = schemas[name](json(path));
  if (valid !== good) {
    console.log(
      `${path} against ${name}: ${valid ? "valid" : ajv.errorsText(schemas[name].errors)}`,
    );
    process.exitCode = 1;
  }
}
