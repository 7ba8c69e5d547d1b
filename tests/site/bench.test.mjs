// What `make bench-peers` compares with: the records that it makes up, walked through, have the numbers that
// the map shows. (There it compares in a browser, with many more of them.)

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { csv, difference, ranges, rows, walk } from "../bench/dataset.mjs";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const program = join(project, "target/debug/enforcement-map");
const folder = mkdtempSync(join(tmpdir(), "bench-"));
after(() => rmSync(folder, { recursive: true }));

const RECORDS = 1_000;
const [actions, flows, picture] = ["actions.csv", "flows.geojson", "map.svg"].map((name) =>
  join(folder, name),
);
writeFileSync(actions, [...csv(RECORDS)].join(""));
writeFileSync(flows, JSON.stringify({ type: "FeatureCollection", features: [] }));

const { features } = JSON.parse(readFileSync(join(project, "geo/provinces.geojson"), "utf8"));
/** @type {Map<string, string>} the codes of the provinces by their English names */
const codes = new Map(
  features.map((/** @type {{ id: string, properties: Record<string, string> }} */ province) => [
    province.properties["name:en"] ?? province.properties.name,
    province.id,
  ]),
);

/** @param {string} from @param {string} to */
function shown(from, to) {
  const files = ["--geo", join(project, "geo"), "--actions", actions, "--flows", flows];
  const fonts = ["@embedpdf/fonts-latin", "@expo-google-fonts/noto-sans-khmer"].flatMap((name) => [
    "--fonts",
    join(project, "node_modules", name),
  ]);
  const given = ["--from", from, "--to", to, "--text", "letters", "--output", picture];
  execFileSync(program, ["render", ...files, ...fonts, "--no-system-fonts", ...given]);
  const titles = readFileSync(picture, "utf8").matchAll(/<title>([^<:]+): ([^<]+)<\/title>/g);
  return Object.fromEntries(
    [...titles].flatMap(([, name, text]) => {
      const code = codes.get(name);
      return code ? [[code, Number(/^[\d,]+/.exec(text)?.[0].replaceAll(",", "") ?? 0)]] : [];
    }),
  );
}

test("the map counts what walking all records counts", () => {
  for (const [from, to] of [...ranges("jump", 1), ...ranges("drag", 1)]) {
    const found = shown(from, to);
    assert.equal(Object.keys(found).length, codes.size);
    assert.deepEqual(difference(walk(rows(RECORDS), [from, to]), found), [], `${from} to ${to}`);
  }
});
