//! Every fixture of two npm packages is read, or refused with a reason.

use enforcement_map::load::{Layer, Scan};

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
                let mut problems = Vec::new();
                let mut scan = Scan::new(|problem| problems.push(problem));
                scan.file("fixture", layer, &mut std::fs::File::open(&path).unwrap());
                scan.finish();
                // None of them is data of this product: an empty collection alone has no fault.
                let is_empty = std::fs::read_to_string(&path)
                    .unwrap()
                    .replace([' ', '\n'], "")
                    .contains("\"features\":[]");
                let reasons: Vec<_> = problems
                    .iter()
                    .filter(|problem| problem.code.loses_a_file() || problem.code.loses_a_record())
                    .collect();
                assert!(
                    is_empty
                        || layer == Some(Layer::Provinces)
                        || layer.is_none()
                        || !reasons.is_empty(),
                    "{}",
                    path.display()
                );
                for problem in problems {
                    assert!(!problem.remedy.is_empty(), "{}: {problem}", path.display());
                }
            }
            seen += 1;
        }
    }
    assert!(seen >= 30, "{seen} fixtures");
}
