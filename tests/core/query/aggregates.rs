//! Everything that the chosen days and kinds decide.

use enforcement_map::model::ActionKind;
use enforcement_map::query::{Aggregates, Certainty, Filter, certainty};

use super::range;
use super::timeline::line;
use crate::shipped_data;

pub(super) fn records_in(from: &str, to: &str, wanted: Certainty) -> Vec<String> {
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
fn every_bar_counts_what_is_certainly_and_possibly_in_it() {
    let loaded = shipped_data();
    let line = line();
    let aggregates = Aggregates::new(&loaded.dataset, Some(&line), &Filter::default());
    for (bar, count) in line.bars().iter().zip(&aggregates.bars) {
        let judged = loaded.dataset.actions.iter();
        let judged: Vec<_> = judged.map(|one| certainty(&one.record.period, bar.range())).collect();
        let number = |wanted| judged.iter().filter(|one| **one == wanted).count();
        assert_eq!(
            (count.certain, count.possible),
            (number(Certainty::Certain), number(Certainty::Possible))
        );
    }
}

#[test]
fn a_kind_that_is_left_out_is_in_no_count_but_its_own() {
    let loaded = shipped_data();
    let scene = |hidden: &[&str]| {
        let hidden = hidden.iter().map(|kind| ActionKind::new(kind)).collect();
        let filter = Filter { hidden, ..Filter::default() };
        Aggregates::new(&loaded.dataset, Some(&line()), &filter)
    };
    let (all, some) = (scene(&[]), scene(&["arrest", "policy"]));
    assert_eq!((all.national.all(), some.national.all()), (4, 0));
    assert_eq!(some.local, all.local);
    assert_eq!(some.kinds, all.kinds);
    let sum = |aggregates: &Aggregates| aggregates.bars.iter().map(|bar| bar.all()).sum::<usize>();
    assert!(sum(&some) < sum(&all));
}
