// Step 4: the code to copy, or the folder to put on a server.

import { codes } from "./code.js";
import { byId, copyButton, h, reason } from "./dom.js";
import { archive, dataNames } from "./folder.js";
import { seenHeight } from "./look.js";
import { isOwn, LAYERS, on, set, state } from "./state.js";

/** @import { Addresses } from "./code.js" */

/** @typedef {"line" | "frame" | "element"} Tab */

/** @type {Record<Tab, [name: string, about: string]>} */
const TABS = {
  line: ["One line", "For most systems. The frame gets the right height by itself."],
  frame: ["Plain frame", "For systems that take no script. The height stays as it is written."],
  element: ["Element", "For those who own their page: the map is part of it."],
};
const NAMES = { provinces: "provinces", actions: "actions", flows: "flows" };

let place = "folder";
let base = "https://example.org/map/";
/** @type {Addresses} */
const addresses = {};
/** @type {Tab} */
let tab = "line";
/** @type {Partial<Record<Tab, HTMLTextAreaElement>>} */
const fields = {};

export function showPublish() {
  const linked = h("div", { id: "linked", class: "inner", hidden: true });
  const folder = h("div", { id: "folder", class: "inner" }, ...folderParts());
  byId("ways").append(
    h(
      "fieldset",
      { class: "places" },
      h("legend", null, "Where will your data be?"),
      radio(
        "folder",
        "In a folder for my server",
        "Download it, with all that the map needs, and put it on any web server.",
      ),
      folder,
      radio(
        "linked",
        "On the web already",
        "Each file has an address of its own. The map’s program stays on this site.",
      ),
      linked,
    ),
    sizes(),
    h("h3", { id: "code-name" }, "The code for your article"),
    tabs(),
  );
  const refresh = () => {
    fillAddresses(linked);
    show();
  };
  on("data", refresh);
  on("settings", show);
  new ResizeObserver(show).observe(byId("paper"));
  refresh();
}

/** @param {string} value @param {string} name @param {string} about */
function radio(value, name, about) {
  return h(
    "label",
    { class: "choice" },
    h("input", {
      type: "radio",
      name: "place",
      value,
      checked: place === value,
      onchange: () => {
        place = value;
        show();
      },
    }),
    h("span", null, h("strong", null, name), h("small", null, about)),
  );
}

function folderParts() {
  const said = h("span", { role: "status", class: "said" });
  const button = h(
    "button",
    { type: "button", class: "primary", id: "download" },
    "Download the folder (.zip)",
  );
  button.addEventListener("click", async () => {
    said.textContent = "Packing …";
    try {
      const bytes = await archive(base, seenHeight());
      const href = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
      h("a", { href, download: "map.zip" }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
      said.textContent = `map.zip, ${(bytes.length / 1e6).toFixed(1)} MB. README.txt in it says where to put it.`;
    } catch (error) {
      said.textContent = `The folder could not be packed: ${reason(error)}`;
    }
  });
  return [
    h("p", { class: "copy" }, button, said),
    h(
      "p",
      { class: "field" },
      h("label", { for: "base" }, "Its address, once it is on your server"),
      h("input", {
        id: "base",
        type: "url",
        value: base,
        autocomplete: "off",
        oninput: ({ target }) => {
          const text = target.value.trim();
          const isAddress = /^https?:\/\/./.test(text) && URL.canParse(text);
          target.setAttribute("aria-invalid", String(!isAddress));
          if (isAddress) base = text.replace(/[^/]*\.html$/, "").replace(/\/?$/, "/");
          show();
        },
      }),
    ),
  ];
}

/**
 * A field for each file of the editor's own.
 *
 * @param {HTMLElement} box
 */
function fillAddresses(box) {
  for (const layer of LAYERS) {
    // Fetched from an address, it has one.
    if (state.data[layer]?.address) addresses[layer] = state.data[layer].address;
  }
  const own = LAYERS.filter((layer) => state.data[layer]);
  box.replaceChildren(
    ...own.map((layer) =>
      h(
        "p",
        { class: "field" },
        h("label", { for: `at-${layer}` }, `Address of the file of ${NAMES[layer]}`),
        h("input", {
          id: `at-${layer}`,
          type: "url",
          placeholder: "https://",
          value: addresses[layer] ?? "",
          autocomplete: "off",
          oninput: ({ target }) => {
            addresses[layer] = target.value.trim();
            show();
          },
        }),
      ),
    ),
    h(
      "p",
      { class: "hint" },
      own.length > 0
        ? "Its server has to let other sites read it, by the header Access-Control-Allow-Origin (CORS)."
        : "You have chosen no file yet: the code below shows the data that come with the map.",
    ),
  );
}

function sizes() {
  /** @param {"width" | "height"} name @param {string} label @param {string} placeholder */
  const field = (name, label, placeholder) =>
    h(
      "p",
      { class: "field" },
      h("label", { for: `set-${name}` }, label),
      h("input", {
        id: `set-${name}`,
        type: "text",
        inputmode: "numeric",
        placeholder,
        autocomplete: "off",
        oninput: ({ target }) => set(name, target.value),
      }),
    );
  return h(
    "div",
    { class: "sizes" },
    field("width", "Width (px or %)", "as wide as the column"),
    field("height", "Height (px)", "as high as the map"),
  );
}

/** Tabs as in the ARIA Authoring Practices: one stop of the keyboard, arrows between them. */
function tabs() {
  const names = /** @type {Tab[]} */ (Object.keys(TABS));
  const buttons = names.map((name) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "aria-controls": `panel-${name}`,
        onclick: () => turn(name),
      },
      TABS[name][0],
    ),
  );
  /** @param {Tab} name @param {boolean} [focus] */
  const turn = (name, focus) => {
    tab = name;
    for (const button of buttons) {
      const isThis = button.id === `tab-${name}`;
      button.setAttribute("aria-selected", String(isThis));
      button.tabIndex = isThis ? 0 : -1;
      byId(`panel-${button.id.slice(4)}`).hidden = !isThis;
      if (isThis && focus) button.focus();
    }
  };
  const row = h(
    "div",
    {
      role: "tablist",
      "aria-labelledby": "code-name",
      onkeydown: (event) => {
        const step = {
          ArrowRight: 1,
          ArrowLeft: -1,
          Home: -names.indexOf(tab),
          End: names.length - 1 - names.indexOf(tab),
        }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        turn(names[(names.indexOf(tab) + step + names.length) % names.length], true);
      },
    },
    buttons,
  );
  const panels = names.map((name) => {
    const [label, about] = TABS[name];
    const field = h("textarea", {
      readonly: true,
      rows: 5,
      spellcheck: "false",
      class: "code",
      "aria-label": `Code: ${label}`,
    });
    fields[name] = field;
    return h(
      "div",
      { role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}` },
      h("p", { class: "hint" }, about),
      field,
      copyButton(
        "Copy the code",
        () => field.value,
        () => field,
      ),
    );
  });
  const all = h("div", { class: "tabs" }, row, panels, h("p", { class: "hint", id: "advice" }));
  queueMicrotask(() => turn(tab));
  return all;
}

/** Counts what is shown: of one that waited for files while the next was shown, nothing is. */
let shown = 0;

async function show() {
  const mine = ++shown;
  byId("folder").hidden = place !== "folder";
  byId("linked").hidden = place !== "linked";
  const isFolder = place === "folder";
  const names = isFolder ? await dataNames() : addresses;
  if (mine !== shown) return;
  const site = new URL(".", document.baseURI).href;
  const made = codes({
    base: isFolder ? base : site,
    addresses: names,
    folder: isFolder,
    height: seenHeight(),
  });
  for (const [name, text] of Object.entries(made)) {
    const field = fields[/** @type {Tab} */ (name)];
    if (field && field.value !== text) field.value = text;
  }
  const missing =
    !isFolder && isOwn() && LAYERS.some((layer) => state.data[layer] && !addresses[layer]);
  byId("advice").textContent = missing
    ? "Fill in the addresses of your files above: the code has ADDRESS-OF-… where they go."
    : isFolder
      ? "It works as soon as the folder is at that address."
      : "";
}
