import assert from "node:assert/strict";
import { test } from "node:test";
import { layerOf, pasted, plainName } from "../../../www/builder/files.js";

const POLYGONS = '{"type":"FeatureCollection","features":[{"geometry":{"type":"MultiPolygon"';
const TOPOLOGY = '{"type":"Topology","objects":{}}';

test("a file that is dropped finds its layer by what it holds", async () => {
  for (const [layer, name, content] of [
    ["provinces", "a.json", POLYGONS],
    ["provinces", "a.json", TOPOLOGY],
    ["provinces", "a.topojson", ""],
    ["flows", "a.csv", "id,date,origin,destination,people"],
    ["flows", "flows.csv", "a,b"],
    ["actions", "a.csv", "id,date,place,kind,title"],
    // Only the first rows of a sheet are its columns.
    ["actions", "a.csv", `id,title\n${"1,a\n".repeat(9)}2,origin`],
    ["actions", "a.json", "{}"],
  ]) {
    assert.equal(await layerOf(new File([content], name)), layer, `${name}: ${content}`);
  }
});

test("in a folder, a file is named by what it holds and its form", async () => {
  for (const [name, content, expected] of [
    ["My sheet.csv", "id,date", "actions.csv"],
    ["pasted", "id\tdate", "actions.tsv"],
    ["a.txt", "\ufeff[1]", "actions.geojson"],
    ["a.json", TOPOLOGY, "actions.topojson"],
    ["a.topojson", "{}", "actions.topojson"],
  ]) {
    assert.equal(await plainName("actions", new File([content], name)), expected);
  }
});

test("cells that are pasted are a sheet, or JSON", () => {
  const sheet = pasted("flows", "id\tdate");
  assert.deepEqual([sheet.name, sheet.type], ["pasted flows", "text/csv"]);
  assert.equal(pasted("flows", " {}").type, "application/geo+json");
});
