import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { contentHash, filesOf, freeze, writeIntegrity } from "../../../www/build/snapshot.mjs";

const folder = mkdtempSync(join(tmpdir(), "snapshot-"));
after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<p>");
  writeFileSync(join(folder, "assets", "a.js"), "1");
});

test("a snapshot has every file, under a name that its content makes", () => {
  const name = freeze(folder);
  assert.equal(name, `v/${contentHash(folder)}`);
  assert.deepEqual(filesOf(join(folder, name)), ["assets/a.js", "index.html"]);
  assert.equal(contentHash(join(folder, name)), contentHash(folder));
  // There are no snapshots of snapshots.
  assert.equal(freeze(folder), name);
});

test("other content and other names have other hashes", () => {
  const before = contentHash(folder);
  writeFileSync(join(folder, "assets", "a.js"), "2");
  const other = contentHash(folder);
  assert.notEqual(other, before);
  writeFileSync(join(folder, "assets", "b.js"), "");
  assert.notEqual(contentHash(folder), other);
});

test("integrity.json lists all other files", () => {
  writeIntegrity(folder);
  writeIntegrity(folder);
  const sums = JSON.parse(readFileSync(join(folder, "integrity.json"), "utf8"));
  assert.deepEqual(Object.keys(sums), ["assets/a.js", "index.html"]);
  assert.equal(sums["assets/a.js"], "sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=");
});
