// What readers download must not grow unnoticed: prints the sizes, and fails above the budgets.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { embedFiles, sizes, table } from "../www/sizes.mjs";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
const files = sizes(dist);

const embed = embedFiles(dist, files);

/** @type {[what: string, most: number, parts: string[]][]} */
const budgets = [
  // One round trip of a fresh connection is ten packets of 1460 bytes; the eleventh has to go again.
  ["the first paint of embed.html", 14_800, ["embed.html"]],
  // 190,000 before the index and the layout in one screen; 165,000 is the aim (DESIGN.md).
  ["the widget, its data and the English texts", 204_000, embed],
  // It stands in the way of an article's first paint.
  ["embed.js", 2_000, ["embed.js"]],
];

console.log(table(files));

// What the data of others are read by: no budget, since no reader of the default embed fetches it.
const large = files.filter(({ file }) => /^assets\/large\./.test(file));
console.log(
  `\nthe large module, fetched where a source is a sheet, TopoJSON or has faults:\n${table(large)}`,
);
if (large.length !== 2 || large.some(({ file }) => embed.includes(file))) process.exitCode = 1;
for (const [what, most, parts] of budgets) {
  const found = files.filter(({ file }) => parts.includes(file));
  const sum = found.reduce((n, { brotli }) => n + brotli, 0);
  const verdict = found.length < parts.length ? "missing" : sum > most ? "TOO LARGE" : "ok";
  const figures = [sum, most].map((bytes) => bytes.toLocaleString("en"));
  console.log(`\n${figures[0]} of ${figures[1]} bytes (brotli 11): ${what}: ${verdict}`);
  if (parts.length > 1) console.log(table(found));
  if (verdict !== "ok") process.exitCode = 1;
}
