//! Schemas, templates and the list of codes are as the code says, and other programs agree on what
//! they let through.

use std::process::Command;

use enforcement_map::load::{COLUMNS, Form, Layer};
use enforcement_map::model::Record;

use crate::{command, project};

/// Documents with tables that are made.
const DOCUMENTS: [&str; 2] = ["data.md", "attributes.md"];

#[test]
fn what_is_made_from_the_code_is_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("codes.html");
    let target = folder.path().join("schema");
    let docs = folder.path().join("docs");
    std::fs::create_dir(&docs).unwrap();
    for document in DOCUMENTS {
        std::fs::copy(project().join("docs").join(document), docs.join(document)).unwrap();
    }
    let [target_name, page_name, docs_name] =
        [&target, &page, &docs].map(|path| path.to_str().unwrap());
    let output = command(&["schema", target_name, "--page", page_name, "--docs", docs_name]);
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
    for document in DOCUMENTS {
        same(&docs.join(document), &format!("docs/{document}"));
    }
}

/// Columns that only sheets have are in the table of them. (The others are in one that is made.)
#[test]
fn the_documents_list_every_column() {
    let sheets = std::fs::read_to_string(project().join("docs/sheets.md")).unwrap();
    let section = sheets.split("\n## Columns that only sheets have\n").nth(1).unwrap();
    let section = section.split("\n## ").next().unwrap();
    for column in COLUMNS.iter().filter(|column| column.form != Form::Any) {
        assert!(section.contains(&format!("`{}`", column.name)), "{}", column.name);
        assert!(column.required.is_empty());
    }
}

/// A field of a record and its column are in both tables, in the same order.
#[test]
fn the_columns_of_a_record_are_those_of_the_table() {
    let both = [Layer::Actions, Layer::Flows];
    let listed = COLUMNS.iter().filter(|one| one.layers == both && one.form == Form::Any);
    let listed: Vec<_> = listed.map(|column| column.name).collect();
    assert_eq!(listed, Record::COLUMNS);
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
