// Made by `enforcement-map api names`; do not edit.
//
// Each name is exported by itself, so that a script holds only those that it uses. The rule for names
// of pages is in `www/page-name.js`.

/** @import { AttributeName, LayerName, LinkParameter, StateName, ViewName } from "./module.js" */

/** The element's tag. */
export const tag = "enforcement-map";

/** Attributes that are data. @type {LayerName[]} */
export const data = ["provinces","actions","flows","countries","kinds"];

/** The other attributes. @type {StateName[]} */
export const state = ["heading","lang","refresh","from","to","province","view","theme","without","layout"];

/** Those for which the map is drawn anew. @type {StateName[]} */
export const drawn = ["heading","lang","refresh"];

/** Those that `Widget.set_range` is called with. @type {StateName[]} */
export const range = ["from","to"];

/** Those that `Widget.set` is called with. @type {StateName[]} */
export const set = ["province","view","theme","without","layout"];

/** Attributes that the loader puts into a frame's address as they are. @type {StateName[]} */
export const passed = ["heading","refresh","from","to","province","without","layout"];

/** What attributes can be that have a list of values; the first is the usual one. @type {Partial<Record<AttributeName, string[]>>} */
export const values = {"layout":["compact","full"],"theme":["auto","light","dark"],"view":["country","world","table"]};

/** The views, the usual one first. @type {ViewName[]} */
export const views = ["country","world","table"];

/** The view without a choice. @type {ViewName} */
export const usualView = "country";

/** The languages that there are texts in, BCP 47 tags. @type {string[]} */
export const languages = ["en","fr","km","ko","vi","zh"];

/** The language where another lacks something. */
export const usualLanguage = "en";

/** What a link to a map holds after `#`, in this order. @type {LinkParameter[]} */
export const linkParameters = ["from","to","province","without","view","lang"];

/** What names of pages leave out. @type {string[]} */
export const usual = ["en","country"];

/** Public events. @type {string[]} */
export const events = ["map-ready","province-select","range-change","map-error"];

/** CSS parts. @type {string[]} */
export const parts = ["widget","title","figures","views","status","picture","legend","time","panel","national","flows","sources"];

/** Custom properties. @type {string[]} */
export const customProperties = ["--em-font","--em-paper","--em-ink","--em-dim","--em-line","--em-edge","--em-soft","--em-accent","--em-water","--em-lake","--em-water-ink","--em-foreign","--em-foreign-ink","--em-none","--em-border","--em-s0","--em-s1","--em-s2","--em-s3","--em-s4","--em-arc"];
