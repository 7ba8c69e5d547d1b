//! The time that the data cover, in bars and spans, and choosing a part of it, without pixels or a
//! browser.
//!
//! The modules: `bars` (their lengths and days), `handles` (the ends of the chosen days), `spans` (what
//! is known only roughly, in lanes above the bars).

mod bars;
mod handles;
mod spans;

pub use bars::{Bar, Unit};
pub use handles::{Handle, Step};
pub use spans::Span;

use self::bars::bars;
use super::index::Rough;
use super::{Counts, DayRange};
use crate::model::Day;

/// The time that the data cover.
///
/// What is drawn at first is the time in which days are known exactly. Records that are known only by
/// their month or year reach beyond it. A range that reaches an end of all days is open there: records
/// dated before or after are in that range too, or "all" would miss some.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::query::{Index, Timeline};
/// let timeline = Timeline::new(&Index::new(&sample::dataset()));
/// let days = |ends: (_, _)| format!("{} to {}", ends.0, ends.1);
/// assert_eq!(timeline.as_ref().map(|line| days(line.ends())).as_deref(), Some("2026-01-01 to 2026-02-03"));
/// // The raid of January 18 is the first record with an exact day. One bar for each day.
/// assert_eq!(timeline.as_ref().map(|line| days(line.drawn())).as_deref(), Some("2026-01-18 to 2026-02-03"));
/// assert_eq!(timeline.map(|line| line.bars().len()), Some(17));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The first and the last day to choose from.
    ends: (Day, Day),
    /// The first and the last day that are drawn for all days.
    axis: (Day, Day),
    /// How long the bars of that time are.
    axis_unit: Unit,
    /// How long the bars are.
    unit: Unit,
    /// The bars that are drawn, at least one.
    bars: Vec<Bar>,
}

/// The fewest days that are drawn.
const LEAST: i64 = 14;

/// The fewest days to show on either side of a range.
const LEAST_AROUND: i64 = 7;

impl Timeline {
    /// The timeline of counted records; `None` if none of them has a date.
    #[must_use]
    pub fn new(counts: &dyn Counts) -> Option<Self> {
        let calendar = counts.calendar();
        let (first, last) = calendar.extent()?;
        let (mut from, mut to) = calendar.exact().unwrap_or((first, last));
        // More days before than after: most data end with the newest.
        let missing = |from: Day, to: Day| (LEAST - 1 - from.days_until(to)).max(0);
        from = from.plus(-missing(from, to)).max(first.min(from));
        to = to.plus(missing(from, to));
        let unit = Unit::for_days(from.days_until(to));
        let bars = bars(unit, from, to);
        let axis = (bars.first()?.from, bars.last()?.to);
        Some(Self {
            ends: (first.min(axis.0), last.max(axis.1)),
            axis,
            axis_unit: unit,
            unit,
            bars,
        })
    }

    /// The same, drawn around a range: a short one is shown large, in finer bars, with as many days
    /// again around it, so that it is seen in context and can be made longer.
    #[must_use]
    pub fn around(&self, range: DayRange) -> Self {
        let ((first, last), axis) = (self.ends, self.axis);
        let (from, to) = self.seen(range);
        let around = (from.days_until(to) / 2).max(LEAST_AROUND);
        let (begin, end) = (from.plus(-around).max(first), to.plus(around).min(last));
        let drawn = |unit: Unit, (from, to): (Day, Day)| {
            let within = |bar: Bar| Bar { from: bar.from.max(first), to: bar.to.min(last) };
            let bars = bars(unit, from, to).into_iter().map(within).collect();
            Self { unit, bars, ..*self }
        };
        // More than half of the time: all of it is shown.
        let is_most = |(from, to): (Day, Day)| begin.days_until(end) * 2 > from.days_until(to);
        if from >= axis.0 && to <= axis.1 && is_most(axis) {
            return drawn(self.axis_unit, axis);
        }
        let (from, to) = if is_most(self.ends) { self.ends } else { (begin, end) };
        drawn(Unit::for_days(from.days_until(to)), (from, to))
    }

    /// The first and the last day of a range to draw; where it is open, those of the axis.
    pub(super) fn seen(&self, range: DayRange) -> (Day, Day) {
        let (first, last) = self.ends;
        let from = range.from().map_or(self.axis.0, |day| day.clamp(first, last));
        let to = range.to().map_or(self.axis.1, |day| day.clamp(first, last));
        if range.from().is_some() { (from, to.max(from)) } else { (from.min(to), to) }
    }

    /// Whether everything is drawn: all days on which something is known to have happened.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let (first, last) = self.drawn();
        first <= self.axis.0 && last >= self.axis.1
    }

    /// The bars from the earliest on, at least one.
    #[must_use]
    pub fn bars(&self) -> &[Bar] {
        &self.bars
    }

    /// How long a bar is.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// How many records are certainly in each bar, of the kinds that are shown.
    pub(super) fn counts(&self, counts: &dyn Counts, shows: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let calendar = counts.calendar();
        let kinds: Vec<usize> =
            (0..counts.cells().kinds.len()).filter(|kind| shows(*kind)).collect();
        let days = |bar: &Bar| kinds.iter().map(|kind| calendar.days(*kind, bar.range())).sum();
        let mut numbers: Vec<usize> = self.bars.iter().map(days).collect();
        for rough in calendar.rough(shows) {
            if let Some(number) = self.bar_of(rough).and_then(|bar| numbers.get_mut(bar)) {
                *number += rough.count;
            }
        }
        numbers
    }

    /// The bar that a period certainly lies in; `None` if it is too long, or there is no bar.
    fn bar_of(&self, rough: &Rough) -> Option<usize> {
        let first = Day::from_number(rough.first).filter(|_| rough.within.has(self.unit))?;
        let bar = self.bars.partition_point(|bar| bar.to < first);
        self.bars.get(bar).filter(|bar| bar.from <= first).map(|_| bar)
    }

    /// The first and the last day that is drawn.
    #[must_use]
    pub fn drawn(&self) -> (Day, Day) {
        let (first, last) = (self.bars.first(), self.bars.last());
        (first.map_or(self.ends.0, |bar| bar.from), last.map_or(self.ends.1, |bar| bar.to))
    }

    /// The first and the last day to choose from.
    #[must_use]
    pub fn ends(&self) -> (Day, Day) {
        self.ends
    }

    /// How many days are drawn.
    pub(super) fn length(&self) -> i64 {
        let (first, last) = self.drawn();
        first.days_until(last) + 1
    }

    /// The position at which a day begins, as a fraction of the width.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "days are few")]
    pub fn start_of(&self, day: Day) -> f64 {
        let before = self.drawn().0.days_until(day);
        (before as f64 / self.length() as f64).clamp(0.0, 1.0)
    }

    /// The position at which a day ends, as a fraction of the width.
    #[must_use]
    pub fn end_of(&self, day: Day) -> f64 {
        self.start_of(day.plus(1))
    }

    /// The bar at a position.
    pub(super) fn bar_at(&self, at: f64) -> Option<Bar> {
        let bar = self.bars.iter().find(|bar| at < self.end_of(bar.to));
        bar.or(self.bars.last()).copied()
    }
}
