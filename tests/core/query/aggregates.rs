//! Everything that the chosen days and kinds decide.

use enforcement_map::model::ActionKind;
use enforcement_map::query::{Aggregates, Certainty, Filter, Index, certainty};

use super::range;
use super::timeline::line;
use crate::shipped_data;

pub(super) fn records_in(from: &str, to: &str, wanted: Certainty) -> Vec<String> {
    let loaded = shipped_data();
    let filter = Filter::from(range(from, to));
    let records = loaded.dataset.indexed_records();
    let found = records.filter(|(_, record)| filter.certainty(record) == wanted);
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
fn every_bar_counts_what_is_certainly_in_it() {
    let loaded = shipped_data();
    let line = line();
    let aggregates = Aggregates::new(&Index::new(&loaded.dataset), Some(&line), &Filter::default());
    for (bar, count) in line.bars().iter().zip(&aggregates.bars) {
        let certain = loaded
            .dataset
            .records()
            .filter(|record| certainty(&record.period, bar.range()) == Certainty::Certain);
        assert_eq!(*count, certain.count(), "{bar:?}");
    }
}

#[test]
fn a_kind_that_is_left_out_is_in_no_count_but_its_own() {
    let loaded = shipped_data();
    let scene = |hidden: &[&str]| {
        let hidden = hidden.iter().map(|kind| ActionKind::new(kind)).collect();
        let filter = Filter { hidden, ..Filter::default() };
        Aggregates::new(&Index::new(&loaded.dataset), Some(&line()), &filter)
    };
    let (all, some) = (scene(&[]), scene(&["arrest", "policy"]));
    assert_eq!((all.national.all(), some.national.all()), (4, 0));
    assert_eq!(some.local, all.local);
    assert_eq!(some.kinds, all.kinds);
    let sum = |aggregates: &Aggregates| aggregates.bars.iter().sum::<usize>();
    assert!(sum(&some) < sum(&all));
}
