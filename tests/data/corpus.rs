//! Small files, good and bad, each with what is said of it beside it. `UPDATE_CORPUS=1` writes
//! that anew; read the difference before it is committed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use enforcement_map::load::{
    self, Code, Diagnostic, Layer, Severity, Source, Sources, Validator, column_letters,
};

use crate::{files, project};

fn provinces() -> Source {
    let bytes = std::fs::read(project().join("geo/provinces.geojson")).unwrap();
    Source::read("provinces.geojson", bytes)
}

/// The diagnostics of a file, and how many good records it has.
fn scan(path: &Path) -> (Vec<Diagnostic>, usize) {
    let mut diagnostics = Vec::new();
    let mut scan = Validator::new(|diagnostic| diagnostics.push(diagnostic));
    scan.provinces(provinces());
    let is_areas = path.parent().unwrap().ends_with("provinces");
    let layer = is_areas.then_some(Layer::Provinces);
    let name = path.file_name().unwrap().to_str().unwrap();
    scan.file(name, layer, &mut std::fs::File::open(path).unwrap());
    let counts = scan.finish();
    (diagnostics, counts.records)
}

/// Where, what, what to do; and the cell with what is wrong underlined.
fn said(diagnostic: &Diagnostic) -> String {
    let severity = format!("{:?}", diagnostic.code.severity()).to_lowercase();
    let cell = diagnostic.cell.as_deref();
    let mut text = format!("{severity}[{}]", diagnostic.code.name());
    if let Some(number) = diagnostic.feature {
        let unit = if cell.is_some_and(load::Cell::is_row) { "row" } else { "feature" };
        write!(text, " {unit} {number}").unwrap();
    }
    if let Some(column) = cell.and_then(|cell| cell.column) {
        write!(text, ", column {} \"{}\"", column_letters(column), cell.unwrap().name).unwrap();
    } else if let Some(field) = &diagnostic.field {
        write!(text, ", \"{field}\"").unwrap();
    }
    writeln!(text, ": {}\n  {}", diagnostic.message, diagnostic.remedy).unwrap();
    if let Some(cell) = cell.filter(|cell| !cell.text().is_empty()) {
        let line: String =
            cell.text().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let before = cell.text()[..cell.span.start].chars().count();
        let length = cell.text()[cell.span.clone()].chars().count();
        writeln!(text, "  | {line}\n  | {}{}", " ".repeat(before), "^".repeat(length)).unwrap();
    }
    text
}

fn corpus() -> Vec<std::path::PathBuf> {
    let all = files(&project().join("tests/corpus"));
    all.into_iter().filter(|path| path.extension().is_none_or(|end| end != "expected")).collect()
}

#[test]
fn each_file_is_read_as_is_written_beside_it() {
    let update = std::env::var_os("UPDATE_CORPUS").is_some();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    let all = corpus();
    assert!(all.len() >= 150, "{} files", all.len());
    for path in &all {
        let (diagnostics, records) = scan(path);
        for diagnostic in &diagnostics {
            assert!(
                !diagnostic.message.is_empty() && !diagnostic.remedy.is_empty(),
                "{diagnostic}"
            );
            *counts.entry(diagnostic.code.name()).or_default() += 1;
        }
        let mut found: String = diagnostics.iter().map(said).collect();
        writeln!(found, "{records} good").unwrap();
        let beside = path
            .with_file_name(format!("{}.expected", path.file_name().unwrap().to_str().unwrap()));
        if update {
            std::fs::write(&beside, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        if expected != found {
            wrong.push(format!("{}\n--- expected\n{expected}--- found\n{found}", path.display()));
        }
    }
    println!("{counts:#?}");
    // These are of the network, and shown in tests/core/load.rs; the last ones need other provinces.
    let elsewhere = [
        Code::FileStatus,
        Code::FileTimeout,
        Code::FileUnreachable,
        Code::PlaceUnchecked,
        Code::PlaceAmbiguous,
        Code::PlaceNation,
        Code::PointOrder,
    ];
    let is_shown = |code: &&Code| counts.contains_key(code.name()) || elsewhere.contains(code);
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !is_shown(code)).collect();
    assert!(missing.is_empty(), "no file shows {missing:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The map and the command read alike: what one says the other says.
#[test]
fn the_map_and_the_command_say_the_same() {
    let mut seen = std::collections::BTreeSet::new();
    for path in corpus() {
        let is_areas = path.parent().unwrap().ends_with("provinces");
        let name = path.file_name().unwrap().to_str().unwrap();
        // One of each sort and all of those that compare records are enough.
        let group = path.parent().unwrap().file_name().unwrap().to_str().unwrap().to_owned();
        let is_new = seen.insert(group.clone())
            || ["between", "headers", "records"].contains(&group.as_str());
        if is_areas || !is_new {
            continue;
        }
        let (mut diagnostics, records) = scan(&path);
        let is_flows = diagnostics.iter().any(|diagnostic| diagnostic.layer == Layer::Flows)
            || path.to_str().unwrap().contains("flow");
        let source = Some(Source::read(name, std::fs::read(&path).unwrap()));
        let mut sources = Sources { provinces: Some(provinces()), ..Sources::default() };
        if is_flows {
            sources.flows = source
        } else {
            sources.actions = source
        }
        let loaded = load::dataset(&sources);
        let is_note = |diagnostic: &Diagnostic| diagnostic.code.severity() == Severity::Note;
        let notes =
            diagnostics.extract_if(.., |diagnostic| is_note(diagnostic)).collect::<Vec<_>>();
        if !is_flows {
            assert_eq!(loaded.diagnostics, diagnostics, "{}", path.display());
            assert_eq!(loaded.notes, notes, "{}", path.display());
        }
        assert_eq!(loaded.dataset.records().count(), records, "{}", path.display());
    }
}

/// A record is either shown or said to be lost.
#[test]
fn what_is_said_to_be_lost_is_not_shown() {
    for path in corpus() {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.parent().unwrap().ends_with("provinces") {
            continue;
        }
        let source = Some(Source::read(name, std::fs::read(&path).unwrap()));
        let mut sources = Sources { provinces: Some(provinces()), ..Sources::default() };
        if path.to_str().unwrap().contains("flow") {
            sources.flows = source;
        } else {
            sources.actions = source;
        }
        let loaded = load::dataset(&sources);
        let shown: Vec<&str> = loaded.dataset.records().map(|record| record.id.as_str()).collect();
        for one in loaded.diagnostics.iter().filter(|one| one.loses_a_record()) {
            let is_shown = one.id.as_deref().is_some_and(|id| shown.contains(&id));
            let is_twice = one.code == Code::IdDuplicate || name.starts_with("id-twice");
            assert!(is_twice || !is_shown, "{}: {one}", path.display());
        }
    }
}
