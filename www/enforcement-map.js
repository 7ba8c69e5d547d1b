// The element <enforcement-map>. JavaScript fetches and keeps the element's life; the WebAssembly
// module reads the data and draws.
//
// What stands between the element's tags is what readers see until everything is there, and what
// they keep if something never comes. On our own pages that is the map itself, rendered when the
// page was built (`[data-prerendered]`): it is taken over as it stands, so that nothing moves.

import { asked, correct, link, remember } from "./element/address.js";
import { Trouble } from "./element/files.js";
import { isData } from "./element/given.js";
import { draw, moduleFor } from "./element/large.js";
import { fonts, languages, messages, page, source, still, styles } from "./element/parts.js";

/* global NAMES -- put in by build.mjs */

const TAG = "enforcement-map";
/** Attributes of the table in src/embed/api.rs. */
const { data: DATA, state } = NAMES;
const STATE = state.filter((name) => name !== "lang" && name !== "heading");
const ATTRIBUTES = [...DATA, ...state];

/** The map whose choices are in the page's address. */
let addressed;

/** The language to show for a BCP 47 tag, one of those there are. */
function language(tag) {
  const [primary] = (tag || navigator.language || "").toLowerCase().split("-");
  return languages.includes(primary) ? primary : "en";
}

/** Resolves after the next painted frame; in a hidden tab, which paints none, a little later. */
const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
    setTimeout(done, 200);
  });

/** Gives the reader a file. */
function save(name, content) {
  const type = name.endsWith(".csv") ? "text/csv" : "application/geo+json";
  const href = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** Tells an editor what on the page cannot be done as it is written; once. */
const said = new Set();
function warn(text) {
  if (!said.has(text)) console.warn(`${TAG}: ${text}`);
  said.add(text);
}

/** For the builder: what is wrong with data, without a map. */
export { check } from "./element/check.js";

// On a server, where frameworks load this module as well, there are no elements.
export class EnforcementMap extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = ATTRIBUTES;

  /** Data given as objects. */
  #objects = {};
  /** What the reader chose since the attribute was last set. */
  #chosen = {};
  /** Counts the loads: one that is not the newest any more when it ends draws nothing. */
  #load = 0;
  #loaded = Promise.resolve();
  #widget;
  #box;
  /** Whether an address asked for something that is not there. */
  #corrected = false;
  /** What has become of the countries, which are fetched only for the view of the world. */
  #world;

  // A property has the newest value, whether page or reader chose it. `lang` is every element's.
  static {
    for (const name of ATTRIBUTES.filter((name) => name !== "lang")) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get() {
          if (name in this.#objects) return this.#objects[name];
          return name in this.#chosen ? this.#chosen[name] : this.getAttribute(name);
        },
        set(value) {
          const isObject = DATA.includes(name) && value !== undefined && isData(value);
          const text = isObject ? undefined : value;
          // First, so that the callback of the attribute's removal does not see the object.
          if (text !== undefined && text !== null) this.setAttribute(name, text);
          else this.removeAttribute(name);
          this.#forget(name);
          if (isObject) this.#objects[name] = value;
          this.#apply(name);
        },
      });
    }
  }

  constructor() {
    super();
    this.addEventListener("province-select", ({ detail }) => {
      this.#choose({ province: detail?.code ?? null });
    });
    this.addEventListener("range-change", ({ detail }) => {
      this.#choose({ from: detail?.from ?? null, to: detail?.to ?? null });
    });
  }

  connectedCallback() {
    // Properties set before the element was defined hide the accessors.
    for (const name of ATTRIBUTES.filter((name) => Object.hasOwn(this, name))) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    addressed ??= this;
    if (addressed === this) {
      addEventListener("popstate", this.#follow);
      Object.assign(this.#chosen, this.#asked());
    }
    document.addEventListener("keydown", this.#dismiss);
    this.#reload();
  }

  disconnectedCallback() {
    this.#load += 1;
    document.removeEventListener("keydown", this.#dismiss);
    if (addressed === this) {
      addressed = undefined;
      removeEventListener("popstate", this.#follow);
    }
    this.#release();
  }

  /** `moveBefore` moves an element without taking it out: there is nothing to do. */
  connectedMoveCallback() {}

  attributeChangedCallback(name) {
    this.#forget(name);
    this.#apply(name);
  }

  /** Shows the days from `from` to `to` (ISO 8601, or null); resolves after the next frame. */
  async setRange(from, to) {
    this.from = from;
    this.to = to;
    await this.#loaded;
    await painted();
  }

  /** Chooses a province by its code, or none by `null`. */
  select(code) {
    this.province = code;
  }

  /** The reader chose something. */
  #choose(what) {
    Object.assign(this.#chosen, what);
    if (addressed === this) remember(Object.keys(what)[0], this.#chosen);
  }

  /** What the page's address asks for, in the order that it must have. */
  #asked() {
    const found = { ...asked() };
    const isDay = (text) => {
      const day = new Date(`${text}T00:00Z`);
      return !Number.isNaN(+day) && day.toISOString().startsWith(text);
    };
    this.#corrected = isDay(found.from) && isDay(found.to) && found.from > found.to;
    if (this.#corrected) [found.from, found.to] = [found.to, found.from];
    return found;
  }

  /** Escape takes a tooltip away also when nothing in the map has the focus (WCAG 1.4.13). */
  #dismiss = (event) => {
    if (event.key !== "Escape" || event.composedPath().includes(this)) return;
    this.#box?.querySelector(".em")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  };

  /** The reader went back or forward. */
  #follow = () => {
    if (asked() === undefined) return;
    const { lang } = this.#chosen;
    this.#chosen = this.#asked();
    if (lang !== this.#chosen.lang) this.#reload();
    else this.#applyAll();
  };

  /** Brings all choices to what is drawn. What cannot be read is said, and forgotten. */
  #applyAll() {
    const { from, to } = this;
    if (from && to && from > to) warn(`"from" (${from}) is after "to" (${to}); they were exchanged`);
    // From an open range on: in between, the new start may lie behind the old end.
    const steps = [["to"], ["from", from], ["to", to]];
    for (const name of ["province", "theme", "view"]) steps.push([name, this[name]]);
    steps.push(["without", this.#chosen.without]);
    for (const [name, value] of steps) {
      if (this.#widget?.set(name, value ?? undefined) === false && name in this.#chosen) {
        delete this.#chosen[name];
        this.#corrected = true;
      }
    }
    if (this.#corrected && this.#widget) {
      this.#widget.say_corrected();
      correct(this.#chosen);
      this.#corrected = false;
    }
    if (this.#widget && this.#world === undefined) this.#show(this.view);
  }

  #forget(name) {
    delete this.#objects[name];
    delete this.#chosen[name];
  }

  /** Brings a change to what is drawn. */
  #apply(name) {
    if (!STATE.includes(name)) {
      if (this.isConnected) this.#reload();
    } else {
      this.#applyAll();
    }
  }

  #reload() {
    this.#loaded = this.#fetchAndDraw(++this.#load);
  }

  async #fetchAndDraw(load) {
    // Several attributes set one after the other are one load.
    await null;
    if (load !== this.#load) return;
    const wanted = this.#chosen.lang ?? this.getAttribute("lang");
    const lang = language(wanted ?? this.closest("[lang]")?.lang);
    if (wanted && !wanted.toLowerCase().startsWith(lang)) {
      warn(`there are no texts in the language "${wanted}"; the map speaks English`);
    }
    if (lang === "km") fonts().catch(() => {});
    const needed = DATA.filter((kind) => kind !== "countries" || this.view === "world");
    try {
      const [glue, style, words, ...found] = await Promise.all([
        moduleFor(needed.map((kind) => this[kind])),
        styles(),
        messages[lang](),
        ...needed.map((kind) => source(kind, this[kind], lang)),
      ]);
      const sources = Object.fromEntries(needed.map((kind, i) => [kind, found[i]]));
      if (load === this.#load) await this.#draw(load, glue, style, lang, words, sources);
    } catch (error) {
      if (load === this.#load) this.#fail(error);
    }
  }

  /** Puts a link to what is seen on the clipboard, or shows it where that is not allowed. */
  async #copy() {
    const href = link(this.#chosen);
    try {
      await navigator.clipboard.writeText(href);
      this.#widget?.say_copied();
    } catch {
      this.#widget?.say_copied(href);
    }
  }

  /** The world is fetched for those who open it; anew, if it could not be had before. */
  async #show(view) {
    if (view !== "world" || this.#world === "there" || this.#world === "coming") return;
    this.#world = "coming";
    const widget = this.#widget;
    const countries = await source("countries", this.countries, this.#box.lang);
    if (widget !== this.#widget) return;
    this.#world = countries.trouble ? "failed" : "there";
    widget.set_countries(countries);
  }

  async #draw(load, glue, style, lang, words, sources) {
    const prerendered = this.querySelector(":scope > [data-prerendered]");
    const options = {
      lang,
      messages: words,
      sources,
      heading: this.heading ?? undefined,
      chosen: (name, value, content) => {
        if (name === "link") return this.#copy();
        if (name === "download") return save(value, content);
        this.#choose({ [name]: value });
        if (name === "view") this.#show(value);
      },
      page: {
        country: page(lang),
        world: page(lang, "world"),
        table: page(lang, "table"),
        // Our own pages for frames hold a map alone.
        own: document.documentElement.hasAttribute("data-embed"),
      },
    };

    const isThisMap =
      prerendered?.lang === lang &&
      prerendered.dataset.view === (this.view ?? "country") &&
      DATA.every((kind) => this[kind] === null) &&
      this.heading === null;
    if (isThisMap) {
      // It has all the data: better than what could be drawn without some of them.
      const missing = Object.values(sources).find(({ trouble }) => trouble);
      if (missing) throw missing.trouble;
    }
    const drawn = await draw(glue, this, options, warn);
    if (load !== this.#load) return drawn.widget.unmount();
    // From here on in one task: readers see no state in between.
    if (isThisMap) {
      this.#takeOver(drawn, style, sources, prerendered);
    } else {
      this.#mount(drawn, style, sources);
      prerendered?.remove();
    }
  }

  #mount({ widget, box }, style, { countries }) {
    if (countries) widget.set_countries(countries);
    widget.announce();
    this.#put(style, box);
    this.#release();
    [this.#box, this.#widget] = [box, widget];
    this.#world = countries && (countries.trouble ? "failed" : "there");
    this.#applyAll();
  }

  /** Draws the same map in the place of the one rendered beforehand. Nothing moves, since both are
   * the same markup; the reader's place in it is kept. */
  #takeOver(drawn, style, sources, prerendered) {
    const before = this.getRootNode().activeElement;
    const focusable = "a, button, input, select";
    const place = [...prerendered.querySelectorAll(focusable)].indexOf(before);
    // Without a script, a link to `#em-KH24` shows that province; go on showing it.
    const linked = prerendered.querySelector(":target")?.id.replace(/^em-/, "");
    if (linked && prerendered.querySelector(`[data-code="${CSS.escape(linked)}"]`)) {
      this.#chosen.province = linked;
    }
    this.#mount(drawn, style, sources);
    prerendered.remove();
    this.#box.querySelectorAll(focusable)[place]?.focus({ preventScroll: true });
  }

  #put(style, box) {
    if (!this.shadowRoot) style(this.attachShadow({ mode: "open" }));
    this.shadowRoot.append(box);
  }

  #release() {
    const [box, widget] = [this.#box, this.#widget];
    this.#box = this.#widget = undefined;
    try {
      widget?.unmount();
    } catch (error) {
      console.warn(`${TAG}: could not be unmounted cleanly:`, error);
    }
    box?.remove();
  }

  /** Whatever stands on the page stays; an editor is told why nothing else came. */
  #fail(error) {
    const message = error instanceof Trouble ? error.message : `the map could not be drawn: ${error}`;
    console.error(`${TAG}: ${message}. The page shows what it shows without a script.`);
    const detail = { message, source: error.address ?? "" };
    const isEmpty = !this.#widget && DATA.every((kind) => this[kind] === null) && !this.firstElementChild && !this.textContent.trim();
    if (isEmpty) this.append(...still(language(this.closest("[lang]")?.lang), this.title));
    this.dispatchEvent(new CustomEvent("map-error", { bubbles: true, composed: true, detail }));
  }
}

if (globalThis.customElements?.get(TAG)) {
  console.warn(`<${TAG}> is defined on this page already; ${import.meta.url} leaves it as it is.`);
} else {
  globalThis.customElements?.define(TAG, EnforcementMap);
}
