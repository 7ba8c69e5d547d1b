import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { headers, policy } from "../../../www/build/policy.mjs";

const hash = createHash("sha256").update("a{}").digest("base64");

test("the styles of a page are allowed by what they are", () => {
  assert.ok(policy(["a{}"]).includes(`style-src 'self' 'sha256-${hash}';`));
  assert.ok(!policy(["a{}"]).includes("unsafe-inline"));
});

test("each page has a policy, and assets are kept for ever", () => {
  const lines = headers(["a{}"], ["index.html", "embed.html"]).split("\n");
  for (const page of ["/index.html", "/embed.html"]) {
    assert.match(
      lines[lines.indexOf(page) + 1],
      /^ {2}Content-Security-Policy: default-src 'none'/,
    );
  }
  assert.match(lines[lines.indexOf("/assets/*") + 1], /immutable/);
});
