// Made by `enforcement-map api internal`; do not edit.

import type { Actions, Countries, Flows, Kinds, MapError, ProvinceSelect, Provinces, RangeChange } from "./public.js";

/** A layer of data. */
export type LayerName = "provinces" | "actions" | "flows" | "countries" | "kinds";
/** An attribute that is no layer. */
export type StateName = "heading" | "lang" | "refresh" | "from" | "to" | "province" | "view" | "theme" | "without" | "layout";
/** Any attribute. */
export type AttributeName = LayerName | StateName;
/** What is shown: the provinces, where people were sent, or tables. */
export type ViewName = "country" | "world" | "table";
/** Colours; auto is as the reader's system has it. */
export type ThemeName = "auto" | "light" | "dark";
/** How much room it takes: a picture in an article, or the long form for a page of its own. */
export type LayoutName = "compact" | "full";
/** What a link holds. */
export type LinkParameter = "from" | "to" | "province" | "without" | "view" | "lang";

/** What the element's class gets a property of for each attribute. */
export declare class Properties extends HTMLElement {
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
}

/**
 * What a widget tells. JavaScript has it as an object with a `type` and, but for those that are
 * told by their type alone, a `detail`.
 */
export type WidgetEvent = { "type": "ready" } | { "type": "province", "detail": ProvinceSelect } | { "type": "range", "detail": RangeChange } | { "type": "view", "detail": ViewName } | { "type": "kinds", "detail": string } | { "type": "link" } | { "type": "download", "detail": Download } | { "type": "error", "detail": MapError } | { "type": "refused", "detail": Refused };

/**
 * A file for the reader.
 */
export type Download = { 
/**
 * Its name, which ends in `.csv` or `.geojson`.
 */
name: string, 
/**
 * Its text.
 */
content: string, };

/**
 * A value that cannot be read.
 */
export type Refused = { 
/**
 * Of which attribute.
 */
attribute: StateName | LinkParameter, 
/**
 * The value.
 */
value: string, };

/**
 * The options of a widget.
 */
export type WidgetOptions = { 
/**
 * BCP 47 tag of a language that the messages are in.
 */
lang: string, 
/**
 * That language's messages, by name.
 */
messages: Record<string, string>, 
/**
 * The data.
 */
sources: SourceOptions, 
/**
 * Is told what happens in the widget.
 */
tell: (event: WidgetEvent) => void, 
/**
 * The attributes that are no data and for which the map is drawn anew.
 */
attributes: Partial<Record<StateName, string | null>>, 
/**
 * The page that the widget is on.
 */
page: PageOption, };

/**
 * The data of a widget, by layer.
 */
export type SourceOptions = { 
/**
 * The provinces and what is drawn around them.
 */
provinces?: SourceOption, 
/**
 * What was done.
 */
actions?: SourceOption, 
/**
 * Who was sent where.
 */
flows?: SourceOption, 
/**
 * Own kinds of action.
 */
kinds?: SourceOption, };

/**
 * A file or an object of the page: its bytes, or why there are none.
 */
export type SourceOption = { 
/**
 * The file's name or address, for messages.
 */
name: string, 
/**
 * What it holds.
 */
bytes?: Uint8Array, 
/**
 * The status that a server answered with, of HTTP (RFC 9110, section 15).
 */
status?: number, 
/**
 * Whether it took too long.
 */
timed_out?: boolean, 
/**
 * Why it could not be had or used, in words.
 */
unreachable?: string, };

/**
 * The page that a widget is on.
 */
export type PageOption = { 
/**
 * Addresses of the pages with each view.
 */
views: Record<ViewName, string>, 
/**
 * Whether it holds nothing else.
 */
own: boolean, };

/**
 * What is in some data.
 */
export type Findings = { 
/**
 * What is wrong, and what was read in another way than it is written.
 */
problems: Array<MapError>, 
/**
 * How many provinces could be read.
 */
provinces: number, 
/**
 * How many actions could be read.
 */
actions: number, 
/**
 * How many flows could be read.
 */
flows: number, 
/**
 * How many could not.
 */
lost: Lost, 
/**
 * The heading that the data have.
 */
title: string, };

/**
 * How many records could not be read.
 */
export type Lost = { 
/**
 * Provinces.
 */
provinces: number, 
/**
 * Actions.
 */
actions: number, 
/**
 * Flows.
 */
flows: number, };

/** A widget on a page, see `src/embed/widget.rs`. What is optional is of the large module alone. */
export interface Widget {
  readonly needs: "sheets" | undefined;
  readonly lacks_file?: boolean;
  readonly ids?: string;
  say_fresh?(day: string, time: string, added: number | undefined): void;
  announce(): void;
  set_range(from: string | null, to: string | null): void;
  set(attribute: StateName | LinkParameter, value: string | null | undefined): void;
  say_corrected(): void;
  say_copied(link: string | undefined): void;
  set_view_code(isThere: boolean): void;
  set_countries(countries: SourceOption): void;
  unmount(): void;
}

/** The script beside a module. */
export interface Glue {
  /** Starts the module, or gives the one that runs. */
  default(options?: { module_or_path: Response }): Promise<WebAssembly.ModuleImports>;
  mount(container: HTMLElement, options: WidgetOptions): Widget;
}

/** The script beside the module with the feature `sheets`. */
export interface SheetsGlue extends Glue {
  check(options: Pick<WidgetOptions, "lang" | "sources">): Findings;
}
