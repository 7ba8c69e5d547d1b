//! Every fixture of two npm packages is read, or refused with a reason.

use enforcement_map::load::{Layer, Validator};

use crate::{files, project};

#[test]
fn every_fixture_is_read_or_refused_with_a_reason() {
    let mut seen = 0;
    for package in ["geojson-fixtures/data", "@mapbox/geojson-fixtures/data"] {
        let folder = project().join("node_modules").join(package);
        if !folder.is_dir() {
            println!(
                "skipped: {} is not there; make node_modules/.stamp installs it",
                folder.display()
            );
            return;
        }
        for path in files(&folder) {
            for layer in [Some(Layer::Provinces), Some(Layer::Actions), Some(Layer::Flows), None] {
                let mut diagnostics = Vec::new();
                let mut scan = Validator::new(|diagnostic| diagnostics.push(diagnostic));
                scan.file("fixture", layer, &mut std::fs::File::open(&path).unwrap());
                scan.finish();
                // None of them is data of this product: an empty collection alone has no fault.
                let is_empty = std::fs::read_to_string(&path)
                    .unwrap()
                    .replace([' ', '\n'], "")
                    .contains("\"features\":[]");
                let reasons: Vec<_> = diagnostics
                    .iter()
                    .filter(|diagnostic| {
                        diagnostic.code.loses_a_file() || diagnostic.code.loses_a_record()
                    })
                    .collect();
                assert!(
                    is_empty
                        || layer == Some(Layer::Provinces)
                        || layer.is_none()
                        || !reasons.is_empty(),
                    "{}",
                    path.display()
                );
                for diagnostic in diagnostics {
                    assert!(!diagnostic.remedy.is_empty(), "{}: {diagnostic}", path.display());
                }
            }
            seen += 1;
        }
    }
    assert!(seen >= 30, "{seen} fixtures");
}
