//! The figures in large type where there are few records, each with its parts.

use enforcement_map::model::{Dataset, People, RecordIndex};
use enforcement_map::query::{Aggregates, Certainty, DayRange, Filter, Index};

use super::super::aggregates::records_in;
use super::super::range;
use crate::shipped_data;

/// The figures with their parts, by id.
fn figures(dataset: &Dataset, range: DayRange) -> Vec<(String, Vec<String>)> {
    let aggregates = Aggregates::new(&Index::new(dataset), None, &Filter::from(range));
    let id = |index: RecordIndex| dataset.record_at(index).unwrap().id.to_string();
    let parts = |figure: RecordIndex| {
        let all = dataset.indexed_records().map(|(index, _)| index);
        all.filter(|part| aggregates.is_part(*part, figure)).map(id).collect()
    };
    aggregates.figures().map(|figure| (id(figure), parts(figure))).collect()
}

#[test]
fn a_yearly_figure_is_whole_or_possibly_in_range_and_never_divided() {
    assert_eq!(
        records_in("2025-01-01", "2025-12-31", Certainty::Certain),
        ["deported-2025", "deported-2025-china"],
    );
    let half = records_in("2025-01-01", "2025-06-30", Certainty::Possible);
    assert!(half.contains(&"deported-2025".to_owned()));
    let loaded = shipped_data();
    let figures = figures(&loaded.dataset, range("2025-01-01", "2025-06-30"));
    let record = loaded.dataset.records().find(|record| record.id.as_str() == figures[0].0);
    assert_eq!(record.unwrap().people, Some(People::AtLeast(13_000)));
}

#[test]
fn parts_stand_under_their_wholes() {
    let part = |whole: &str, part: &str| (whole.to_owned(), vec![part.to_owned()]);
    assert_eq!(
        figures(&shipped_data().dataset, DayRange::ALL),
        [part("deported-2025", "deported-2025-china"), part("korean-arrests", "korea-charter")]
    );
}

#[test]
fn a_part_stands_alone_where_its_whole_is_out_of_range() {
    let mut loaded = shipped_data();
    loaded.dataset.actions.retain(|action| action.record.id.as_str() != "korean-arrests");
    let figures = figures(&loaded.dataset, range("2026-01-23", "2026-01-23"));
    assert_eq!(figures, [("korea-charter".to_owned(), vec![])]);
}
