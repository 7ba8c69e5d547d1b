//! The figures in large type, each with its parts.

use enforcement_map::model::People;
use enforcement_map::query::{Certainty, DayRange, headline, select};

use super::aggregates::records_in;
use super::range;
use crate::shipped_data;

#[test]
fn a_yearly_figure_is_whole_or_possibly_in_range_and_never_divided() {
    assert_eq!(
        records_in("2025-01-01", "2025-12-31", Certainty::Certain),
        ["deported-2025", "deported-2025-china"],
    );
    let half = records_in("2025-01-01", "2025-06-30", Certainty::Possible);
    assert!(half.contains(&"deported-2025".to_owned()));
    let loaded = shipped_data();
    let selection = select(&loaded.dataset, range("2025-01-01", "2025-06-30"));
    let figures = headline(&loaded.dataset, &selection);
    assert_eq!(figures[0].people, People::AtLeast(13_000));
    assert_eq!(figures[0].certainty, Certainty::Possible);
}

#[test]
fn parts_stand_under_their_wholes() {
    let loaded = shipped_data();
    let selection = select(&loaded.dataset, DayRange::ALL);
    let figures: Vec<_> = headline(&loaded.dataset, &selection)
        .iter()
        .map(|figure| {
            let parts: Vec<_> = figure.parts.iter().map(|part| part.item.id.to_string()).collect();
            (figure.record.id.to_string(), figure.places, parts)
        })
        .collect();
    assert_eq!(
        figures,
        [
            ("deported-2025".into(), Some(66), vec!["deported-2025-china".to_owned()]),
            ("korean-arrests".into(), None, vec!["korea-charter".to_owned()]),
        ]
    );
}

#[test]
fn a_part_stands_alone_where_its_whole_is_out_of_range() {
    let mut loaded = shipped_data();
    loaded.dataset.actions.retain(|action| action.record.id.as_str() != "korean-arrests");
    let selection = select(&loaded.dataset, range("2026-01-23", "2026-01-23"));
    let figures = headline(&loaded.dataset, &selection);
    assert_eq!(figures.len(), 1);
    assert_eq!(figures[0].people, People::Exactly(73));
}
