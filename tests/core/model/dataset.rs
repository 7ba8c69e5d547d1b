//! The shipped dataset, read by the loader that readers' browsers run.

use enforcement_map::model::{Destination, Location, People};

use crate::shipped_data;

#[test]
fn it_has_no_fault() {
    let loaded = shipped_data();
    assert_eq!(loaded.diagnostics, []);
    assert_eq!(loaded.dataset.provinces.len(), 25);
    assert_eq!(loaded.dataset.country.map(|code| code.to_string()).as_deref(), Some("KH"));
}

#[test]
fn it_holds_these_records_and_no_others() {
    let loaded = shipped_data();
    let mut lines = Vec::new();
    for action in &loaded.dataset.actions {
        let place = match &action.location {
            Location::Province(code) => code.to_string(),
            Location::Country(code) => format!("all of {code}"),
        };
        lines.push(line(&action.record, &place));
    }
    for flow in &loaded.dataset.flows {
        let place = match flow.destination {
            Destination::Country(code) => code.to_string(),
            Destination::Several(number) => format!("{number} places"),
        };
        lines.push(line(&flow.record, &place));
    }
    insta::assert_snapshot!(lines.join("\n"));
}

fn line(record: &enforcement_map::model::Record, place: &str) -> String {
    let people = record.people.map(|people: People| people.to_string());
    let whole = record.part_of.as_ref().map(ToString::to_string);
    format!(
        "{} | {} | {place} | {} | {} | part of {} | {} | {}",
        record.id,
        record.period,
        record.kind,
        people.as_deref().unwrap_or("-"),
        whole.as_deref().unwrap_or("-"),
        record.attributed_to.get("en"),
        record.reported_by.get("en"),
    )
}

#[test]
fn every_text_is_there_in_three_languages() {
    let loaded = shipped_data();
    for record in loaded.dataset.records() {
        for text in [&record.title, &record.summary, &record.attributed_to, &record.reported_by] {
            assert!(!text.get("en").is_empty(), "{}", record.id);
            for language in ["fr", "km"] {
                assert!(text.exact(language).is_some(), "{} {language}", record.id);
            }
        }
        assert_eq!(record.url, None, "no address is known, and none is invented");
    }
}

/// An accusation stays an accusation: what people are accused of is never said of them as fact.
#[test]
fn suspects_are_called_suspects() {
    let loaded = shipped_data();
    for id in ["korea-charter", "chen-zhi"] {
        let record = loaded.dataset.records().find(|record| record.id.as_str() == id).unwrap();
        assert!(record.summary.get("en").contains("accused of"), "{id}");
        assert!(record.summary.get("en").contains("suspects"), "{id}");
    }
}
