// What readers download must not grow unnoticed: prints the sizes, and fails above the budgets.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sizes, table } from "../www/sizes.mjs";

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
const files = sizes(dist);

const budgets = [
  // One round trip of a fresh connection: ten packets of 1460 bytes.
  ["the first paint of embed.html", 14_600, /^embed\.html$/],
  [
    // The goal is 170,000; until it is met, this only keeps it from growing.
    "the widget, its data and the English texts",
    208_000,
    /^(enforcement-map\.js|assets\/(module|glue|style|provinces|actions|flows|countries|messages\.en)\..*)$/,
  ],
];

console.log(table(files));
console.log();
for (const [what, most, pattern] of budgets) {
  const sum = files.filter(({ file }) => pattern.test(file)).reduce((n, { brotli }) => n + brotli, 0);
  const verdict = sum === 0 ? "missing" : sum > most ? "TOO LARGE" : "ok";
  const figures = [sum, most].map((bytes) => bytes.toLocaleString("en"));
  console.log(`${figures[0]} of ${figures[1]} bytes (brotli 11): ${what}: ${verdict}`);
  if (verdict !== "ok") process.exitCode = 1;
}
