import assert from "node:assert/strict";
import { test } from "node:test";
import { localised } from "../../../www/build/bundle.mjs";

test("readers get their language, English, and the names in that of the place", () => {
  const collection = {
    local_language: "km",
    title: "Raids",
    "title:fr": "Descentes",
    "title:zh": "突击",
    features: [
      {
        id: "a",
        geometry: { type: "Point", coordinates: [1, 2] },
        properties: { "name:km": "ប៉ៃលិន", "name:en": "Pailin", "name:vi": "Pailin", people: null },
      },
    ],
  };
  assert.deepEqual(JSON.parse(localised(JSON.stringify(collection, null, 2), "fr")), {
    local_language: "km",
    title: "Raids",
    "title:fr": "Descentes",
    features: [
      {
        id: "a",
        geometry: { type: "Point", coordinates: [1, 2] },
        properties: { "name:km": "ប៉ៃលិន", "name:en": "Pailin", people: null },
      },
    ],
  });
});
