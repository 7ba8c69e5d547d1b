//! The brush without a browser: whatever a reader does, the range stays one, and within the line.

use enforcement_map::model::Day;
use enforcement_map::query::{
    Certainty, DayRange, Drag, DragTarget, Filter, Handle, Step, Timeline, certainty,
};
use proptest::prelude::*;

use crate::shipped_data;

fn line() -> Timeline {
    Timeline::new(&shipped_data().dataset).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn range(from: &str, to: &str) -> DayRange {
    DayRange::new(from.parse().ok(), to.parse().ok())
}

fn handle() -> impl Strategy<Value = Handle> {
    prop_oneof![Just(Handle::From), Just(Handle::To)]
}

fn grip() -> impl Strategy<Value = DragTarget> {
    prop_oneof![
        handle().prop_map(DragTarget::Handle),
        Just(DragTarget::Window),
        Just(DragTarget::New)
    ]
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
fn ranges() -> impl Strategy<Value = DayRange> {
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
    fn a_drag_gives_days_of_the_line(start in ranges(), grip in grip(), from in -0.2f64..1.2, to in -0.2f64..1.2) {
        let line = line();
        let result = Drag::new(grip, from, start).to(&line, to);
        let ends = [line.bars()[0].from, line.bars().last().unwrap().to];
        for day in [result.from(), result.to()].into_iter().flatten() {
            prop_assert!(day >= ends[0] && day <= ends[1], "{:?}", result);
        }
        if grip == DragTarget::New {
            let (low, high) = (from.min(to).clamp(0.0, 0.999_999), from.max(to).clamp(0.0, 0.999_999));
            let (first, last) = (line.value(result, Handle::From), line.value(result, Handle::To));
            prop_assert!(line.start_of(first) <= low && line.end_of(last) >= high, "{:?}", result);
        }
    }

    #[test]
    fn a_window_keeps_its_length(from in 0i64..300, length in 0i64..60, start in 0.0f64..1.0, to in 0.0f64..1.0) {
        let line = line();
        let first = line.bars()[0].from.plus(from);
        let before = DayRange::new(Some(first), Some(first.plus(length)));
        let after = Drag::new(DragTarget::Window, start, before).to(&line, to);
        let days = |range| line.value(range, Handle::From).days_until(line.value(range, Handle::To));
        prop_assert_eq!(days(after), days(before));
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
fn a_month_is_drawn_by_the_day_with_its_surroundings() {
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
fn every_bar_counts_what_is_certainly_and_possibly_in_it() {
    let loaded = shipped_data();
    let line = line();
    let aggregates =
        enforcement_map::query::Aggregates::new(&loaded.dataset, Some(&line), &Filter::default());
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

#[test]
fn a_kind_that_is_left_out_is_in_no_count_but_its_own() {
    let loaded = shipped_data();
    let scene = |hidden: &[&str]| {
        let hidden =
            hidden.iter().map(|kind| enforcement_map::model::ActionKind::new(kind)).collect();
        let filter = Filter { hidden, ..Filter::default() };
        enforcement_map::query::Aggregates::new(&loaded.dataset, Some(&line()), &filter)
    };
    let (all, some) = (scene(&[]), scene(&["arrest", "policy"]));
    assert_eq!((all.national.all(), some.national.all()), (4, 0));
    assert_eq!(some.local, all.local);
    assert_eq!(some.kinds, all.kinds);
    let sum = |aggregates: &enforcement_map::query::Aggregates| {
        aggregates.bars.iter().map(|bar| bar.all()).sum::<usize>()
    };
    assert!(sum(&some) < sum(&all));
}
