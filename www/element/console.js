// What an editor is told in the console.

import * as NAMES from "../types/generated/names.js";

/** @import { MapError } from "../types/generated/public.js" */

/** @type {Set<string>} */
const said = new Set();

/**
 * Says what is wrong.
 *
 * @param {string} text
 * @param {unknown[]} more
 */
export const warn = (text, ...more) => console.warn(`${NAMES.tag}: ${text}`, ...more);

/**
 * Says what on the page cannot be done as it is written; once.
 *
 * @param {string} text
 */
export function warnOnce(text) {
  if (!said.has(text)) warn(text);
  said.add(text);
}

/** How many of the same problem are said in full. */
const FIRST = 3;

/**
 * What is to be said at the end of the task, by code and file.
 *
 * @type {Map<string, { code: string, source: string, messages: string[], count: number }>}
 */
const problems = new Map();

/**
 * Says what is wrong with the data: one line a code and file, since a sheet may have the same fault in
 * ten thousand rows. The events tell each.
 *
 * @param {MapError} problem
 */
export function warnOfData({ message, source, code }) {
  if (problems.size === 0) queueMicrotask(sayProblems);
  // What has no code stands for itself.
  const key = JSON.stringify([code ?? message, source]);
  const group = problems.get(key) ?? { code: code ?? "", source, messages: [], count: 0 };
  problems.set(key, group);
  group.count += 1;
  if (group.count <= FIRST) group.messages.push(message);
}

function sayProblems() {
  for (const { code, source, messages, count } of problems.values()) {
    const rest = count > FIRST ? `; and ${(count - FIRST).toLocaleString("en")} more` : "";
    const head = count > 1 ? `${count.toLocaleString("en")} times ${code} in ${source}: ` : "";
    warn(`${head}${messages.join("; ")}${rest}`);
  }
  problems.clear();
}
