//! What a date, a place and a number are read as: the good files of the corpus show that they are
//! read, these that they are read right.

use enforcement_map::load::{Loaded, Source, Sources, dataset};
use enforcement_map::model::{Location, Sign};

use crate::project;

fn one(date: &str, place: &str, people: &str) -> Loaded {
    let sheet = format!(
        "id,date,place,kind,title,people,source\na,\"{date}\",\"{place}\",raid,A raid,\"{people}\",Khmer Times\n"
    );
    let provinces = std::fs::read(project().join("geo/provinces.geojson")).unwrap();
    dataset(&Sources {
        provinces: Some(Source::read("provinces.geojson", provinces)),
        actions: Some(Source::read("actions.csv", sheet.into_bytes())),
        ..Sources::default()
    })
}

#[test]
fn dates() {
    for (written, read) in [
        ("2026-01-18", "2026-01-18"),
        ("18/01/2026", "2026-01-18"),
        ("01/18/2026", "2026-01-18"),
        ("18.1.2026", "2026-01-18"),
        ("Jan 18, 2026", "2026-01-18"),
        ("18 January 2026", "2026-01-18"),
        ("Sunday, 18th of January 2026", "2026-01-18"),
        ("18-Jan-2026", "2026-01-18"),
        ("18 janvier 2026", "2026-01-18"),
        ("1er févr. 2026", "2026-02-01"),
        ("18 មករា 2026", "2026-01-18"),
        ("១៨/០១/២០២៦", "2026-01-18"),
        ("2026年1月18日", "2026-01-18"),
        ("2026년 1월 18일", "2026-01-18"),
        ("ngày 18 tháng 1 năm 2026", "2026-01-18"),
        ("46040", "2026-01-18"),
        ("36526", "2000-01-01"),
        ("46040.75", "2026-01-18"),
        ("20260118", "2026-01-18"),
        ("2026/1/8", "2026-01-08"),
        ("2026-01-18 14:30", "2026-01-18"),
        ("January 2026", "2026-01"),
        ("01/2026", "2026-01"),
        ("about January 2026", "2026-01~"),
        ("12 January 2026 to 18 January 2026", "2026-01-12/2026-01-18"),
        ("13/01/2026 – 18/01/2026", "2026-01-13/2026-01-18"),
        ("2026-01-12 - 2026-01-18", "2026-01-12/2026-01-18"),
    ] {
        let loaded = one(written, "KH24", "");
        // Where a number is counted from is doubtful.
        let codes: Vec<_> = loaded.diagnostics.iter().map(|one| one.code.name()).collect();
        assert!(codes.iter().all(|code| *code == "date-serial"), "{written}: {codes:?}");
        assert_eq!(loaded.dataset.actions[0].record.period.to_string(), read, "{written}");
    }
}

#[test]
fn numbers() {
    for (written, read) in [
        ("73", "73"),
        (">13000", ">=13000"),
        ("13,000+", ">=13000"),
        ("13 000 +", ">=13000"),
        ("more than 13,000 people", ">=13000"),
        ("~ 260", "~260"),
        ("approx. 260", "~260"),
        ("n/a", "unknown"),
        ("73.0", "73"),
        ("៧៣", "73"),
    ] {
        let loaded = one("2026-01-18", "KH24", written);
        assert_eq!(loaded.diagnostics, [], "{written}");
        assert_eq!(loaded.dataset.actions[0].record.people.unwrap().to_string(), read, "{written}");
    }
}

#[test]
fn places() {
    for (written, code) in [
        ("KH-24", "KH24"),
        ("Siemreap", "KH17"),
        ("siem reap province", "KH17"),
        ("Mondul Kiri", "KH11"),
        ("Krong Preah Sihanouk", "KH18"),
        ("Khett Kandal", "KH08"),
        ("Kratié", "KH10"),
        ("KRATIE", "KH10"),
        ("ភ្នំ\u{200b}ពេញ", "KH12"),
        ("រាជធានីភ្នំពេញ", "KH12"),
        ("ខេត្តប៉ៃលិន", "KH24"),
        ("拜林省", "KH24"),
        ("Province de Kampot", "KH07"),
        ("Otdar Mean Chey", "KH22"),
    ] {
        let loaded = one("2026-01-18", written, "");
        assert_eq!(loaded.diagnostics, [], "{written}");
        match &loaded.dataset.actions[0].location {
            Location::Province(found) => assert_eq!(found.as_str(), code, "{written}"),
            Location::Country(_) => panic!("{written}"),
        }
    }
}

/// A name that two provinces have is a question.
#[test]
fn a_name_of_two_provinces() {
    let area =
        r#""geometry":{"type":"Polygon","coordinates":[[[102,12],[103,12],[103,13],[102,12]]]}"#;
    let provinces = format!(
        r#"{{"type":"FeatureCollection","features":[
        {{"type":"Feature","id":"A1","properties":{{"name":"San José"}},{area}}},
        {{"type":"Feature","id":"A2","properties":{{"name":"San Jose"}},{area}}}]}}"#
    );
    let loaded = dataset(&Sources {
        provinces: Some(Source::read("provinces.geojson", provinces.into_bytes())),
        actions: Some(Source::read(
            "a.csv",
            b"id,date,place,kind,title,source\na,2026,san jose,raid,A,B\n".to_vec(),
        )),
        ..Sources::default()
    });
    assert_eq!(loaded.diagnostics.len(), 1);
    assert_eq!(
        loaded.diagnostics[0].to_string(),
        "a.csv, row 2 (\"a\"), column \"place\": more than one province is called \"san jose\"; write the code of the one that is meant: A1 (San José) or A2 (San Jose)"
    );
}

/// A list of kinds is read in all its forms, and records are compared with it.
#[test]
fn own_kinds() {
    let records = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","id":"a","geometry":null,"properties":{"date":"2026","place":"KH24","kind":"Protest","title":"A","attributed_to":"B"}},
        {"type":"Feature","id":"b","geometry":null,"properties":{"date":"2026","place":"KH24","kind":"protst","title":"A","attributed_to":"B"}}]}"#;
    let list = r#"[{"kind":"protest","name":"Protest","name:fr":"Manifestation","sign":"flag"},{"kind":"fine"}]"#;
    for (name, text) in [
        ("kinds.json", list.to_owned()),
        ("kinds.json", format!("{{\"kinds\": {list}}}")),
        (
            "kinds.csv",
            "\u{feff}Kind;Name;Name:fr;Sign\nprotest;Protest;Manifestation;Flag\nfine\n".to_owned(),
        ),
    ] {
        let provinces = std::fs::read(project().join("geo/provinces.geojson")).unwrap();
        let loaded = dataset(&Sources {
            provinces: Some(Source::read("provinces.geojson", provinces)),
            actions: Some(Source::read("actions.geojson", records.into())),
            kinds: Some(Source::read(name, text.into_bytes())),
            ..Sources::default()
        });
        let kinds = &loaded.dataset.kinds;
        assert_eq!(kinds.len(), 2, "{name}");
        assert_eq!(kinds[0].kind.as_str(), "protest");
        assert_eq!(kinds[0].name.get("fr"), "Manifestation");
        assert_eq!(kinds[0].sign, Some(Sign::Flag));
        let codes: Vec<&str> = loaded.diagnostics.iter().map(|one| one.code.name()).collect();
        assert_eq!(codes, ["kind-unlisted"], "{name}");
        assert!(loaded.diagnostics[0].remedy.contains("protest, fine"));
        // One that is in the list is no doubt.
        assert_eq!(loaded.notes, []);
        assert_eq!(loaded.dataset.actions.len(), 2);
    }
}
