//! Lists the languages for the native command: one for each file of `src/view/messages/`, so that no
//! list of them is kept by hand. And has the small module linked so that it can be split.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, error, fs};

const FOLDER: &str = "src/view/messages";

/// English comes first: it is what there is where a language lacks something.
const FIRST: &str = "en";

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    // Where functions are named in data: what splitting follows (`www/build/split.mjs`).
    let is_small = env::var_os("CARGO_FEATURE_CSR").is_some()
        && env::var_os("CARGO_FEATURE_SHEETS").is_none()
        && env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32";
    if is_small {
        println!("cargo::rustc-link-arg-cdylib=--emit-relocs");
    }
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join(FOLDER);
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files: Vec<PathBuf> = files.collect::<Result<_, std::io::Error>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    let tag = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    files.sort_by_key(|path| (tag(path).as_deref() != Some(FIRST), tag(path)));
    let mut list = "&[\n".to_owned();
    for path in &files {
        let tag = tag(path).unwrap_or_default();
        writeln!(list, "    ({tag:?}, include_str!({path:?})),")?;
    }
    list += "]\n";
    fs::write(Path::new(&env::var("OUT_DIR")?).join("languages.rs"), list)?;
    Ok(())
}
