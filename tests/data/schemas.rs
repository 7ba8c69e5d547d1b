//! Schemas, templates and the list of codes are as the code says, and other programs agree on what
//! they let through.

use std::process::Command;

use enforcement_map::load::{Code, Column, Layer};
use enforcement_map::model::ActionKind;

use crate::{command, project};

#[test]
fn what_is_made_from_the_code_is_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("codes.html");
    let target = folder.path().join("schema");
    let output = command(&["schema", target.to_str().unwrap(), "--page", page.to_str().unwrap()]);
    assert!(output.status.success());
    let same = |made: &std::path::Path, kept: &str| {
        let kept = project().join(kept);
        let read = |path: &std::path::Path| std::fs::read_to_string(path).unwrap_or_default();
        let (made, found) = (read(made), read(&kept));
        // In JSON the order of members says nothing.
        let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
        let is_same = made == found || (json(&made).is_some() && json(&made) == json(&found));
        assert!(is_same, "{} is not up to date: make schema", kept.display());
    };
    let mut count = 0;
    for entry in std::fs::read_dir(&target).unwrap() {
        let path = entry.unwrap().path();
        same(&path, &format!("geo/schema/{}", path.file_name().unwrap().to_str().unwrap()));
        count += 1;
    }
    assert_eq!(count, 8);
    same(&page, "www/codes.html");
}

/// The tables for people list each column, and agree with the code on which are required.
#[test]
fn the_documents_list_every_column() {
    let read = |path: &str| std::fs::read_to_string(project().join(path)).unwrap();
    let section = |text: &str, heading: &str| {
        let rest = text.split(heading).nth(1).unwrap_or_else(|| panic!("no section {heading}"));
        rest.split("\n## ").next().unwrap().to_owned()
    };
    let records = section(&read("docs/data.md"), "\n## A record\n");
    let sheets = section(&read("docs/sheets.md"), "\n## Columns that only sheets have\n");
    // The cells of the row whose first cell names the column.
    let row = |table: &str, name: &str| -> Option<Vec<String>> {
        let rows = table.lines().filter_map(|line| line.strip_prefix("| "));
        let mut rows = rows.map(|line| line.split(" | ").map(str::to_owned).collect::<Vec<_>>());
        rows.find(|cells| cells[0].split(", ").any(|one| one == format!("`{name}`")))
    };
    for layer in [Layer::Actions, Layer::Flows] {
        for column in Column::of(layer) {
            let name = column.name;
            let required = column.layers.iter().all(|layer| column.is_required(*layer));
            if let Some(cells) = row(&records, name) {
                assert_eq!(cells[3].starts_with("yes"), required, "`{name}` in docs/data.md");
            } else {
                assert!(
                    row(&sheets, name).is_some(),
                    "docs/data.md and docs/sheets.md lack `{name}`"
                );
                assert!(!required, "`{name}` is required, and not in docs/data.md");
            }
        }
    }
}

/// Whatever lists the kinds in prose lists all of them.
#[test]
fn the_kinds_are_listed_wherever_they_are_named() {
    let read = |path: &str| std::fs::read_to_string(project().join(path)).unwrap();
    let line = |path: &str, mark: &str| -> String {
        let text = read(path);
        let found = text.lines().find(|line| line.contains(mark));
        found.unwrap_or_else(|| panic!("{path} has no line with {mark}")).to_owned()
    };
    let column = Column::of(Layer::Actions).find(|column| column.name == "kind").unwrap();
    let places = [
        ("src/load/columns/table.rs", column.about.to_owned()),
        ("src/load/diagnostic/code.rs", Code::KindMissing.about().to_owned()),
        ("src/embed/records.rs", line("src/embed/records.rs", "or another one.")),
        ("docs/data.md", line("docs/data.md", "| `kind` | both")),
        ("docs/glossary.md", line("docs/glossary.md", "| kind |")),
    ];
    for (place, text) in places {
        for kind in ActionKind::KNOWN {
            assert!(text.contains(kind.as_str()), "{place} lacks the kind `{kind}`");
        }
    }
}

#[test]
fn the_templates_have_no_fault() {
    let output = command(&["check", "--strict", "geo/schema/actions.csv", "geo/schema/flows.csv"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let out = String::from_utf8_lossy(&output.stdout);
    assert_eq!(out, "2 files, 2 good records: 0 errors, 0 warnings, 0 notes.\n");
}

/// Runs another program's validator over good and bad files.
fn run(program: &str, script: &str, needs: &str) {
    if !project().join(needs).exists() {
        println!("skipped: {needs} is not there; make test installs it");
        return;
    }
    let output = Command::new(program).arg(script).current_dir(project()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn ajv_agrees() {
    run("node", "tests/data/ajv.mjs", "node_modules/ajv");
}

#[test]
fn frictionless_agrees() {
    let python = project().join(".tools/venv/bin/python");
    run(
        python.to_str().unwrap(),
        "tests/data/frictionless_check.py",
        ".tools/venv/bin/frictionless",
    );
}
