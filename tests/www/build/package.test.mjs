import assert from "node:assert/strict";
import { test } from "node:test";
import { packaged } from "../../../www/build/package.mjs";

test("files are named in the way that bundlers follow, and there are no pages", () => {
  /** @type {import("virtual:manifest").BuiltFile} */
  const file = ["assets/a.0123.wasm", "AAAA="];
  const manifest = /** @type {import("virtual:manifest").Manifest} */ ({ pages: true, wasm: file });
  assert.equal(
    packaged(manifest),
    '{"pages":false,"wasm":[new URL("./assets/a.0123.wasm", import.meta.url),"AAAA="]}',
  );
});
