//! Schemas, templates and the list of codes are as the code says, and other programs agree on what
//! they let through.

use std::process::Command;

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
