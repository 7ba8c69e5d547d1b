// The element <enforcement-map>: its properties, its life on a page, and what it tells the page.
// The WebAssembly module reads the data and draws; it tells this element everything by one function
// (`#hear`), which keeps what the reader chose and then fires the events that pages rely on.
//
// What stands between the element's tags is what readers see until everything is there, and what
// they keep if something never comes. On our own pages that is the map itself, rendered when the
// page was built (`[data-prerendered]`): the same map is drawn instead of it in one step, so that
// nothing moves.

import { each } from "../each.js";
import * as NAMES from "../types/generated/names.js";
import { claimAddress, readAddress, releaseAddress, writeAddress } from "./address.js";
import { warn, warnOfData, warnOnce } from "./console.js";
import { draw, keepFocus, put, release } from "./drawing.js";
import { LoadError } from "./fetch.js";
import { added, interval, isSame, now, whenSeen } from "./freshness.js";
import { isData } from "./inline-data.js";
import { language, loadParts } from "./loading.js";
import { copy, painted, save } from "./reader.js";
import { pages, source, still, viewCode } from "./resources.js";
import { replace, shareUrl } from "./url-state.js";

/** @import { EnforcementMapEventMap } from "../types/generated/public.js" */
/** @import { AttributeName, LayerName, LinkParameter, Properties } from "../types/generated/module.js" */
/** @import { WidgetEvent, WidgetOptions } from "../types/generated/module.js" */
/** @import { Drawing } from "./drawing.js" */
/** @import { Parts } from "./loading.js" */
/** @import { Given, Loaded } from "./resources.js" */
/** @import { UrlState } from "./url-state.js" */

const LAYERS = NAMES.data;
/** @type {LayerName[]} */
const RECORDS = ["actions", "flows"];
/** @type {LayerName[]} */
const OWN = ["provinces", ...RECORDS];
/** Attributes for which the map is drawn anew. @type {AttributeName[]} */
const REDRAWN = [...LAYERS, ...NAMES.drawn];
/** @type {AttributeName[]} */
const ATTRIBUTES = [...REDRAWN, ...NAMES.range, ...NAMES.set];

// On a server, where frameworks load this module as well, there are no elements.
const Base = /** @type {typeof Properties} */ (globalThis.HTMLElement ?? class {});

export class EnforcementMap extends Base {
  // Not a static block, which Safari has from 16.4 on: for older ones, esbuild would write every
  // private member as a map, and the file would be larger by a tenth.
  static observedAttributes = EnforcementMap.#defineProperties();

  /** Data given as objects, by layer. @type {Partial<Record<AttributeName, unknown>>} */
  #objects = {};
  /** What the reader chose since the attribute was last set. @type {UrlState} */
  #chosen = {};
  /** Counts the loads: one that is not the newest any more when it ends draws nothing. */
  #load = 0;
  #loaded = Promise.resolve();
  /** @type {Drawing | undefined} */
  #drawing;
  /** Whether only one of two days that belong together is set yet. */
  #isSettingRange = false;
  /** Whether an address asked for something that is not there. */
  #corrected = false;
  /**
   * What has become of the countries, which are fetched only for the view of the world.
   * @type {"coming" | "there" | "failed" | undefined}
   */
  #world;
  /** The view whose needs were last seen to. @type {string | null | undefined} */
  #opened;
  /** What the map is drawn from, and when it was read. @type {Parts & { at?: ReturnType<typeof now> } | undefined} */
  #parts;
  /** Ends the waiting for the next reading. */
  #stopWaiting = () => {};

  /** Gives the element a property for each attribute, but `lang`, which is every element's. */
  static #defineProperties() {
    for (const name of ATTRIBUTES.filter((name) => name !== "lang")) {
      Object.defineProperty(EnforcementMap.prototype, name, {
        configurable: true,
        enumerable: true,
        /** @this {EnforcementMap} */
        get() {
          return this.#value(name);
        },
        /** @this {EnforcementMap} @param {unknown} value */
        set(value) {
          this.#setValue(name, value);
        },
      });
    }
    return ATTRIBUTES;
  }

  /**
   * The newest value, whether page or reader chose it.
   *
   * @param {AttributeName} name
   */
  #value(name) {
    if (name in this.#objects) return this.#objects[name];
    const choice = /** @type {keyof UrlState} */ (name);
    return name in this.#chosen ? this.#chosen[choice] : this.getAttribute(name);
  }

  /**
   * @param {AttributeName} name
   * @param {unknown} value
   */
  #setValue(name, value) {
    const layer = /** @type {LayerName} */ (name);
    const isObject = LAYERS.includes(layer) && value !== undefined && isData(value);
    const text = /** @type {string | null | undefined} */ (isObject ? undefined : value);
    // First, so that the callback of the attribute's removal does not see the object.
    if (text !== undefined && text !== null) this.setAttribute(name, text);
    else this.removeAttribute(name);
    this.#forget(name);
    if (isObject) this.#objects[name] = value;
    this.#apply(name);
  }

  connectedCallback() {
    // Properties set before the element was defined hide the accessors.
    for (const name of ATTRIBUTES.filter((name) => Object.hasOwn(this, name))) {
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    if (claimAddress(this, this.#follow)) this.#takeAddress();
    document.addEventListener("keydown", this.#dismiss);
    this.#reload();
  }

  disconnectedCallback() {
    this.#load += 1;
    document.removeEventListener("keydown", this.#dismiss);
    this.#stopWaiting();
    releaseAddress(this, this.#follow);
    this.#release();
  }

  /** `moveBefore` moves an element without taking it out: there is nothing to do. */
  connectedMoveCallback() {}

  /** @param {AttributeName} name */
  attributeChangedCallback(name) {
    this.#forget(name);
    this.#apply(name);
  }

  /**
   * Shows the days from `from` to `to` (ISO 8601, or null); resolves after the next frame.
   *
   * @param {string | null} from
   * @param {string | null} to
   */
  async setRange(from, to) {
    this.#isSettingRange = true;
    try {
      this.from = from;
      this.to = to;
    } finally {
      this.#isSettingRange = false;
    }
    this.#applyAll();
    await this.#loaded;
    await painted();
  }

  /**
   * Chooses a province by its code, or none by `null`.
   *
   * @param {string | null} code
   */
  select(code) {
    this.province = code;
  }

  /**
   * The one way in which the widget tells something.
   *
   * @param {WidgetEvent} event
   */
  #hear(event) {
    switch (event.type) {
      case "ready":
        performance.mark("map-drawn");
        return this.#fire("map-ready", null);
      case "province":
        this.#choose({ province: event.detail.code });
        return this.#fire("province-select", event.detail);
      case "range":
        this.#choose({ from: event.detail.from, to: event.detail.to });
        return this.#fire("range-change", event.detail);
      case "view":
        this.#choose({ view: event.detail });
        return this.#showView(event.detail);
      case "kinds":
        return this.#choose({ without: event.detail });
      case "link":
        return this.#copyLink();
      case "download":
        return save(event.detail.name, event.detail.content);
      case "error":
        warnOfData(event.detail);
        return this.#fire("map-error", event.detail);
      case "refused": {
        const { attribute, value } = event.detail;
        warn(`"${value}" is not a value of the attribute "${attribute}"`);
        if (attribute in this.#chosen) this.#corrected = true;
        this.#forget(attribute);
      }
    }
  }

  /**
   * @template {keyof EnforcementMapEventMap} Name
   * @param {Name} name
   * @param {EnforcementMapEventMap[Name]["detail"]} detail
   */
  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  /**
   * The reader chose something.
   *
   * @param {UrlState} what
   */
  #choose(what) {
    Object.assign(this.#chosen, what);
    writeAddress(this, Object.keys(what)[0], this.#chosen);
  }

  /** Adds what the page's address asks for, if that part of it is ours. */
  #takeAddress() {
    const asked = readAddress();
    Object.assign(this.#chosen, asked?.state);
    this.#corrected = asked?.isCorrected ?? false;
    return asked;
  }

  /** Escape takes a tooltip away also when nothing in the map has the focus (WCAG 1.4.13). */
  #dismiss = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || event.composedPath().includes(this)) return;
    const map = this.#drawing?.box.querySelector(".em");
    map?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  };

  /** The reader went back or forward. */
  #follow = () => {
    const before = this.#chosen;
    this.#chosen = {};
    if (!this.#takeAddress()) this.#chosen = before;
    else if (before.lang !== this.#chosen.lang) this.#reload();
    else this.#applyAll();
  };

  /** Brings all choices to what is drawn. What cannot be read is said, and forgotten. */
  #applyAll() {
    if (this.#isSettingRange) return;
    const { from, to } = this;
    if (from && to && from > to) {
      warnOnce(`"from" (${from}) is after "to" (${to}); they were exchanged`);
    }
    const widget = this.#drawing?.widget;
    if (!widget) return;
    widget.set_range(from, to);
    for (const name of NAMES.set) widget.set(name, this[name]);
    if (this.#corrected) {
      widget.say_corrected();
      replace(this.#chosen);
      this.#corrected = false;
    }
    if (this.view !== this.#opened) this.#showView(this.view);
  }

  /** @param {AttributeName | LinkParameter} name */
  #forget(name) {
    delete this.#objects[/** @type {AttributeName} */ (name)];
    delete this.#chosen[/** @type {keyof UrlState} */ (name)];
  }

  /**
   * Brings a change to what is drawn.
   *
   * @param {AttributeName} name
   */
  #apply(name) {
    if (!REDRAWN.includes(name)) this.#applyAll();
    else if (this.isConnected) this.#reload();
  }

  #reload() {
    this.#load += 1;
    this.#loaded = this.#loadAndDraw(this.#load);
  }

  /** @param {number} load */
  async #loadAndDraw(load) {
    // Several attributes set one after the other are one load.
    await null;
    if (load !== this.#load) return;
    const wanted = this.#chosen.lang ?? this.getAttribute("lang");
    const lang = language(wanted ?? this.#pageLanguage());
    if (wanted && !wanted.toLowerCase().startsWith(lang)) {
      warnOnce(`there are no texts in the language "${wanted}"; the map speaks English`);
    }
    const layers = LAYERS.filter((layer) =>
      layer === "countries" ? this.view === "world" : layer !== "kinds" || this.kinds !== null,
    );
    try {
      const view = this.view ?? NAMES.usualView;
      const parts = await loadParts(lang, layers, this.#given(), interval(this.refresh) > 0, view);
      if (load === this.#load) await this.#draw(load, parts);
    } catch (error) {
      if (load === this.#load) this.#fail(error);
    }
  }

  /**
   * What stands for each layer. Who gives own provinces or records has no others on the map than
   * those: ours are not added to them.
   *
   * @returns {Record<LayerName, Given>}
   */
  #given() {
    const isOwn = OWN.some((layer) => this[layer] !== null);
    return each(LAYERS, (layer) => this[layer] ?? (isOwn && RECORDS.includes(layer) ? "" : null));
  }

  #pageLanguage() {
    return /** @type {HTMLElement | null} */ (this.closest("[lang]"))?.lang;
  }

  /** Puts a link to what is seen on the clipboard, or shows it where that is not allowed. */
  async #copyLink() {
    const href = shareUrl(this.#chosen);
    const isCopied = await copy(href);
    this.#drawing?.widget.say_copied(isCopied ? undefined : href);
  }

  /**
   * Fetches what a view needs beyond the usual one, for those who open it; anew, if it could not be
   * had before.
   *
   * @param {string | null} view
   */
  async #showView(view) {
    const drawing = this.#drawing;
    this.#opened = view;
    if (!drawing || !view || view === NAMES.usualView) return;
    const isWorld = view === "world" && this.#world !== "there" && this.#world !== "coming";
    if (isWorld) this.#world = "coming";
    const [error, countries] = await Promise.all([
      viewCode(drawing.glue),
      isWorld ? source("countries", this.countries, drawing.box.lang) : undefined,
    ]);
    if (drawing !== this.#drawing) return;
    if (this.#parts) this.#parts.unseen = error;
    this.#give(drawing, error, countries);
  }

  /**
   * Gives a map what its view needs, and tells what could not be had.
   *
   * @param {Drawing} drawing
   * @param {LoadError} [error] why the code could not be had
   * @param {Loaded} [countries]
   */
  #give({ widget }, error, countries) {
    widget.set_view_code(!error);
    if (error) {
      warn(error.message);
      this.#fire("map-error", { message: error.message, source: error.address ?? "" });
    }
    if (!countries) return;
    this.#world = error || countries.error ? "failed" : "there";
    widget.set_countries(countries);
  }

  /**
   * @param {number} load
   * @param {Parts} parts
   */
  async #draw(load, parts) {
    const { lang, sources } = parts;
    /** @type {HTMLElement | null} */
    const prerendered = this.querySelector(":scope > [data-prerendered]");
    const isThisMap =
      prerendered?.lang === lang &&
      prerendered.dataset.view === (this.view ?? NAMES.usualView) &&
      this.#hasOwnData() &&
      NAMES.drawn.every((name) => name === "lang" || this[name] === null);
    if (isThisMap) {
      // It has all the data: better than what could be drawn without some of them.
      const missing = Object.values(sources).find(({ error }) => error)?.error ?? parts.unseen;
      if (missing) throw missing;
    }
    const drawing = await draw(parts, this.#options(parts));
    if (load !== this.#load) return drawing.widget.unmount();
    // From here on in one task: readers see no state in between.
    if (isThisMap) {
      this.#replacePrerendered(parts, drawing, prerendered);
    } else {
      this.#mount(parts, drawing);
      prerendered?.remove();
    }
  }

  /**
   * @param {Parts} parts
   * @returns {WidgetOptions}
   */
  #options({ lang, messages, sources }) {
    return {
      lang,
      messages,
      sources,
      attributes: each(NAMES.drawn, (name) => this[name]),
      tell: (event) => this.#hear(event),
      page: {
        views: pages(lang),
        // Our own pages for frames hold a map alone.
        own: document.documentElement.hasAttribute("data-embed"),
      },
    };
  }

  /** The layers that have an address of their own: these can be read again. */
  #living() {
    return LAYERS.filter((layer) => {
      const given = this[layer];
      return this.#parts?.sources[layer] && typeof given === "string" && given && !isData(given);
    });
  }

  /** Waits until the data are to be read again, if they are. */
  #wait() {
    this.#stopWaiting();
    const time = interval(this.refresh);
    if (!time || !this.#parts || this.#living().length === 0) return;
    this.#parts.at ??= this.#say(0);
    this.#stopWaiting = whenSeen(time, () => this.#readAgain().finally(() => this.#wait()));
  }

  /**
   * Says when the data were read, and how many of their records are new.
   *
   * @param {number | undefined} added none where they could not be read again
   * @param {ReturnType<typeof now>} [at]
   */
  #say(added, at = now(this.#drawing?.box.lang ?? "")) {
    this.#drawing?.widget.say_fresh?.(at.day, at.time, added);
    return at;
  }

  /** Reads the data again. What the reader chose stays; so does the map, if they cannot be had. */
  async #readAgain() {
    const [load, drawing, before] = [this.#load, this.#drawing, this.#parts];
    if (!drawing || !before) return;
    const layers = this.#living();
    const found = await Promise.all(
      layers.map((layer) => source(layer, this[layer], before.lang, "no-cache")),
    );
    if (load !== this.#load) return;
    if (found.every(({ bytes }, i) => isSame(bytes, before.sources[layers[i]]?.bytes))) {
      before.at = this.#say(0);
      return;
    }
    const parts = {
      ...before,
      sources: {
        ...before.sources,
        ...Object.fromEntries(layers.map((layer, i) => [layer, found[i]])),
      },
    };
    const next = await draw(parts, this.#options(parts));
    if (load !== this.#load) return next.widget.unmount();
    if (next.widget.lacks_file) {
      next.widget.unmount();
      this.#say(undefined, before.at);
      return;
    }
    const ids = drawing.widget.ids ?? "";
    const focus = keepFocus(drawing.box);
    this.#mount(parts, next);
    focus(next.box);
    // Screen readers speak what changes after it is there; buttons work from then on, too.
    await painted();
    if (!this.shadowRoot?.activeElement) focus(next.box);
    if (load === this.#load && this.#parts)
      this.#parts.at = this.#say(added(ids, next.widget.ids ?? ""));
  }

  /** Whether the page gives no data, so that the map has those that come with it. */
  #hasOwnData() {
    return LAYERS.every((layer) => this[layer] === null);
  }

  /**
   * @param {Parts} parts
   * @param {Drawing} drawing
   */
  #mount(parts, drawing) {
    this.#opened = parts.view;
    this.#world = undefined;
    if (parts.view !== NAMES.usualView) this.#give(drawing, parts.unseen, parts.sources.countries);
    drawing.widget.announce();
    put(this, parts, drawing);
    this.#release();
    this.#drawing = drawing;
    this.#parts = { ...parts, at: undefined };
    this.#applyAll();
    this.#wait();
  }

  /**
   * Replaces the prerendered map by the same one. Nothing moves, since both are the same
   * markup; the reader's place in it is kept.
   *
   * @param {Parts} parts
   * @param {Drawing} drawing
   * @param {HTMLElement} prerendered
   */
  #replacePrerendered(parts, drawing, prerendered) {
    const focus = keepFocus(prerendered);
    // Without a script, a link to `#em-KH24` shows that province; go on showing it.
    const linked = prerendered.querySelector(":target")?.id.replace(/^em-/, "");
    if (linked && prerendered.querySelector(`[data-code="${CSS.escape(linked)}"]`)) {
      this.#chosen.province = linked;
    }
    this.#mount(parts, drawing);
    prerendered.remove();
    focus(drawing.box);
  }

  #release() {
    const drawing = this.#drawing;
    this.#drawing = undefined;
    release(drawing, warn);
  }

  /**
   * Whatever stands on the page stays; an editor is told why nothing else came.
   *
   * @param {unknown} error
   */
  #fail(error) {
    const [message, address] =
      error instanceof LoadError
        ? [error.message, error.address]
        : [`the map could not be drawn: ${error}`, ""];
    console.error(`${NAMES.tag}: ${message}. The page shows what it shows without a script.`);
    const isEmpty =
      !this.#drawing && this.#hasOwnData() && !this.firstElementChild && !this.textContent?.trim();
    if (isEmpty) this.append(...still(language(this.#pageLanguage()), this.title));
    this.#fire("map-error", { message, source: address });
  }
}
