// What the editor has chosen so far. It lives in this page alone.

/** Kinds of data, in the order in which they are read. */
export const KINDS = ["provinces", "actions", "flows"];

/** For each kind: nothing, or `{ file: File, address?: string }`. */
const data = { provinces: undefined, actions: undefined, flows: undefined };
/** What was there before, for a step back. */
const before = {};

const settings = {
  heading: "",
  lang: "en",
  from: "",
  to: "",
  view: "country",
  theme: "auto",
  width: "",
  height: "",
};

const listeners = { data: [], settings: [] };
const tell = (what) => listeners[what].forEach((listener) => listener());

export const state = { data, settings };

/** Calls a function whenever `data` or `settings` changed. */
export const on = (what, listener) => listeners[what].push(listener);

/** Chooses data of some kinds at once. */
export function choose(chosen) {
  for (const [kind, one] of Object.entries(chosen)) [before[kind], data[kind]] = [data[kind], one];
  tell("data");
}

/** Takes back the last choice of a kind; done twice, it is as it was. */
export function undo(kind) {
  [before[kind], data[kind]] = [data[kind], before[kind]];
  tell("data");
}

/** What a step back would bring. */
export const undone = (kind) => before[kind];

export function set(name, value) {
  settings[name] = value;
  tell("settings");
}

/** Whether the editor chose any data. */
export const isOwn = () => KINDS.some((kind) => data[kind]);

/** What the map is given. Without provinces it has those that come with it; there are no records
 * but the editor's. */
export const given = () => ({
  provinces: data.provinces?.file ?? null,
  actions: data.actions?.file ?? "",
  flows: data.flows?.file ?? "",
});
