// The documents: every link leads somewhere, and every file that they name is there.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What is made, and not kept. */
const MADE = [".git", ".tools", "artefacts", "dist", "target"];

/** Every file of the project, relative to it. */
const files = walk("");

/**
 * @param {string} folder
 * @returns {string[]}
 */
function walk(folder) {
  const entries = readdirSync(join(project, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.name === "node_modules" || (!folder && MADE.includes(entry.name))) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const folders = new Set(files.flatMap((file) => parents(file)));
const documents = files.filter((file) => file.endsWith(".md"));

/** The folders above a file. @param {string} file */
function parents(file) {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}

/** @param {string} file */
const text = (file) => readFileSync(join(project, file), "utf8");

/** A document without its blocks of code, which hold links and paths of others. @param {string} file */
const prose = (file) =>
  text(file)
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/^( {4}|\t).*$/gm, "");

/** The anchor that GitHub gives to a heading. @param {string} heading */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");

/** The anchors of a document. @param {string} file */
function anchors(file) {
  /** @type {string[]} */
  const found = [];
  for (const [, heading] of prose(file).matchAll(/^#{1,6} +(.*)$/gm)) {
    const name = anchor(heading.trim());
    const before = found.filter((one) => one === name || one.startsWith(`${name}-`)).length;
    found.push(before ? `${name}-${before}` : name);
  }
  return found;
}

/** @param {string} path */
const exists = (path) => files.includes(path) || folders.has(path.replace(/\/$/, ""));

for (const file of documents) {
  test(`links in ${file}`, () => {
    const inline = [...prose(file).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target);
    for (const link of inline.filter((target) => !/^[a-z]+:/.test(target))) {
      const [path, fragment] = link.split("#");
      const target = path === "" ? file : normalize(join(dirname(file), path));
      assert.ok(exists(target), `${file} links to ${link}, and there is no ${target}`);
      if (fragment === undefined) continue;
      assert.ok(anchors(target).includes(fragment), `${target} has no heading #${fragment}`);
    }
  });
}

/** Where files are that a document names in backticks. */
const ROOTS = /^(src|www|tests|geo|docs)\//;
/**
 * Every path that a document names in backticks; braces and `<...>` stand for several files.
 *
 * @param {string} file
 */
function named(file) {
  const spans = [...prose(file).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span);
  return spans.filter((span) => {
    const isPath = ROOTS.test(span) || /^[\w-]+\.(md|toml|jsonc?)$/.test(span);
    return isPath && !/[*{}<>\s]/.test(span);
  });
}

/** Files that are named without their folder: in `dist/`, on a host, or in the folder at hand. */
const ELSEWHERE = ["custom-elements.json", "index.json", "integrity.json", "oembed.json"];

/** Documents that name files and functions. */
const NAMING = ["ARCHITECTURE.md", "DESIGN.md", "CONTRIBUTING.md", "docs/glossary.md"];

for (const file of NAMING) {
  test(`files that ${file} names`, () => {
    const paths = named(file).filter((path) => !ELSEWHERE.includes(path));
    assert.ok(paths.length > 0, `${file} names no file`);
    const missing = paths.filter((path) => !exists(path));
    assert.deepEqual(missing, [], `${file} names files that are not there`);
  });
}

// A name of three words or more is a function's, most often a test's.
test("functions that the documents name", () => {
  const rust = files.filter((file) => /^(src|tests)\/.*\.rs$/.test(file)).map(text);
  const defined = new Set(
    rust.flatMap((code) => [...code.matchAll(/\bfn (\w+)/g)].map(([, name]) => name)),
  );
  for (const file of NAMING) {
    const spans = [...prose(file).matchAll(/`([a-z\d]+(?:_[a-z\d]+){2,})`/g)].map(
      ([, span]) => span,
    );
    const missing = spans.filter((name) => !defined.has(name));
    assert.deepEqual(missing, [], `${file} names functions that are not there`);
  }
});

test("the documents are reached from the README", () => {
  const seen = new Set(["README.md"]);
  for (const file of seen) {
    for (const [, link] of prose(file).matchAll(/\]\(([^()\s#]+\.md)(?:#[^()\s]*)?\)/g)) {
      if (!/^[a-z]+:/.test(link)) seen.add(normalize(join(dirname(file), link)));
    }
  }
  // This one goes into the npm package.
  const lost = documents.filter((file) => !seen.has(file) && file !== "www/package.md");
  assert.deepEqual(lost, []);
});
