import assert from "node:assert/strict";
import { test } from "node:test";
import { localised, withoutHashes } from "../../../www/build/bundle.mjs";

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

test("a manifest has no hash twice, but in addresses that bundlers follow", () => {
  const sum = "o4yFMF7ZAWpKtU5xPamZACojL6/2LYC4O6XoHrBf9rk=";
  assert.equal(
    withoutHashes(`{"wasm":["assets/messages.en.a38c85305e.json","${sum}"]}`),
    `{"wasm":["assets/messages.en..json","${sum}"]}`,
  );
  const followed = `[new URL("assets/module.a38c85305e.wasm",import.meta.url).href,"${sum}"]`;
  assert.equal(withoutHashes(followed), followed);
});
