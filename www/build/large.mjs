// The large module: the widget with all that the feature `sheets` reads. It is fetched where a
// source is more than the usual GeoJSON, and by the builder.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const TARGET = "wasm32-unknown-unknown";

/**
 * The large module, compiled as Trunk compiles the small one. In a folder of its own, since cargo
 * would take the one for the other: for WebAssembly both have one name.
 *
 * @param {string} project
 * @param {boolean} release
 */
export function large(project, release) {
  const profile = release ? "widget" : "dev";
  const built = join(project, "target", "large");
  /** @param {string} tool @param {string[]} args */
  const run = (tool, args) =>
    execFileSync(tool, args, { cwd: project, stdio: ["ignore", "inherit", "inherit"] });
  const features = ["--no-default-features", "--features", "csr,sheets"];
  run("cargo", [
    ...[
      "build",
      "--quiet",
      "--locked",
      "--offline",
      "--lib",
      "--target",
      TARGET,
      "--target-dir",
      built,
    ],
    ...["--profile", profile, ...features],
  ]);
  const compiled = join(built, TARGET, release ? profile : "debug", "enforcement_map.wasm");
  const out = join(built, "bindgen");
  run("wasm-bindgen", [
    "--target",
    "web",
    "--no-typescript",
    "--out-name",
    "large",
    "--out-dir",
    out,
    compiled,
  ]);
  return {
    wasm: readFileSync(join(out, "large_bg.wasm")),
    glue: readFileSync(join(out, "large.js"), "utf8"),
  };
}
