// What is wrong with data, for those who prepare them.

import { large } from "./large.js";
import { source } from "./parts.js";

/** Findings as in src/embed/check.rs; `given` are provinces, actions and flows as the properties
 * take them. */
export async function check(given, lang) {
  const kinds = ["provinces", "actions", "flows"];
  const [glue, ...found] = await Promise.all([
    large(),
    ...kinds.map((kind) => source(kind, given[kind] ?? null, lang)),
  ]);
  return glue.check({
    lang,
    sources: Object.fromEntries(kinds.map((kind, i) => [kind, found[i]])),
  });
}
