// What the editor has chosen so far. It lives in this page alone.

import * as NAMES from "../types/generated/names.js";

/** @import { StateName } from "../types/generated/module.js" */
/** @typedef {"provinces" | "actions" | "flows"} Layer of data that an editor can have */
/** @typedef {{ file: File, address?: string }} Chosen a file, and where it was fetched from */
/** @typedef {Partial<Record<Layer, Chosen>>} Data */

/**
 * The layers, in the order in which they are read.
 * @type {Layer[]}
 */
export const LAYERS = ["provinces", "actions", "flows"];

/** @type {Data} */
const data = {};
/** What was there before, for a step back. @type {Data} */
const before = {};

/** What attributes have until the editor chooses. @param {StateName} name */
const initial = (name) => (name === "lang" ? NAMES.usualLanguage : (NAMES.values[name]?.[0] ?? ""));

/** The attributes that are no data, and the size of the frame. */
const settings = {
  .../** @type {Record<StateName, string>} */ (
    Object.fromEntries(NAMES.state.map((name) => [name, initial(name)]))
  ),
  width: "",
  height: "",
};

/** @type {Record<"data" | "settings", (() => void)[]>} */
const listeners = { data: [], settings: [] };
/** @param {keyof typeof listeners} what */
function tell(what) {
  for (const listener of listeners[what]) listener();
}

export const state = { data, settings };

/**
 * Calls a function whenever `data` or `settings` changed.
 *
 * @param {keyof typeof listeners} what
 * @param {() => void} listener
 */
export const on = (what, listener) => listeners[what].push(listener);

/**
 * Chooses data of some layers at once.
 *
 * @param {Data} chosen
 */
export function choose(chosen) {
  for (const layer of LAYERS.filter((layer) => layer in chosen)) {
    [before[layer], data[layer]] = [data[layer], chosen[layer]];
  }
  tell("data");
}

/**
 * Takes back the last choice of a layer; done twice, it is as it was.
 *
 * @param {Layer} layer
 */
export function undo(layer) {
  [before[layer], data[layer]] = [data[layer], before[layer]];
  tell("data");
}

/**
 * What a step back would bring.
 *
 * @param {Layer} layer
 */
export const undone = (layer) => before[layer];

/**
 * @param {keyof typeof settings} name
 * @param {string} value
 */
export function set(name, value) {
  settings[name] = value;
  tell("settings");
}

/**
 * What the editor chose.
 *
 * @returns {[Layer, Chosen][]}
 */
export const chosenData = () =>
  LAYERS.flatMap((layer) => {
    const chosen = data[layer];
    return chosen ? [[layer, chosen]] : [];
  });

/** Whether the editor chose any data. */
export const isOwn = () => LAYERS.some((layer) => data[layer]);

/** What the map is given. Without provinces it has those that come with it; there are no records
 * but the editor's. */
export const given = () => ({
  provinces: data.provinces?.file ?? null,
  actions: data.actions?.file ?? "",
  flows: data.flows?.file ?? "",
});
