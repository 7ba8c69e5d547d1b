import assert from "node:assert/strict";
import { test } from "node:test";
import {
  emptyCollection,
  isData,
  isSheet,
  isSheetType,
  toBytes,
} from "../../../www/element/inline-data.js";

/** @param {{ bytes?: Uint8Array }} loaded */
const text = ({ bytes }) => new TextDecoder().decode(bytes);

test("objects, files and texts that no address can be are data", () => {
  for (const data of [
    {},
    [],
    new Blob([]),
    new ArrayBuffer(1),
    '{"a":1}',
    " [1]",
    "id,date\n1,2",
  ]) {
    assert.equal(isData(data), true, String(data));
  }
  for (const address of ["actions.csv", "https://example.org/a?b=[1]", "", null, undefined, 7]) {
    assert.equal(isData(address), false, String(address));
  }
});

test("a sheet is known by its name, its media type or its first letter", () => {
  const csv = new File(["id"], "a.csv");
  const typed = new Blob(["id"], { type: "text/csv;charset=utf-8" });
  for (const sheet of ["a.csv", "https://example.org/A.TSV?v=1#top", "id,date\n1,2", csv, typed]) {
    assert.equal(isSheet(sheet), true, String(sheet));
  }
  const json = new File(["{}"], "a.geojson");
  for (const other of [null, "", "a.geojson", "a.geojson?from=a.csv", ' {"a":\n1}', json, {}]) {
    assert.equal(isSheet(other), false, String(other));
  }
  assert.equal(isSheetType("text/tab-separated-values"), true);
  assert.equal(isSheetType("text/html"), false);
  assert.equal(isSheetType(null), false);
});

test("data of every form are the same bytes", async () => {
  const content = '{"type":"FeatureCollection"}';
  const bytes = new TextEncoder().encode(content);
  for (const data of [JSON.parse(content), content, new Blob([content]), bytes, bytes.buffer]) {
    const loaded = await toBytes("flows", data);
    assert.equal(loaded.name, 'the property "flows"');
    assert.equal(text(loaded), content);
  }
});

test("a file has its own name", async () => {
  const loaded = await toBytes("actions", new File(["id\n1"], "mine.csv"));
  assert.equal(loaded.name, "mine.csv");
  assert.equal(text(loaded), "id\n1");
});

test("an object that is no JSON is said, not thrown", async () => {
  /** @type {Record<string, unknown>} */
  const circle = {};
  circle.self = circle;
  for (const data of [circle, { n: 1n }]) {
    const loaded = await toBytes("actions", data);
    assert.equal(loaded.bytes, undefined);
    assert.ok(loaded.unreachable);
    assert.equal(loaded.error?.address, 'the property "actions"');
    assert.match(`${loaded.error?.message}`, /^the property "actions": /);
  }
});

test("an empty attribute is a collection without features", () => {
  const loaded = emptyCollection("flows");
  assert.deepEqual(JSON.parse(text(loaded)), { type: "FeatureCollection", features: [] });
  assert.equal(loaded.name, 'the attribute "flows"');
});
