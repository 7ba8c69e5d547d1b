// Step 1: a card for each kind of data, on which a file is dropped, chosen, pasted or fetched.

/* global BUILDER -- put in by build.mjs: addresses of templates and samples, and names */

import { byId, h } from "./dom.js";
import { fetched, kindOf, pasted } from "./files.js";
import { choose, KINDS, on, state, undo, undone } from "./state.js";

const SHEETS = ".csv,.tsv,.txt,.json,.geojson";
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

const cards = {};

/** Makes the cards. */
export function showCards() {
  byId("cards").append(...KINDS.map((kind) => (cards[kind] = card(kind)).element));
  on("data", () => KINDS.forEach((kind) => cards[kind].show()));
  dropAnywhere();
}

/** Says how much of a kind could be read. */
export function showCount(kind, text) {
  cards[kind].count.textContent = text;
}

const columns = (parts) =>
  parts.map((part) =>
    Array.isArray(part)
      ? part.flatMap((name, i) => [i > 0 && ", ", h("code", null, name)]).concat(" …")
      : part,
  );

function card(kind) {
  const { name, one, text, accept, form } = ABOUT[kind];
  const id = (part) => `${kind}-${part}`;
  const said = h("p", { class: "alarm", role: "alert", id: id("said"), hidden: true });
  const say = (words) => Object.assign(said, { textContent: words ?? "", hidden: !words });
  const take = (chosen) => {
    say();
    choose({ [kind]: chosen });
  };

  const input = h("input", {
    type: "file",
    id: id("file"),
    class: "unseen",
    accept,
    "aria-label": `Choose ${one}`,
    // Empty again, so that the same file can be chosen once more when it has been mended.
    onchange: ({ target }) => {
      const [file] = target.files;
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
        take({ file: pasted(kind, cells.value) });
      },
    },
    h("label", { for: id("cells") }, "Cells from your spreadsheet, with the row of column names"),
    cells,
    h("button", { type: "submit", class: "primary" }, "Use these cells"),
  );

  const address = h("input", {
    type: "url",
    id: id("address"),
    placeholder: "https://",
    autocomplete: "off",
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
          say(error.message);
          address.focus();
        }
      },
    },
    h("label", { for: id("address") }, "Address of the file"),
    h(
      "span",
      { class: "line" },
      address,
      h("button", { type: "submit", class: "primary" }, "Fetch"),
    ),
    h("p", { class: "hint" }, "Your browser asks that server for the file. Nothing is sent along."),
  );

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
      undo(kind);
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
    { class: "card", "aria-labelledby": id("name"), "data-kind": kind },
    h(
      "h3",
      { id: id("name") },
      name,
      kind !== "actions" && h("span", { class: "optional" }, " optional"),
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
          { href: BUILDER.templates[kind], download: `${kind}.csv` },
          `the template for ${kind}`,
        ),
        ". Other names of columns are understood, too.",
      ),
  );
  drop(element, (files) => take({ file: files[0] }));

  const show = () => {
    const one = state.data[kind];
    const other = undone(kind);
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

/** Takes files that are dropped on an element. */
function drop(element, take) {
  element.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    element.classList.add("over");
  });
  element.addEventListener("dragleave", (event) => {
    if (!element.contains(event.relatedTarget)) element.classList.remove("over");
  });
  element.addEventListener("drop", (event) => {
    element.classList.remove("over");
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    take([...event.dataTransfer.files]);
  });
}

/** Files that are dropped beside the cards, or several at once, find theirs by what they hold. */
function dropAnywhere() {
  drop(document.documentElement, async (files) => {
    const kinds = await Promise.all(files.map(kindOf));
    choose(Object.fromEntries(kinds.map((kind, i) => [kind, { file: files[i] }])));
  });
}

/** Takes sample data in the place of what there is. */
export async function takeSample(name) {
  const file = async (kind, address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered with status ${response.status}`);
    return { file: new File([await response.blob()], `${name} ${kind}.csv`) };
  };
  const kinds = Object.entries(BUILDER.samples[name]);
  const files = await Promise.all(kinds.map(([kind, address]) => file(kind, address)));
  choose({
    provinces: undefined,
    flows: undefined,
    ...Object.fromEntries(kinds.map(([kind], i) => [kind, files[i]])),
  });
}
