// Step 1: a card for each layer of data, on which a file is dropped, chosen, pasted or fetched.

import { byId, h, reason } from "./dom.js";
import { fetched } from "./fetch.js";
import { layerOf, pasted } from "./files.js";
import { sheetOf } from "./links.js";
import { choose, LAYERS, on, state, undo, undone } from "./state.js";

const SHEETS = ".csv,.tsv,.txt,.json,.geojson";

/** @import { Children } from "./dom.js" */
/** @import { Chosen, Layer } from "./state.js" */

/**
 * @typedef {object} About a card
 * @property {string} name
 * @property {string} one
 * @property {(string | string[])[]} text in which a list is one of columns
 * @property {string} accept the file names that are offered
 * @property {string | null} form the columns of a sheet, where there is one
 */

/** @type {Record<Layer, About>} */
const ABOUT = {
  provinces: {
    name: "Provinces",
    one: "a file of provinces",
    text: [
      "The areas of any country, as GeoJSON or TopoJSON. Without a file, the map has the provinces of ",
      BUILDER.country,
      ".",
    ],
    accept: ".json,.geojson,.topojson",
    form: null,
  },
  actions: {
    name: "Actions",
    one: "a file of actions",
    text: [
      "What was done, where and when: a sheet with a row for each (CSV, TSV), or GeoJSON. Its columns: ",
      ["id", "date", "place", "kind", "title"],
    ],
    accept: SHEETS,
    form: "id\tdate\tplace\tkind\ttitle",
  },
  flows: {
    name: "Flows",
    one: "a file of flows",
    text: [
      "Who was sent from where to where, if you have that: a sheet or GeoJSON. Its columns: ",
      ["id", "date", "origin", "destination", "people"],
    ],
    accept: SHEETS,
    form: "id\tdate\torigin\tdestination\tpeople",
  },
};

/** @type {Partial<Record<Layer, { show: () => void, count: HTMLElement }>>} */
const cards = {};

/** Makes the cards. */
export function showCards() {
  for (const layer of LAYERS) {
    const made = card(layer);
    cards[layer] = made;
    byId("cards").append(made.element);
  }
  on("data", () => {
    for (const { show } of Object.values(cards)) show();
  });
  dropAnywhere();
}

/**
 * Says how much of a layer could be read.
 *
 * @param {Layer} layer
 * @param {string} text
 */
export function showCount(layer, text) {
  const card = cards[layer];
  if (card) card.count.textContent = text;
}

/**
 * @param {About["text"]} parts
 * @returns {Children}
 */
const columns = (parts) =>
  parts.map((part) =>
    Array.isArray(part)
      ? [...part.map((name, i) => [i > 0 && ", ", h("code", null, name)]), " …"]
      : part,
  );

/** @param {Layer} layer */
function card(layer) {
  const { name, one, text, accept, form } = ABOUT[layer];
  /** @param {string} part */
  const id = (part) => `${layer}-${part}`;
  const said = h("p", { class: "alarm", role: "alert", id: id("said"), hidden: true });
  /** @param {string} [words] */
  const say = (words) => Object.assign(said, { textContent: words ?? "", hidden: !words });
  /** @param {Chosen | undefined} chosen */
  const take = (chosen) => {
    say();
    choose({ [layer]: chosen });
  };

  const input = h("input", {
    type: "file",
    id: id("file"),
    class: "unseen",
    accept,
    "aria-label": `Choose ${one}`,
    // Empty again, so that the same file can be chosen once more when it has been mended.
    onchange: ({ target }) => {
      const file = target.files?.[0];
      target.value = "";
      if (file) take({ file });
    },
  });

  const cells = h("textarea", {
    id: id("cells"),
    rows: 5,
    placeholder: form,
    spellcheck: "false",
    autocomplete: "off",
  });
  const paste = h(
    "form",
    {
      id: id("paste"),
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (!cells.value.trim())
          return say(
            "There is nothing in the field yet. Copy the cells in your spreadsheet, with the row of column names, and paste them here.",
          );
        take({ file: pasted(layer, cells.value) });
      },
    },
    h("label", { for: id("cells") }, "Cells from your spreadsheet, with the row of column names"),
    cells,
    h("button", { type: "submit", class: "primary" }, "Use these cells"),
  );

  const hint = "Your browser asks that server for the file. Nothing is sent along.";
  const about = h("p", { class: "hint", id: id("about"), role: "status" }, hint);
  const address = h("input", {
    type: "url",
    id: id("address"),
    placeholder: "https://",
    autocomplete: "off",
    "aria-describedby": about.id,
    oninput: ({ target }) => {
      const sheet = sheetOf(target.value);
      about.textContent = sheet
        ? `${sheet.service}: the file is fetched, not the page that shows it. ${sheet.question}`
        : hint;
    },
  });
  const link = h(
    "form",
    {
      id: id("link"),
      hidden: true,
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault();
        say();
        try {
          take(await fetched(address.value));
        } catch (error) {
          say(reason(error));
          address.focus();
        }
      },
    },
    h(
      "label",
      { for: id("address") },
      "Address of the file, or link to a sheet of Google, Excel or Dropbox",
    ),
    h(
      "span",
      { class: "line" },
      address,
      h("button", { type: "submit", class: "primary" }, "Fetch"),
    ),
    about,
  );

  /** @param {string} label @param {HTMLElement} panel @param {HTMLElement} field */
  const opener = (label, panel, field) => {
    const button = h(
      "button",
      {
        type: "button",
        "aria-expanded": "false",
        "aria-controls": panel.id,
        onclick: () => {
          panel.hidden = !panel.hidden;
          button.setAttribute("aria-expanded", String(!panel.hidden));
          if (!panel.hidden) field.focus();
        },
      },
      label,
      h("span", { class: "unseen" }, ` (${name.toLowerCase()})`),
    );
    return button;
  };

  const chosen = h("strong");
  const counted = h("span", { class: "count" });
  const remove = h(
    "button",
    {
      type: "button",
      class: "plain",
      onclick: () => {
        take(undefined);
        input.focus();
      },
    },
    "Remove",
    h("span", { class: "unseen" }, ` the ${name.toLowerCase()}`),
  );
  const back = h("button", {
    type: "button",
    class: "plain",
    onclick: () => {
      say();
      undo(layer);
      input.focus();
    },
  });
  const line = h(
    "p",
    { class: "chosen", id: id("chosen") },
    chosen,
    " ",
    counted,
    " ",
    remove,
    " ",
    back,
  );

  const element = h(
    "section",
    { class: "card", "aria-labelledby": id("name"), "data-layer": layer },
    h(
      "h3",
      { id: id("name") },
      name,
      layer !== "actions" && h("span", { class: "optional" }, " optional"),
    ),
    h("p", { class: "about" }, columns(text)),
    h(
      "div",
      { class: "ways" },
      h(
        "span",
        { class: "pick" },
        h("label", { for: id("file"), class: "button primary" }, "Choose a file"),
        input,
      ),
      h("span", { class: "hint drop", "aria-hidden": "true" }, "or drop it here"),
      form && opener("Paste cells", paste, cells),
      opener("From an address", link, address),
    ),
    form && paste,
    link,
    said,
    line,
    form &&
      h(
        "p",
        { class: "hint" },
        "New to this? Start from ",
        h(
          "a",
          { href: BUILDER.templates[layer], download: `${layer}.csv` },
          `the template for ${layer}`,
        ),
        ". Other names of columns are understood, too.",
      ),
  );
  drop(element, (files) => take({ file: files[0] }));

  const show = () => {
    const one = state.data[layer];
    const other = undone(layer);
    element.classList.toggle("full", Boolean(one));
    chosen.textContent = one?.file.name ?? "";
    counted.textContent = "";
    remove.hidden = !one;
    back.hidden = !other || other === one;
    back.textContent = other ? `Back to ${other.file.name}` : "";
    line.hidden = remove.hidden && back.hidden;
  };
  show();
  return { element, show, count: counted };
}

/**
 * Takes files that are dropped on an element.
 *
 * @param {HTMLElement} element
 * @param {(files: File[]) => void} take
 */
function drop(element, take) {
  element.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    element.classList.add("over");
  });
  element.addEventListener("dragleave", (event) => {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget)))
      element.classList.remove("over");
  });
  element.addEventListener("drop", (event) => {
    element.classList.remove("over");
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    take(files);
  });
}

/** Files that are dropped beside the cards, or several at once, find theirs by what they hold. */
function dropAnywhere() {
  drop(document.documentElement, async (files) => {
    const layers = await Promise.all(files.map(layerOf));
    choose(Object.fromEntries(layers.map((layer, i) => [layer, { file: files[i] }])));
  });
}

/**
 * Takes sample data instead of what there is.
 *
 * @param {"sample" | "mistakes"} name
 */
export async function takeSample(name) {
  /** @param {string} layer @param {string} address */
  const file = async (layer, address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered with status ${response.status}`);
    return { file: new File([await response.blob()], `${name} ${layer}.csv`) };
  };
  const layers = Object.entries(BUILDER.samples[name]);
  const files = await Promise.all(layers.map(([layer, address]) => file(layer, address)));
  choose({
    provinces: undefined,
    flows: undefined,
    ...Object.fromEntries(layers.map(([layer], i) => [layer, files[i]])),
  });
}
