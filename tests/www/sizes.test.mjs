import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { sizes, table } from "../../www/sizes.mjs";

const folder = mkdtempSync(join(tmpdir(), "sizes-"));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "assets"));
mkdirSync(join(folder, "v", "0123"), { recursive: true });
writeFileSync(join(folder, "b.js"), "a".repeat(1000));
writeFileSync(join(folder, "assets", "a.js"), "");
writeFileSync(join(folder, "v", "0123", "b.js"), "a".repeat(1000));

test("every file is weighed once", () => {
  const found = sizes(folder);
  assert.deepEqual(
    found.map(({ file, raw }) => [file, raw]),
    [
      ["assets/a.js", 0],
      ["b.js", 1000],
    ],
  );
  assert.ok(found[1].brotli < 50);
});

test("a table has a line for each", () => {
  const lines = table([{ file: "b.js", raw: 1000, brotli: 12 }]).split("\n");
  assert.equal(lines.length, 2);
  assert.equal(lines[1], "     1,000         12  b.js");
});
