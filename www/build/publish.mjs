// The last step of a build: the pages and what others want to know of all that: types, integrity,
// headers, oEmbed; besides, a copy that stays, and the npm package.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packaged, writePackage } from "./package.mjs";
import { headers } from "./policy.mjs";
import { announce } from "./site-url.mjs";
import { freeze, writeIntegrity } from "./snapshot.mjs";

/** @import { Bundled } from "./bundle.mjs" */
/** @import { Compiled } from "./compile.mjs" */
/** @import { Build } from "./files.mjs" */
/** @import { Rendered } from "./render.mjs" */

/**
 * Writes it.
 *
 * @param {Build} build
 * @param {Compiled} compiled
 * @param {Bundled} bundled
 * @param {Rendered} rendered
 * @param {string} [siteUrl] the address that the build is for
 */
export async function publish(build, { api }, bundled, { pages, styles }, siteUrl) {
  const { project, out, release } = build;
  writeFileSync(join(out, "enforcement-map.d.ts"), api.types);
  writeFileSync(join(out, "custom-elements.json"), api.manifest);
  for (const { file, html } of pages) writeFileSync(join(out, file), html);

  if (release) {
    writeIntegrity(out);
    freeze(out);
    writePackage(join(project, "target", "npm"), {
      project,
      out,
      licences: { "LICENSE-khmer-font": bundled.fontLicencePath },
      manifest: bundled.manifest,
      element: await bundled.element(packaged(bundled.manifest)),
      types: api.types,
      elements: api.manifest,
    });
  }

  // What follows the address and the server; the frozen copy does without.
  const files = pages.map(({ file }) => file);
  writeFileSync(join(out, "_headers"), headers(styles, files));
  if (siteUrl && release) {
    announce(out, siteUrl);
    writeIntegrity(out);
  }
}
