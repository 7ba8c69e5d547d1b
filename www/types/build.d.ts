// What the build puts into the scripts: constants that stand for names, and modules that no file
// holds. See `www/build/bundle.mjs` and `www/build/esbuild.mjs`.

/** Titles of the map, by language. */
declare const TITLES: Record<string, string>;
/** Heights of the map by language and view, for each of `WIDTHS`, in steps of `STEP`. */
declare const HEIGHTS: Record<string, Record<string, number[]>>;
/** The widths that were measured, in CSS pixels. */
declare const WIDTHS: number[];
/** In CSS pixels. */
declare const STEP: number;

/** What the builder's page knows of the site that it is on; all files by their addresses. */
declare const BUILDER: {
  /** The name of the country that the provinces are of. */
  country: string;
  /** The page that explains what is found. */
  codes: string;
  templates: Record<string, string>;
  /** Files by layer. */
  samples: Record<"sample" | "mistakes", Record<string, string>>;
  /** What goes into a folder: the element's script, which is renamed, and files by language. */
  folder: {
    element: string;
    frame: string;
    always: string[];
    texts: Record<string, string[]>;
    areas: Record<string, string[]>;
    records: Record<string, string[]>;
  };
};

declare module "virtual:manifest" {
  /**
   * A built file: its address, and its SHA-256 in Base64. In the element's script, the address has `..`
   * where it has the beginning of the sum.
   */
  export type BuiltFile = [address: string, sum: string];
  export interface Manifest {
    /** Whether there are pages beside the element's script. */
    pages: boolean;
    wasm: BuiltFile;
    /** What of the module few readers need. */
    views: BuiltFile;
    sheets: { wasm: BuiltFile; glue: BuiltFile };
    css: BuiltFile;
    /** By layer and language. */
    data: Record<
      Exclude<import("./generated/module.js").LayerName, "kinds">,
      Record<string, BuiltFile>
    >;
    /** By weight. */
    fonts: Record<string, BuiltFile>;
    /** By language. */
    messages: Record<string, BuiltFile>;
  }
  export const MANIFEST: Manifest;
}

/** What wasm-bindgen wrote; it is in the element's own file, so that whoever pins that file by its
 * integrity pins with it all that it runs and fetches. */
declare module "virtual:glue" {
  type Glue = import("./generated/module.js").Glue;
  const start: Glue["default"];
  export default start;
  export const mount: Glue["mount"];
  export const use_views: () => void;
}

declare module "*.css" {
  const text: string;
  export default text;
}
