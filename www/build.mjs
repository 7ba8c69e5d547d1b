// Trunk's last step: makes of what it compiled the files that are shipped.
//
// In: the module and its glue in $TRUNK_STAGING_DIR, and from the project the data (geo/), the
// widget's style and messages (src/view/), the element and the pages (www/).
// Out, in the same folder: `enforcement-map.js`, `embed.js`, the pages with the map rendered into
// them, the map as still pictures, what pages and hosts want to know of all that (types, oEmbed,
// integrity, headers), in `assets/` everything else under names that change with the content, to be
// cached for ever, and in `v/` a copy that stays. Besides, what `make package` packs, in target/npm/.
//
// $BASE is the address that the build is for; without it, what needs one is left out.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./build/bundle.mjs";
import { compile } from "./build/compile.mjs";
import { publish } from "./build/publish.mjs";
import { render } from "./build/render.mjs";
import { base } from "./build/site-url.mjs";
import { sizes, table } from "./sizes.mjs";

const { TRUNK_STAGING_DIR: out, TRUNK_PROFILE: profile, BASE } = process.env;
if (!out) throw new Error("Trunk runs this, and says in TRUNK_STAGING_DIR where its files are");
const project = dirname(dirname(fileURLToPath(import.meta.url)));
const build = { project, out, release: profile !== "debug" };
// An address that is none is said before everything is compiled.
const siteUrl = base(BASE);

mkdirSync(join(out, "assets"), { recursive: true });
const compiled = await compile(build);
const bundled = await bundle(build, compiled);
const rendered = await render(build, compiled, bundled);
await publish(build, compiled, bundled, rendered, siteUrl);
if (build.release) console.log(table(sizes(out)));
