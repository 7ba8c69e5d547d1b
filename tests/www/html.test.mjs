import assert from "node:assert/strict";
import { test } from "node:test";
import { escapeHtml, unescapeHtml } from "../../www/html.js";

test("a text stays a text in HTML", () => {
  assert.equal(escapeHtml('<b title="R&D">'), "&lt;b title=&quot;R&amp;D&quot;&gt;");
});

test("it comes back as it was", () => {
  for (const text of ["", "R&D", "&amp;", "&lt;", '<"&">', "ប៉ៃលិន"]) {
    assert.equal(unescapeHtml(escapeHtml(text)), text);
  }
});
