//! `enforcement-map check`: what it prints, and its exit status.

use crate::command;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_shipped_data_are_clean() {
    let output = command(&[
        "check",
        "--strict",
        "geo/provinces.geojson",
        "geo/actions.geojson",
        "geo/flows.geojson",
        "geo/countries.geojson",
    ]);
    assert_eq!(text(&output.stdout), "4 files, 11 good records: 0 errors, 0 warnings, 0 notes.\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn an_error_is_drawn_and_gives_1() {
    let output = command(&["check", "tests/corpus/dates-refused/ambiguous.csv"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn warnings_fail_only_where_that_is_asked() {
    let file = "tests/corpus/records/no-source.csv";
    assert_eq!(command(&["check", file]).status.code(), Some(0));
    assert_eq!(command(&["check", "--strict", file]).status.code(), Some(1));
}

#[test]
fn what_cannot_be_done_gives_2() {
    assert_eq!(command(&["check"]).status.code(), Some(2));
    assert_eq!(command(&["check", "no/such/file.csv"]).status.code(), Some(2));
    assert_eq!(
        command(&["check", "--format", "poem", "geo/actions.geojson"]).status.code(),
        Some(2)
    );
    assert_eq!(command(&["check", "--explain", "no-such-code"]).status.code(), Some(2));
}

#[test]
fn json_is_one_object_a_line() {
    let output =
        command(&["check", "--format", "json", "tests/corpus/dates-refused/ambiguous.csv"]);
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn github_has_annotations() {
    let output = command(&[
        "check",
        "--format",
        "github",
        "tests/corpus/dates-refused/ambiguous.csv",
        "tests/corpus/geojson/ambiguous-date.geojson",
    ]);
    insta::assert_snapshot!(text(&output.stdout));
}

#[test]
fn sarif_has_rules_and_lines() {
    let output = command(&[
        "check",
        "--format",
        "sarif",
        "tests/corpus/geojson/ambiguous-date.geojson",
        "tests/corpus/delimiters/quotes-with-line-breaks.csv",
    ]);
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let lines: Vec<_> = results
        .iter()
        .map(|result| {
            result["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64().unwrap()
        })
        .collect();
    // The feature of the one; row 3 of the other, which begins on line 4; and its row 2, which has
    // the id of the first.
    assert_eq!(lines, [4, 4, 2]);
    for result in results {
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]));
    }
}

#[test]
fn every_code_is_explained() {
    for code in enforcement_map::load::Code::ALL {
        let output = command(&["check", "--explain", code.name()]);
        assert_eq!(output.status.code(), Some(0));
        assert!(text(&output.stdout).contains(code.title()));
    }
}
