//! Ranges against a naive oracle, and sums in which no one is counted twice.

use std::collections::BTreeSet;

use enforcement_map::model::{
    ActionKind, CountryCode, Dataset, Day, Destination, Flow, LocalizedText, People, Period,
    Record, RecordId,
};
use enforcement_map::query::{
    Aggregates, Certainty, DayRange, Preset, certainty, headline, presets, select, sum,
};
use proptest::prelude::*;

use crate::model::{day, edtf};
use crate::shipped_data;

/// Every day that a period covers, one by one; an open side goes on for longer than any range.
fn days(period: &Period, margins: bool) -> Vec<Day> {
    let far = |year| Day::new(year, 1, 1).unwrap();
    let margin = |end: enforcement_map::model::Endpoint| {
        use enforcement_map::model::Precision::{Day, Month, Year};
        match end.precision {
            _ if !margins || !end.approximate => 0,
            Day => 1,
            Month => 31,
            Year => 366,
        }
    };
    let first = period.start().map_or(far(1990), |start| start.day.plus(-margin(start)));
    let last = period.end().map_or(far(2060), |end| end.day.plus(margin(end)));
    let mut days = vec![first];
    while *days.last().unwrap() < last {
        days.push(days.last().unwrap().plus(1));
    }
    days
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn certainty_is_what_counting_days_gives(text in edtf(), a in day(), b in day()) {
        let period: Period = text.parse().unwrap();
        let range = DayRange::new(Some(a), Some(b));
        let inside = |day: &Day| *day >= a.min(b) && *day <= a.max(b);
        let expected = if !days(&period, false).iter().any(inside) {
            Certainty::Outside
        } else if days(&period, true).iter().all(inside) {
            Certainty::Certain
        } else {
            Certainty::Possible
        };
        prop_assert_eq!(certainty(&period, range), expected);
    }

    #[test]
    fn a_wider_range_never_loses_a_record(text in edtf(), a in day(), b in day(), more in 0i64..400) {
        let period: Period = text.parse().unwrap();
        let (from, to) = (a.min(b), a.max(b));
        let narrow = certainty(&period, DayRange::new(Some(from), Some(to)));
        let wide = certainty(&period, DayRange::new(Some(from.plus(-more)), Some(to.plus(more))));
        prop_assert!(wide <= narrow, "{:?} became {:?}", narrow, wide);
        prop_assert_eq!(certainty(&period, DayRange::ALL), Certainty::Certain);
    }

    #[test]
    fn no_one_is_counted_twice(
        parents in prop::collection::vec(prop::option::of(0usize..12), 1..12),
        numbers in prop::collection::vec(0u64..1000, 12),
        chosen in prop::collection::vec(any::<bool>(), 12),
    ) {
        let mut dataset = Dataset::default();
        for (number, parent) in parents.iter().enumerate() {
            // Only earlier records are wholes, so that there is no circle.
            let whole = parent.filter(|parent| *parent < number);
            dataset.flows.push(flow(number, numbers[number], whole));
        }
        let records: Vec<&Record> = dataset.flows.iter().map(|flow| &flow.record).collect();
        let picked: Vec<&Record> =
            records.iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(r, _)| *r).collect();
        let names: BTreeSet<_> = picked.iter().map(|record| record.id.clone()).collect();
        let mut expected = 0;
        for record in &picked {
            let mut at = record.part_of.clone();
            let mut is_part = false;
            while let Some(id) = at {
                is_part |= names.contains(&id);
                at = dataset.record(&id).unwrap().part_of.clone();
            }
            if !is_part {
                expected += record.people.unwrap().number().unwrap();
            }
        }
        prop_assert_eq!(sum(&dataset, &picked).number, expected);
    }
}

fn flow(number: usize, people: u64, whole: Option<usize>) -> Flow {
    let id = |number: usize| RecordId::new(&format!("r{number}"));
    Flow {
        record: Record {
            id: id(number).unwrap(),
            period: "2025".parse().unwrap(),
            kind: ActionKind::Deportation,
            title: LocalizedText::new("a flow"),
            summary: LocalizedText::default(),
            people: Some(People::Exactly(people)),
            attributed_to: LocalizedText::default(),
            reported_by: LocalizedText::default(),
            url: None,
            part_of: whole.and_then(id),
        },
        origin: CountryCode::new("KH").unwrap(),
        destination: Destination::Country(CountryCode::new("KR").unwrap()),
    }
}

fn range(from: &str, to: &str) -> DayRange {
    DayRange::new(from.parse().ok(), to.parse().ok())
}

fn records_in(from: &str, to: &str, wanted: Certainty) -> Vec<String> {
    let loaded = shipped_data();
    let aggregates = Aggregates::new(&loaded.dataset, None, &range(from, to).into());
    let found =
        loaded.dataset.indexed_records().filter(|(row, _)| aggregates.certainty(*row) == wanted);
    let mut found: Vec<_> = found.map(|(_, record)| record.id.to_string()).collect();
    found.sort();
    found
}

#[test]
fn one_day_holds_what_was_done_on_it_and_possibly_the_plan_of_that_week() {
    assert_eq!(records_in("2026-01-18", "2026-01-18", Certainty::Certain), ["pailin-meeting"],);
    assert_eq!(
        records_in("2026-01-18", "2026-01-18", Certainty::Possible),
        ["chen-zhi", "korean-arrests", "phnom-penh-plan", "residence-limits"],
    );
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

#[test]
fn presets_end_with_the_data() {
    let loaded = shipped_data();
    let presets = presets(&loaded.dataset);
    assert_eq!(presets[..2], [Preset::All, Preset::Year(2025)]);
    assert_eq!(presets[2].range(), range("2026-01-01", "2026-01-31"));
    assert_eq!(presets[3].range(), range("2025-12-25", "2026-01-23"));
    assert_eq!(presets[4].range(), range("2026-01-17", "2026-01-23"));
}

#[test]
fn days_in_the_wrong_order_are_put_right() {
    assert_eq!(range("2026-02-01", "2026-01-01"), range("2026-01-01", "2026-02-01"));
}
