// Step 3: the settings, and the map as readers will see it.

import * as NAMES from "../types/generated/names.js";
import { byId, h, theMap } from "./dom.js";
import { given, isOwn, on, set, state } from "./state.js";

/** @import { ThemeName, ViewName } from "../types/generated/module.js" */
/** @typedef {keyof typeof state.settings} Setting */

/** @type {[name: string, px: number][]} */
const SEEN_AT = [
  ["Phone", 360],
  ["Article", 680],
  ["Wide", 1100],
];
/** @type {Record<ViewName, string>} */
const VIEWS = { country: "Map of the country", world: "Map of the world", table: "Tables" };
/** @type {Record<ThemeName, string>} */
const THEMES = { auto: "As the reader’s system", light: "Light", dark: "Dark" };

let width = matchMedia("(max-width: 40rem)").matches ? 360 : 680;

export function showLook() {
  const form = byId("settings");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(
    text("heading", "Title", { placeholder: "What the map is about" }),
    select(
      "lang",
      "Language",
      Object.fromEntries(NAMES.languages.map((lang) => [lang, own(lang)])),
    ),
    select("view", "View", VIEWS),
    select("theme", "Colours", THEMES),
    text("from", "From", { type: "date" }),
    text("to", "To", { type: "date" }),
  );
  form.append(
    h(
      "p",
      { class: "alarm", role: "alert", id: "range", hidden: true },
      "“From” is after “to”: the map will exchange them.",
    ),
  );
  byId("widths").append(
    h(
      "fieldset",
      { class: "switch" },
      h("legend", null, "Seen at the width of"),
      SEEN_AT.map(([name, px]) =>
        h(
          "label",
          null,
          h("input", {
            type: "radio",
            name: "seen",
            value: px,
            checked: px === width,
            onchange: () => resize(px),
          }),
          h("span", null, name, h("small", null, ` ${px} px`)),
        ),
      ),
    ),
  );
  // A map for each letter of a title would be a waste.
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  on("settings", () => {
    clearTimeout(timer);
    timer = setTimeout(applySettings, 150);
  });
  on("data", applyData);
  // A map that changes its height, or a page that changes its width, changes the scale.
  const observer = new ResizeObserver(fit);
  observer.observe(byId("stage"));
  observer.observe(theMap());
  applySettings();
  applyData();
}

/**
 * A language's name in itself.
 *
 * @param {string} lang
 */
const own = (lang) => {
  const name = new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
};

/** @param {string} name @param {string} label @param {HTMLElement} control */
const field = (name, label, control) =>
  h("p", { class: `field ${name}` }, h("label", { for: `set-${name}` }, label), control);

/** @param {Setting} name @param {string} label @param {Record<string, string>} members */
const text = (name, label, members) =>
  field(
    name,
    label,
    h("input", {
      type: "text",
      ...members,
      id: `set-${name}`,
      oninput: ({ target }) => set(name, target.value),
    }),
  );

/** @param {Setting} name @param {string} label @param {Record<string, string>} options */
const select = (name, label, options) =>
  field(
    name,
    label,
    h(
      "select",
      { id: `set-${name}`, onchange: ({ target }) => set(name, target.value) },
      Object.entries(options).map(([value, words]) =>
        h("option", { value, lang: name === "lang" && value }, words),
      ),
    ),
  );

function applySettings() {
  const map = theMap();
  const { from, to } = state.settings;
  for (const name of NAMES.state) {
    const value = state.settings[name];
    if ((map.getAttribute(name) ?? "") === value) continue;
    if (value) map.setAttribute(name, value);
    else map.removeAttribute(name);
  }
  byId("range").hidden = !(from && to && from > to);
}

function applyData() {
  Object.assign(theMap(), given());
  byId("paper").classList.toggle("empty", !isOwn());
}

/** @param {number} px */
function resize(px) {
  width = px;
  fit();
}

/** Draws the map at the width that was chosen, made smaller where this page is narrower. */
function fit() {
  const [stage, paper] = [byId("stage"), byId("paper")];
  const scale = Math.min(1, stage.clientWidth / width);
  paper.style.width = `${width}px`;
  paper.style.transform = scale < 1 ? `scale(${scale})` : "none";
  const height = paper.offsetHeight;
  stage.style.height = `${Math.ceil(height * scale)}px`;
  const smaller = scale < 1 ? `; shown here at ${Math.round(scale * 100)} %` : "";
  byId("measured").textContent = `At ${width} px the map is ${height} px high${smaller}.`;
}

/** How high the map is at the width at which it is seen. */
export const seenHeight = () => byId("paper").offsetHeight;
