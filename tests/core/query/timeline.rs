//! The timeline without a browser: bars, handles and keys.

use enforcement_map::model::Day;
use enforcement_map::query::{
    Aggregates, DayRange, Drag, DragTarget, Filter, Handle, Index, Step, Timeline,
};
use proptest::prelude::*;

use super::range;
use crate::shipped_data;

/// The shipped data with one more record, of a day more than a year before the others.
pub(super) fn line() -> Timeline {
    let mut dataset = shipped_data().dataset;
    let mut early = dataset.actions[0].clone();
    early.record.period = "2025-01-01".parse().unwrap();
    dataset.actions.push(early);
    Timeline::new(&Index::new(&dataset)).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(super) fn handle() -> impl Strategy<Value = Handle> {
    prop_oneof![Just(Handle::From), Just(Handle::To)]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (-40i64..40).prop_map(Step::Days),
        (-5i64..5).prop_map(Step::Bars),
        Just(Step::First),
        Just(Step::Last),
    ]
}

/// Ranges of days in and around the line.
pub(super) fn ranges() -> impl Strategy<Value = DayRange> {
    let day = || proptest::option::of((-60i64..500).prop_map(|days| day("2024-12-01").plus(days)));
    (day(), day()).prop_map(|(from, to)| DayRange::new(from, to))
}

proptest! {
    #[test]
    fn days_and_places_are_the_same_thing(days in 0i64..390) {
        let line = line();
        let day = line.bars()[0].from.plus(days);
        let (start, end) = (line.start_of(day), line.end_of(day));
        prop_assert!(start < end && start >= 0.0 && end <= 1.0);
        prop_assert_eq!(line.start_of(day.plus(1)), end);
    }

    #[test]
    fn handles_never_pass_one_another(start in ranges(), steps in prop::collection::vec((handle(), step()), 1..20)) {
        let line = line();
        let mut range = start;
        for (handle, step) in steps {
            let other = if handle == Handle::From { Handle::To } else { Handle::From };
            let stays = line.value(range, other);
            range = line.stepped(range, handle, step);
            prop_assert_eq!(line.value(range, other), stays, "the other handle moved");
            let (from, to) = (line.value(range, Handle::From), line.value(range, Handle::To));
            prop_assert!(from <= to);
            let (least, most) = line.limits(range, handle);
            let value = line.value(range, handle);
            prop_assert!(least <= value && value <= most);
        }
    }

    #[test]
    fn whatever_is_chosen_is_drawn(start in ranges()) {
        let whole = line();
        let line = whole.around(start);
        let ((first, last), (from, to)) =
            (line.drawn(), (line.value(start, Handle::From), line.value(start, Handle::To)));
        prop_assert!(first <= from && to <= last, "{:?} of {:?}", (first, last), start);
        prop_assert_eq!(line.ends(), whole.ends());
        prop_assert!(first >= whole.ends().0 && last <= whole.ends().1);
        for pair in line.bars().windows(2) {
            prop_assert_eq!(pair[0].to.plus(1), pair[1].from);
        }
        // Short ranges by the day, and never so short that their handles meet.
        prop_assert!(from.days_until(to) > 20 || line.bars().iter().all(|bar| bar.from == bar.to));
        prop_assert!(line.end_of(to) - line.start_of(from) > 0.02);
        prop_assert_eq!(line.around(DayRange::ALL), whole);
    }
}

#[test]
fn a_month_is_drawn_by_the_day_with_days_around_it() {
    let line = line().around(range("2026-01-01", "2026-01-31"));
    let (first, last) = line.drawn();
    assert_eq!([first.to_string(), last.to_string()], ["2025-12-20", "2026-01-25"]);
    assert_eq!(line.bars().len(), 37);
    assert!(!line.is_whole());
    assert!(line.around(range("2025-01-01", "2025-12-31")).is_whole());
    // The line's own ends are where they were: a handle can still go there.
    assert_eq!(line.limits(range("2026-01-01", ""), Handle::From).0.to_string(), "2024-12-30");
}

#[test]
fn the_bars_follow_one_another_and_cover_the_data() {
    let line = line();
    for pair in line.bars().windows(2) {
        assert_eq!(pair[0].to.plus(1), pair[1].from);
    }
    assert!(line.bars()[0].from <= day("2025-01-01"));
    assert!(line.bars().last().unwrap().to >= day("2026-01-23"));
    // A year and a month: weeks, from Monday to Sunday.
    assert_eq!(line.bars()[1].from.days_until(line.bars()[1].to), 6);
    assert_eq!(line.bars()[1].from.to_string(), "2025-01-06");
}

#[test]
fn a_range_to_the_end_of_the_line_is_open_there() {
    let line = line();
    let all = Drag::new(DragTarget::New, 0.0, DayRange::ALL).to(&line, 1.0);
    assert_eq!(all, DayRange::ALL);
    let year = range("2025-06-01", "2025-06-30");
    assert_eq!(line.stepped(year, Handle::To, Step::Last).to(), None);
    assert_eq!(line.stepped(year, Handle::From, Step::First).from(), None);
}

#[test]
fn keys_move_by_days_and_by_bars() {
    let line = line();
    let start = range("2025-06-04", "2025-06-18");
    let from = |step| line.stepped(start, Handle::From, step).from().unwrap().to_string();
    assert_eq!(from(Step::Days(1)), "2025-06-05");
    assert_eq!(from(Step::Days(-7)), "2025-05-28");
    assert_eq!(from(Step::Days(100)), "2025-06-18");
    assert_eq!(from(Step::Bars(1)), "2025-06-09");
    assert_eq!(from(Step::Bars(-1)), "2025-06-02");
    assert_eq!(from(Step::Last), "2025-06-18");
    let to = |step| line.stepped(start, Handle::To, step).to().unwrap().to_string();
    assert_eq!(to(Step::Bars(1)), "2025-06-22");
    assert_eq!(to(Step::Bars(-1)), "2025-06-15");
}

#[test]
fn playing_grows_the_range_bar_by_bar_and_ends_where_it_was() {
    let line = line();
    let start = range("2026-01-01", "2026-01-20");
    let frames = line.frames(start);
    assert_eq!(frames.last(), Some(&start));
    assert!(frames.windows(2).all(|pair| pair[0].to() < pair[1].to()));
    assert!(frames.iter().all(|frame| frame.from() == start.from()));
    assert_eq!(line.frames(DayRange::ALL).len(), line.bars().len());
    assert_eq!(line.frames(DayRange::ALL).last(), Some(&DayRange::ALL));
}

/// The exact days of the shipped data are six in January; four figures are known by longer times.
#[test]
fn days_are_bars_and_what_is_known_roughly_are_spans() {
    let loaded = shipped_data();
    let index = Index::new(&loaded.dataset);
    let line = Timeline::new(&index).unwrap();
    assert_eq!(line.drawn(), (day("2026-01-10"), day("2026-01-23")));
    let all = Aggregates::new(&index, Some(&line), &Filter::default());
    let bars = line.bars().iter().zip(&all.bars).filter(|(_, count)| **count > 0);
    let bars: Vec<_> = bars.map(|(bar, count)| (bar.from.to_string(), *count)).collect();
    let days = ["2026-01-18", "2026-01-19", "2026-01-21", "2026-01-23"];
    assert_eq!(
        bars.iter().map(|(day, _)| day).collect::<Vec<_>>(),
        days.iter().collect::<Vec<_>>()
    );
    assert!(all.spans.iter().filter(|span| span.runs_off_start).count() >= 2);
    let spans: usize = all.spans.iter().map(|span| span.count).sum();
    assert_eq!(all.bars.iter().sum::<usize>() + spans, loaded.dataset.records().count());
}
