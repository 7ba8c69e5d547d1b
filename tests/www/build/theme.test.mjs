import assert from "node:assert/strict";
import { test } from "node:test";
import { themable } from "../../../www/build/theme.mjs";

const CSS = `.em { --em-ink: #111; --em-ink-soft: #222; --em-k: 1; color: var(--em-ink); width: var(--em-k) }
@media print { .em { --em-ink: #000; color: var(--em-ink) } }`;

test("what is documented has the page's value, where there is one", () => {
  const [screen] = themable(CSS, ["--em-ink"]).split("@media");
  assert.ok(screen.includes("--em_ink: var(--em-ink, #111);"), screen);
  assert.ok(screen.includes("color: var(--em_ink)"), screen);
});

test("other properties stay as they are, also those whose names begin alike", () => {
  const css = themable(CSS, ["--em-ink"]);
  assert.ok(css.includes("--em-k: 1; ") && css.includes("width: var(--em-k)"));
  assert.ok(css.includes("--em-ink-soft: #222"), css);
});

test("on paper the page's do not count", () => {
  const [, paper] = themable(CSS, ["--em-ink"]).split("@media");
  assert.ok(paper.includes("--em_ink: #000; color: var(--em_ink)"), paper);
});
