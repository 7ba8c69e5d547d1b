// Compares the map with the same one made by other means, and writes RESULTS.md. Called by `make bench-peers`,
// after `make dist`. Fails where two do not count the same; that a target is not held is written, and no failure.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { embedFiles, sizes } from "../../www/sizes.mjs";
import { coldLoad, manyRecords, version } from "./browser.js";
import { difference, ranges, rows, walk } from "./dataset.mjs";
import { MANY, report, SIZES, WAYS } from "./report.mjs";
import { makeSite, serve } from "./site.js";

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(dirname(here));
const whole = (name, usual) => Number(process.env[name] ?? usual);
const ROUNDS = whole("ROUNDS", 5);
/** So many changes of each way in a round. */
const CHANGES = whole("CHANGES", 40);

const COLD = {
  static: "static/index.html",
  ours: "ours/embed.html",
  d3: "d3/index.html",
  echarts: "echarts/index.html",
};
const PEERS = {
  ours: (size) => `ours-rows/${size}.html`,
  d3: (size) => `d3/${size}.html?rows=${size}`,
  echarts: (size) => `echarts/${size}.html?rows=${size}`,
};

const say = (text) => process.stderr.write(`${text}\n`);
const git = (...words) => execFileSync("git", words, { cwd: project }).toString().trim();
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

function about(browser) {
  const { dependencies } = json(join(here, "package.json"));
  const peers = Object.entries(dependencies).filter(([name]) => /^(d3|cross|echarts)/.test(name));
  const changed = git("status", "--porcelain", "--", "src", "www", "geo") ? ", with changes" : "";
  return {
    machine: `${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}`,
    browser,
    peers: peers.map(([name, version]) => `${name} ${version}`).join(", "),
    commit: `${git("rev-parse", "--short", "HEAD")}${changed}`,
    rounds: `${ROUNDS}, each with ${CHANGES} range changes of each way`,
    date: new Date().toISOString().slice(0, 10),
  };
}

function add(object, name, value) {
  object[name] ??= [];
  object[name].push(value);
}
const site = join(project, "target/bench/site");
say("making the pages and their data");
await makeSite(site, SIZES);
const { origin, server } = await serve(site);

const files = sizes(join(project, "dist"));
const embed = embedFiles(join(project, "dist"), files);
const embedBytes = files
  .filter(({ file }) => embed.includes(file))
  .reduce((sum, { brotli }) => sum + brotli, 0);

const results = {
  about: about(await version()),
  rounds: ROUNDS,
  checked: 0,
  embed: embedBytes,
  cold: {},
  many: {},
};
const ways = Object.fromEntries(WAYS.map((way) => [way, ranges(way, CHANGES)]));
const [warmUp] = [ranges("jump", CHANGES + 10).slice(CHANGES)];

// One after the other in each round, so that a busy moment meets all.
for (let round = 1; round <= ROUNDS; round++) {
  for (const [peer, page] of Object.entries(COLD)) {
    const found = await coldLoad(`${origin}/${page}`, peer !== "static");
    results.cold[peer] ??= {};
    for (const [name, value] of Object.entries(found)) add(results.cold[peer], name, value);
    say(`round ${round}, first visit, ${peer}: ${Math.round(found.drawn)} ms`);
  }
}

for (const size of SIZES) {
  const all = [...rows(size)];
  const expected = Object.fromEntries(
    WAYS.map((way) => [way, ways[way].map((range) => walk(all, range))]),
  );
  results.many[size] = {};
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [peer, page] of Object.entries(PEERS)) {
      const found = await manyRecords(`${origin}/${page(size)}`, warmUp, ways);
      results.many[size][peer] ??= { work: {}, thread: {} };
      const into = results.many[size][peer];
      for (const name of ["drawn", "task", "elements"]) add(into, name, found[name]);
      for (const name of ["used", "process"]) add(into, name, found.memory[name]);
      for (const way of WAYS) {
        add(into.thread, way, found.changes[way].thread);
        for (const [number, { work, counts }] of found.changes[way].found.entries()) {
          const wrong = difference(expected[way][number], counts);
          if (wrong.length > 0) {
            throw new Error(`${peer}, ${size} records, ${ways[way][number]}: ${wrong.join("; ")}`);
          }
          results.checked += 1;
          add(into.work, way, work);
        }
      }
      say(`round ${round}, ${size} records, ${peer}: drawn after ${Math.round(found.drawn)} ms`);
    }
  }
}
server.close();

writeFileSync(join(project, "target/bench/results.json"), JSON.stringify(results));
writeFileSync(join(here, "RESULTS.md"), report(results));
say(
  `tests/bench/RESULTS.md is written; ${results.checked} answers were compared. ${MANY} records at most.`,
);
