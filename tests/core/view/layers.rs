//! Imports run down only: each folder uses those after it in this list, never those before.

use std::path::Path;

/// The modules of `src/view/`, from what is drawn to what it is made of. Those in one row may use
/// those in later rows, and not each other.
const VIEW: [&[&str]; 11] = [
    &["still"],
    &["widget"],
    &["notices", "status", "view_switch"],
    &["lazy"],
    &["country", "world", "timeline", "table"],
    &["interaction"],
    &["records"],
    &["svg"],
    &["state"],
    &["format"],
    &["messages", "languages", "dom"],
];

/// The folders of `src/`. `load`, `query` and `map` stand side by side on `model`.
const CRATE: [&[&str]; 4] = [&["embed"], &["view"], &["load", "query", "map"], &["model"]];

/// All files under a path, or the file of that name.
fn sources(path: &Path) -> Vec<String> {
    let file = path.with_extension("rs");
    let mut texts: Vec<_> = std::fs::read_to_string(file).into_iter().collect();
    for entry in std::fs::read_dir(path).into_iter().flatten().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            texts.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            texts.push(std::fs::read_to_string(path).unwrap());
        }
    }
    texts
}

/// Checks that nothing under `folder` imports, by one of these prefixes, what is before it.
fn check(folder: &str, layers: &[&[&str]], prefixes: &[&str]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    for (row, names) in layers.iter().enumerate() {
        for name in *names {
            let texts = sources(&root.join(name));
            assert!(!texts.is_empty(), "there is no {folder}/{name}");
            let not_allowed = layers[..=row].iter().copied().flatten().filter(|one| *one != name);
            for other in not_allowed {
                for prefix in prefixes {
                    let import = format!("{prefix}{other}::");
                    let lines = texts.iter().flat_map(|text| text.lines());
                    let mut code = lines.filter(|line| !line.trim_start().starts_with("//"));
                    let found = code.find(|line| line.contains(&import));
                    assert_eq!(found, None, "{folder}/{name} imports {other}");
                }
            }
        }
    }
}

#[test]
fn in_the_view_imports_run_down() {
    check("src/view", &VIEW, &["crate::view::", "super::"]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view");
    let known: Vec<_> = VIEW.concat();
    for entry in std::fs::read_dir(root).unwrap().map(Result::unwrap) {
        let name = entry.path().file_stem().unwrap().to_string_lossy().into_owned();
        assert!(name == "mod" || name == "style" || known.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn in_the_crate_imports_run_down() {
    check("src", &CRATE, &["crate::"]);
}
