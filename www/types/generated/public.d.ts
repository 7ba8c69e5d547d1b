// Made by `enforcement-map api types`; do not edit.

/** A text in further languages: the property's name, a colon, a BCP 47 tag. */
type Translations = { [text: `${string}:${string}`]: string | undefined };

/** A GeoJSON feature (RFC 7946, section 3.2), of which the map needs this much. */
interface Feature<Properties> {
  type: "Feature";
  id?: string | number;
  geometry: object | null;
  properties: Properties;
}

/** A GeoJSON feature collection (RFC 7946, section 3.3). */
interface Collection<Properties> {
  type: "FeatureCollection";
  features: Feature<Properties>[];
  /** Heading of the map; in the collection of actions. */
  title?: string;
  /** ISO 3166-1 alpha-2 code of the country that the records are about. */
  country?: string;
  /** Where the data are from; shown with them. */
  attribution?: string;
  /** Own kinds of action, in the order of the legend. */
  kinds?: Kind[];
}

/** What data say of a kind of action. */
export type Kind = Translations & {
  /** The kind, as records have it. */
  kind: string;
  /** The word for it; "name:fr" is that in French. */
  name?: string;
  /** Its sign. */
  sign?: "disc" | "square" | "diamond" | "star" | "cross" | "ring" | "drop" | "bars" | "house" | "flag" | "shield" | "bolt" | "people" | "speech" | "triangle" | "page" | "lens" | "door" | "chain" | "exit";
};

/** Own kinds of action, in the order of the legend. */
export type Kinds = Kind[] | { kinds: Kind[] };

/** Provinces: polygons with a code as id and a name. */
export type Provinces = Collection<object>;
/** Countries: a point each, with the code as id. */
export type Countries = Collection<object>;
/** What was done, where and when. */
export type Actions = Collection<RecordProperties & ActionProperties & Translations>;
/** Who was sent where. */
export type Flows = Collection<RecordProperties & FlowProperties & Translations>;

/**
 * The properties that actions and flows share.
 */
export type RecordProperties = {
/**
 * When, in EDTF (ISO 8601-2) and no more exactly than the source says: `2026-01-18`, `2026-01~`, `2025/2026`, `../2026-01`.
 */
date: string,
/**
 * One line that says what happened.
 */
title?: string,
/**
 * One or two sentences with everything that is known.
 */
summary?: string,
/**
 * How many people: `73`, `>=13000` for at least, `~260` for about, `unknown` where no number was published; empty where it is not about people.
 */
people?: string | number,
/**
 * Who said it.
 */
attributed_to?: string,
/**
 * Who reported it.
 */
reported_by?: string,
/**
 * Where to read it; empty where there is nothing to link to.
 */
url?: string,
/**
 * The `id` of the record whose figure already contains this one's.
 */
part_of?: string, };

/**
 * The further properties of an action.
 */
export type ActionProperties = {
/**
 * Where: a province's P-code (`KH24`), ISO 3166-2 code (`KH-24`) or name, or the country's code (`KH`) for the whole country.
 */
place: string,
/**
 * `meeting`, `briefing`, `warning`, `policy`, `inspection`, `raid`, `arrest`, `deportation`, or another word, which is shown as it is written. A flow without one is a deportation.
 */
kind: string, };

/**
 * The further properties of a flow.
 */
export type FlowProperties = {
/**
 * The country that people left, ISO 3166-1 alpha-2.
 */
origin: string,
/**
 * The country that they reached, ISO 3166-1 alpha-2; empty with `places` where it is not named.
 */
destination?: string,
/**
 * Over how many countries and territories the people were spread, where they are not named.
 */
places?: string | number,
/**
 * `meeting`, `briefing`, `warning`, `policy`, `inspection`, `raid`, `arrest`, `deportation`, or another word, which is shown as it is written. A flow without one is a deportation.
 */
kind?: string, };

/**
 * The reader chose a province, or none.
 */
export type ProvinceSelect = { 
/**
 * Its code.
 */
code: string | null, 
/**
 * Its name in the reader's language.
 */
name: string | null, };

/**
 * The reader chose other days.
 */
export type RangeChange = { 
/**
 * The first day, an ISO date; null where there is no limit.
 */
from: string | null, 
/**
 * The last day, an ISO date; null where there is no limit.
 */
to: string | null, };

/**
 * Something is wrong with the data, or the map could not be drawn.
 */
export type MapError = { 
/**
 * Where, what, and what to do.
 */
message: string, 
/**
 * The file's name or address.
 */
source: string, 
/**
 * The file's content: provinces, actions, flows or countries. This and what follows is told
 * of what stands in the data.
 */
layer?: string | null, 
/**
 * The row as a spreadsheet numbers it, or the feature, counted from 1.
 */
row?: number | null, 
/**
 * The column's letters, in a sheet.
 */
column?: string | null, 
/**
 * The name of the column or of the property.
 */
field?: string | null, 
/**
 * The record's id.
 */
id?: string | null, 
/**
 * What stands in the cell.
 */
cell?: string | null, 
/**
 * A stable name of this sort of problem, described in codes.html#<code>.
 */
code?: string | null, 
/**
 * error, warning or note.
 */
severity?: string | null, 
/**
 * What is wrong, without the place.
 */
what?: string | null, 
/**
 * What to do about it.
 */
remedy?: string | null, };

/** What events of the map carry. */
export interface EnforcementMapEventMap {
  /** The map is on screen and reacts. */
  "map-ready": CustomEvent<null>;
  /** The reader chose a province, or none. */
  "province-select": CustomEvent<ProvinceSelect>;
  /** The reader chose other days. */
  "range-change": CustomEvent<RangeChange>;
  /** Something is wrong with the data, or the map could not be drawn. */
  "map-error": CustomEvent<MapError>;
}

/** The element `<enforcement-map>`. */
export class EnforcementMap extends HTMLElement {
  /** Address of the provinces and the basemap around them, GeoJSON or TopoJSON; as a property also the data: an object, a text, a Blob. */
  get provinces(): Provinces | Blob | BufferSource | string | null;
  set provinces(value: Provinces | Blob | BufferSource | string | null);
  /** Address of what was done, GeoJSON or a sheet (CSV, TSV), or "" for none, as it is beside own provinces or flows; as a property also the data: an object, a text, a Blob. */
  get actions(): Actions | Blob | BufferSource | string | null;
  set actions(value: Actions | Blob | BufferSource | string | null);
  /** Address of who was sent where, GeoJSON or a sheet, or "" for none, as it is beside own provinces or actions; as a property also the data: an object, a text, a Blob. */
  get flows(): Flows | Blob | BufferSource | string | null;
  set flows(value: Flows | Blob | BufferSource | string | null);
  /** Address of the countries of the world, GeoJSON; as a property also the object. */
  get countries(): Countries | Blob | BufferSource | string | null;
  set countries(value: Countries | Blob | BufferSource | string | null);
  /** Address of own kinds of action, with their names, order and signs: JSON or a sheet; as a property also the data. The collections may have them as their member of the same name. */
  get kinds(): Kinds | Blob | BufferSource | string | null;
  set kinds(value: Kinds | Blob | BufferSource | string | null);
  /** The heading, instead of the one that the actions have. */
  get heading(): string | null;
  set heading(value: string | null);
  /** After how many seconds data that have an address are read again while the page is seen, at least 60, such as 300; without it they are read once. */
  get refresh(): string | null;
  set refresh(value: string | null);
  /** First day that is shown: an ISO date such as 2026-01-18. */
  get from(): string | null;
  set from(value: string | null);
  /** Last day that is shown: an ISO date. */
  get to(): string | null;
  set to(value: string | null);
  /** Code of the province whose detail is open, such as KH24. */
  get province(): string | null;
  set province(value: string | null);
  /** What is shown: the provinces, where people were sent, or tables. */
  get view(): string | null;
  set view(value: "country" | "world" | "table" | null);
  /** Colours; auto is as the reader's system has it. */
  get theme(): string | null;
  set theme(value: "auto" | "light" | "dark" | null);
  /** Kinds of action that are left out, separated by commas, such as meeting,policy; the reader can show them. */
  get without(): string | null;
  set without(value: string | null);
  /** How much room it takes: a picture in an article, or the long form for a page of its own. */
  get layout(): string | null;
  set layout(value: "compact" | "full" | null);
  /** Shows the days from the first to the last, ISO dates or null; resolves after the next painted frame. */
  setRange(from: string | null, to: string | null): Promise<void>;
  /** Chooses a province by its code, or none. */
  select(code: string | null): void;
  addEventListener<K extends keyof EnforcementMapEventMap>(type: K, listener: (this: EnforcementMap, event: EnforcementMapEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: EnforcementMap, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof EnforcementMapEventMap>(type: K, listener: (this: EnforcementMap, event: EnforcementMapEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (this: EnforcementMap, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "enforcement-map": EnforcementMap;
  }
}
