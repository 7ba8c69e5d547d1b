//! Bad input: each fault is said with its place and its remedy, and the rest is kept.

use enforcement_map::load::{Code, Failure, Layer, Loaded, Severity, Source, dataset};
use proptest::prelude::*;

use crate::shipped_sources;

/// Loads the shipped data with other actions.
fn with_actions(bytes: &str) -> Loaded {
    let mut sources = shipped_sources();
    sources.actions = Some(Source::read("actions.geojson", bytes.as_bytes().to_vec()));
    sources.flows = None;
    let mut loaded = dataset(&sources);
    // What may be missing beside is tested with the files in tests/corpus/.
    loaded.diagnostics.retain(|diagnostic| diagnostic.code.severity() == Severity::Error);
    loaded
}

/// A collection with one good action and one with these properties.
fn beside_a_good_one(id: &str, properties: &str) -> Loaded {
    with_actions(&format!(
        r#"{{"type":"FeatureCollection","features":[
        {{"type":"Feature","id":"good","geometry":null,"properties":{{"date":"2026-01-18","place":"KH24","kind":"meeting","title":"A meeting"}}}},
        {{"type":"Feature",{id}"geometry":null,"properties":{{{properties}}}}}]}}"#
    ))
}

fn the_fault(loaded: &Loaded) -> String {
    assert_eq!(loaded.dataset.provinces.len(), 25);
    assert_eq!(loaded.dataset.actions.len(), 1, "the good one is kept, and it alone");
    assert_eq!(loaded.diagnostics.len(), 1, "{:?}", loaded.diagnostics);
    assert!(loaded.diagnostics[0].loses_a_record());
    loaded.diagnostics[0].to_string()
}

#[test]
fn a_date_that_does_not_exist() {
    let loaded =
        beside_a_good_one(r#""id":"x","#, r#""date":"2026-02-30","place":"KH24","kind":"raid""#);
    assert_eq!(loaded.diagnostics[0].code, Code::DateImpossible);
    insta::assert_snapshot!(the_fault(&loaded));
}

#[test]
fn fewer_people_than_none() {
    let loaded = beside_a_good_one(
        r#""id":"x","#,
        r#""date":"2026","place":"KH24","kind":"raid","people":-3"#,
    );
    assert_eq!(loaded.diagnostics[0].code, Code::PeopleUnreadable);
    insta::assert_snapshot!(the_fault(&loaded));
}

#[test]
fn a_code_that_no_province_has() {
    let loaded = beside_a_good_one(r#""id":"x","#, r#""date":"2026","place":"KH99","kind":"raid""#);
    assert_eq!(loaded.diagnostics[0].code, Code::PlaceUnknown);
    insta::assert_snapshot!(the_fault(&loaded));
}

#[test]
fn a_record_without_an_id() {
    let loaded = beside_a_good_one("", r#""date":"2026","place":"KH24","kind":"raid""#);
    assert_eq!(loaded.diagnostics[0].code, Code::IdMissing);
    insta::assert_snapshot!(the_fault(&loaded));
}

#[test]
fn an_id_used_twice() {
    let loaded =
        beside_a_good_one(r#""id":"good","#, r#""date":"2026","place":"KH24","kind":"raid""#);
    insta::assert_snapshot!(the_fault(&loaded));
}

#[test]
fn a_feature_that_is_none() {
    let loaded = with_actions(
        r#"{"type":"FeatureCollection","features":[7,
        {"type":"Feature","id":"good","geometry":null,"properties":{"date":"2026-01-18","place":"kh-24","kind":"meeting"}}]}"#,
    );
    assert_eq!(loaded.diagnostics[0].code, Code::FeatureBad);
    assert_eq!(loaded.diagnostics[0].feature, Some(1));
    the_fault(&loaded);
}

#[test]
fn several_faults_of_one_record_are_all_said() {
    let loaded = beside_a_good_one("", r#""date":"soon","place":"KH24","people":"many""#);
    let causes: Vec<_> = loaded.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(causes, [Code::IdMissing, Code::DateVague, Code::PeopleVague, Code::KindMissing]);
}

#[test]
fn a_province_without_a_code() {
    let mut sources = shipped_sources();
    let text = String::from_utf8(crate::shipped("geo/provinces.geojson")).unwrap();
    let broken = text.replacen("\"id\":\"KH24\"", "\"id\":null", 1).replacen(
        "\"id\": \"KH24\"",
        "\"id\":null",
        1,
    );
    assert_ne!(broken, text);
    // Nor another code that could stand in its place, nor a name.
    let broken = broken.replacen("\"iso_3166_2\":\"KH-24\"", "\"iso_3166_2\":null", 1);
    let (before, rest) = broken.split_once("\"name\":\"Pailin\"").unwrap();
    let (_, after) = rest.split_once("\"type\"").unwrap();
    let broken = format!("{before}\"type\"{after}");
    sources.provinces = Some(Source::read("provinces.geojson", broken.into_bytes()));
    let loaded = dataset(&sources);
    assert_eq!(loaded.dataset.provinces.len(), 24, "{:?}", loaded.diagnostics);
    assert_eq!(loaded.diagnostics[0].code, Code::CodeMissing);
    // What was done in it has no place any more, and that is said too.
    assert_eq!(loaded.diagnostics[1].code, Code::PlaceUnknown);
    assert_eq!(loaded.dataset.actions.len(), 7);
}

#[test]
fn files_that_cannot_be_read() {
    let failed = |failure| Some(Source::failed("https://example.org/a.geojson", failure));
    let read = |text: &str| Some(Source::read("a.geojson", text.as_bytes().to_vec()));
    for (source, cause) in [
        (failed(Failure::Status(404)), Code::FileStatus),
        (failed(Failure::TimedOut), Code::FileTimeout),
        (failed(Failure::Unreachable("offline".into())), Code::FileUnreachable),
        (read("<!doctype html>"), Code::FormatUnread),
        (read("{\"type\":"), Code::NotJson),
        (read(""), Code::FileEmpty),
        (read("{\"a\":1}"), Code::NotGeoJson),
        (read("[1,2]"), Code::NotGeoJson),
    ] {
        let mut sources = shipped_sources();
        sources.actions = source;
        sources.flows = None;
        let loaded = dataset(&sources);
        assert_eq!(loaded.diagnostics.len(), 1, "{:?}", loaded.diagnostics);
        let diagnostic = &loaded.diagnostics[0];
        assert_eq!((diagnostic.code, diagnostic.layer), (cause, Layer::Actions));
        assert!(diagnostic.is_whole_file() && !diagnostic.remedy.is_empty());
        assert_eq!(loaded.dataset.provinces.len(), 25, "the map is still there");
    }
}

#[test]
fn without_provinces_the_records_are_kept() {
    let mut sources = shipped_sources();
    sources.provinces = Some(Source::failed("p.geojson", Failure::TimedOut));
    let loaded = dataset(&sources);
    assert_eq!(loaded.dataset.actions.len(), 8);
    assert_eq!(loaded.diagnostics.len(), 1);
}

#[test]
fn a_part_of_nothing_or_of_itself_loses_the_reference_and_not_the_record() {
    for (whole, code) in [("nothing", Code::PartUnknown), ("x", Code::PartLoop)] {
        let loaded = beside_a_good_one(
            r#""id":"x","#,
            &format!(r#""date":"2026","place":"KH24","kind":"raid","part_of":"{whole}""#),
        );
        assert_eq!(loaded.dataset.actions.len(), 2);
        assert_eq!(loaded.diagnostics[0].code, code);
        assert_eq!(loaded.dataset.actions[1].record.part_of, None);
    }
}

#[test]
fn only_addresses_of_the_web_become_links() {
    let loaded = beside_a_good_one(
        r#""id":"x","#,
        r#""date":"2026","place":"KH24","kind":"raid","url":"javascript:alert(1)""#,
    );
    assert_eq!(loaded.dataset.actions.len(), 2);
    assert_eq!(loaded.dataset.actions[1].record.url, None);
    assert_eq!(loaded.diagnostics[0].code, Code::UrlUnsafe);
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let loaded = with_actions("\u{feff}{\"type\":\"FeatureCollection\",\"features\":[]}");
    assert!(loaded.diagnostics.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is cut out of a good file or put into it, nothing panics and the map stays.
    #[test]
    fn broken_files_break_nothing(at in 0usize..12_000, length in 0usize..400, put in "\\PC{0,12}") {
        let text = String::from_utf8(crate::shipped("geo/actions.geojson")).unwrap();
        let boundary = |mut at: usize| {
            at = at.min(text.len());
            while !text.is_char_boundary(at) { at -= 1; }
            at
        };
        let (from, to) = (boundary(at), boundary(at + length));
        let broken = format!("{}{put}{}", &text[..from], &text[to..]);
        let loaded = with_actions(&broken);
        prop_assert_eq!(loaded.dataset.provinces.len(), 25);
        prop_assert!(loaded.diagnostics.iter().all(|diagnostic| !diagnostic.message.is_empty()));
    }
}

#[test]
fn several_faults_in_one_record_lose_one_record() {
    let loaded = beside_a_good_one(r#""id":"x","#, r#""date":"2026-02-30","place":"KH99""#);
    assert_eq!(loaded.diagnostics.len(), 3, "date, place and kind: {:?}", loaded.diagnostics);
    assert_eq!(loaded.lost(Layer::Actions), 1);
    assert_eq!(loaded.lost(Layer::Provinces), 0);
    assert_eq!(loaded.needs(), None, "a build that reads sheets reads all that there is to read");
}
