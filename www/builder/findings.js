// Step 2: what is wrong with the data, row by row.

import { check } from "../enforcement-map.js";
import { showCount } from "./cards.js";
import { byId, copyButton, count, h, list, reason } from "./dom.js";
import { given, isOwn, LAYERS, on, state } from "./state.js";

/** @import { Findings } from "../types/generated/module.js" */
/** @import { MapError } from "../types/generated/public.js" */
/** @import { Layer } from "./state.js" */

const SEVERITIES = ["error", "warning", "note"];
const NAMES = { provinces: "province", actions: "action", flows: "flow" };
/** How many are shown at first, and with each press for more. */
const MANY = 100;

/** Counts the checks: of one that is not the newest when it ends, nothing is shown. */
let turn = 0;

export function showFindings() {
  on("data", async () => {
    const mine = ++turn;
    if (!isOwn()) return nothing();
    byId("summary").textContent = "Reading …";
    try {
      const found = await check(given(), state.settings.lang);
      if (mine === turn) show(found);
    } catch (error) {
      if (mine === turn)
        byId("summary").textContent = `The files could not be checked: ${reason(error)}`;
    }
  });
}

function nothing() {
  byId("summary").textContent =
    "Nothing to check yet. Choose a file above, and what is wrong with it is listed here, row by row.";
  byId("findings").replaceChildren();
}

/** @param {Findings} found */
function show(found) {
  // Those that come with the map are as they are.
  const problems = found.problems.filter(({ layer }) => state.data[/** @type {Layer} */ (layer)]);
  /** @param {MapError} problem */
  const severity = (problem) => SEVERITIES.indexOf(problem.severity ?? "");
  /** @param {MapError} problem */
  const layer = (problem) => LAYERS.indexOf(/** @type {Layer} */ (problem.layer));
  /** @param {MapError} a @param {MapError} b */
  const order = (a, b) =>
    severity(a) - severity(b) || layer(a) - layer(b) || (a.row ?? 0) - (b.row ?? 0);
  problems.sort(order);
  for (const layer of LAYERS.filter((layer) => state.data[layer])) {
    const [read, lost] = [found[layer], found.lost[layer]];
    showCount(
      layer,
      `${count(read, NAMES[layer])} on the map${lost ? `, ${count(lost, "record")} left out` : ""}`,
    );
  }
  byId("summary").textContent = summary(found, problems);
  const [notes, faults] = [problems.filter(isNote), problems.filter((one) => !isNote(one))];
  byId("findings").replaceChildren(
    ...(faults.length > 0 ? [table("What is wrong", faults), copyAll(faults)] : []),
    ...(notes.length > 0
      ? [
          h(
            "details",
            null,
            h(
              "summary",
              null,
              `${count(notes.length, "note")}: read in another way than it is written`,
            ),
            table("Notes", notes),
          ),
        ]
      : []),
  );
}

/** @param {MapError} problem */
const isNote = ({ severity }) => severity === "note";

/** @param {Findings} found @param {MapError[]} problems */
function summary(found, problems) {
  const said = SEVERITIES.flatMap((severity) => {
    const n = problems.filter((one) => one.severity === severity).length;
    return n > 0 ? [count(n, severity)] : [];
  });
  const layers = LAYERS.filter((layer) => state.data[layer]);
  const read = list(layers.map((layer) => count(found[layer], NAMES[layer])));
  const lost = layers.reduce((sum, layer) => sum + found.lost[layer], 0);
  const rest =
    lost > 0
      ? ` ${count(lost, "record")} ${lost === 1 ? "is" : "are"} left out until mended; all the others are shown.`
      : "";
  const verdict = said.length > 0 ? `${list(said)}.` : "Nothing is wrong.";
  return `${verdict} On the map: ${read}.${rest}`;
}

const HEADS = ["", "Where", "What stands there", "What is wrong, and how to mend it"];

/**
 * A table; on narrow screens its rows are drawn as blocks, and the roles keep it one.
 *
 * @param {string} caption
 * @param {MapError[]} problems
 */
function table(caption, problems) {
  const body = h("tbody", { role: "rowgroup" }, problems.slice(0, MANY).map(row));
  const all = h(
    "table",
    { role: "table" },
    h("caption", { class: "unseen" }, caption),
    h(
      "thead",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row" },
        HEADS.map((head) =>
          h(
            "th",
            { role: "columnheader", scope: "col" },
            head || h("span", { class: "unseen" }, "How bad"),
          ),
        ),
      ),
    ),
    body,
  );
  if (problems.length <= MANY) return all;
  // A page at a time: a sheet may have a fault in each of 100,000 rows.
  const more = h("button", {
    type: "button",
    onclick: () => {
      const first = body.rows.length;
      body.append(...problems.slice(first, first + MANY).map(row));
      body.rows[first].querySelector("a")?.focus();
      say();
    },
  });
  const shown = h("p", { class: "hint", role: "status" });
  const say = () => {
    const [number, all] = [body.rows.length, problems.length];
    shown.textContent = `${number.toLocaleString("en")} of ${all.toLocaleString("en")} are shown.`;
    more.textContent = `Show ${Math.min(MANY, all - number)} more`;
    more.hidden = number === all;
  };
  say();
  return h("div", null, all, shown, more);
}

/**
 * "row 7, column C (place)"; in GeoJSON "feature 7, “place”"
 *
 * @param {MapError} problem
 */
function where({ row, column, field, message }) {
  const parts = [];
  if (row !== null && row !== undefined)
    parts.push(message.includes(`, row ${row}`) ? `row ${row}` : `feature ${row}`);
  if (field) parts.push(column ? `column ${column} (${field})` : `“${field}”`);
  return parts.join(", ") || "the whole file";
}

/** @param {MapError} problem */
function row(problem) {
  const { severity, source, cell, what, message, remedy, code, id } = problem;
  return h(
    "tr",
    { role: "row", class: severity },
    h("td", { role: "cell" }, h("span", { class: "badge" }, severity)),
    h(
      "td",
      { role: "cell" },
      h("span", { class: "file" }, source),
      h("span", { class: "place" }, where(problem)),
      id && h("span", { class: "id" }, id),
    ),
    h(
      "td",
      { role: "cell" },
      cell ? h("q", { class: "cell" }, cell) : h("span", { class: "hint" }, "—"),
    ),
    h(
      "td",
      { role: "cell" },
      h("p", { class: "what" }, sentence(what ?? message)),
      remedy && h("p", { class: "remedy" }, sentence(remedy)),
      code &&
        h(
          "p",
          { class: "docs" },
          h(
            "a",
            { href: `${BUILDER.codes}#${code}`, target: "_blank", rel: "noopener" },
            code,
            h("span", { class: "unseen" }, " (what it means, in a new tab)"),
          ),
        ),
    ),
  );
}

/** @param {string} text */
const sentence = (text) =>
  text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");

/**
 * For whoever keeps the sheet.
 *
 * @param {MapError[]} problems
 */
function copyAll(problems) {
  const text = () => problems.map(({ severity, message }) => `${severity}: ${message}`).join("\n");
  return h(
    "p",
    { class: "after" },
    copyButton("Copy the list", text, () => undefined, ""),
    " ",
    h("span", { class: "hint" }, "for whoever keeps the sheet"),
  );
}
