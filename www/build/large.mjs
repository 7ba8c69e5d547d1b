// The large module: the widget with all that the feature `sheets` reads. It is fetched where a
// source is more than the usual GeoJSON, and by the builder.

import { execFile } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { bindgen, moduleFile, profile, TARGET } from "./bindgen.mjs";

/**
 * The large module, compiled as Trunk compiles the small one. In a folder of its own, since cargo
 * would take the one for the other: for WebAssembly both have one name. The crates that both are
 * made of are compiled once, and copied (40 s less on two cores).
 *
 * @param {string} project
 * @param {boolean} release
 */
export async function large(project, release) {
  const { name, folder } = profile(release);
  const target = join(project, "target");
  const built = join(target, "large");
  for (const place of [folder, join(TARGET, folder)]) {
    const [from, to] = [join(target, place), join(built, place)];
    // Nothing of this project's own, which has other features.
    /** @param {string} path */
    const filter = (path) => !/^(lib)?enforcement[_-]map/.test(basename(path));
    if (existsSync(from) && !existsSync(to)) {
      cpSync(from, to, { recursive: true, preserveTimestamps: true, filter });
    }
  }
  await promisify(execFile)(
    "cargo",
    [
      ...["build", "--quiet", "--locked", "--offline", "--lib", "--target", TARGET],
      ...["--target-dir", built, "--profile", name],
      ...["--no-default-features", "--features", "csr,sheets"],
    ],
    { cwd: project },
  );
  return bindgen(moduleFile(built, release), "large", join(built, "bindgen"));
}
