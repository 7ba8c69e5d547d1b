//! The two ends of the chosen days, and moving them.

use super::{Bar, Timeline};
use crate::model::Day;
use crate::query::DayRange;

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Handle {
    From,
    To,
}

/// How far a key moves a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// By days.
    Days(i64),
    /// By bars.
    Bars(i64),
    /// As far back as it goes.
    First,
    /// As far on as it goes.
    Last,
}

impl Timeline {
    /// The day on which a handle stands.
    #[must_use]
    pub fn value(&self, range: DayRange, handle: Handle) -> Day {
        let (first, last) = self.ends;
        match handle {
            Handle::From => range.from().unwrap_or(first).clamp(first, last),
            Handle::To => range.to().unwrap_or(last).clamp(first, last),
        }
    }

    /// The first and the last day that a handle can be moved to: not beyond the other handle.
    #[must_use]
    pub fn limits(&self, range: DayRange, handle: Handle) -> (Day, Day) {
        match handle {
            Handle::From => (self.ends.0, self.value(range, Handle::To)),
            Handle::To => (self.value(range, Handle::From), self.ends.1),
        }
    }

    /// The range between two days, open where it reaches an end of the timeline.
    #[must_use]
    pub fn range(&self, from: Day, to: Day) -> DayRange {
        let (first, last) = self.ends;
        let (from, to) = (from.min(to), from.max(to));
        DayRange::new((from > first).then_some(from), (to < last).then_some(to))
    }

    /// The range between two days of the drawing. Whoever drags to an edge of it means all that is
    /// beyond, if all days are drawn.
    pub(in crate::query) fn opened(&self, from: Day, to: Day) -> DayRange {
        let (first, last) = self.drawn();
        let is_whole = self.is_whole();
        self.range(
            if is_whole && from <= first { self.ends.0 } else { from },
            if is_whole && to >= last { self.ends.1 } else { to },
        )
    }

    /// The range with a handle moved to a day, or as near to it as it can go.
    #[must_use]
    pub fn moved(&self, range: DayRange, handle: Handle, to: Day) -> DayRange {
        let (least, most) = self.limits(range, handle);
        let to = to.clamp(least, most);
        match handle {
            Handle::From => self.range(to, self.value(range, Handle::To)),
            Handle::To => self.range(self.value(range, Handle::From), to),
        }
    }

    /// The range after a key was pressed on a handle.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::query::{DayRange, Handle, Index, Step, Timeline};
    /// let timeline = Timeline::new(&Index::new(&sample::dataset()));
    /// let range = timeline.map(|timeline| timeline.stepped(DayRange::ALL, Handle::From, Step::Days(7)));
    /// let from = range.and_then(|range| range.from());
    /// assert_eq!(from.map(|day| day.to_string()).as_deref(), Some("2026-01-08"));
    /// ```
    #[must_use]
    pub fn stepped(&self, range: DayRange, handle: Handle, step: Step) -> DayRange {
        let (day, (least, most)) = (self.value(range, handle), self.limits(range, handle));
        let to = match step {
            Step::Days(days) => day.plus(days),
            Step::Bars(bars) => self.bars_on(day, handle, bars),
            Step::First => least,
            Step::Last => most,
        };
        self.moved(range, handle, to)
    }

    /// The edge of the bar that is some bars after a day, or before it where negative.
    fn bars_on(&self, day: Day, handle: Handle, bars: i64) -> Day {
        let edge = |bar: &Bar| if handle == Handle::From { bar.from } else { bar.to };
        let place = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        // From within a bar, its own edge is the next one.
        let here = if bars < 0 {
            place(self.bars.iter().filter(|bar| edge(bar) < day).count())
        } else {
            place(self.bars.iter().filter(|bar| edge(bar) <= day).count()) - 1
        };
        let there = usize::try_from((here + bars).max(0)).unwrap_or_default();
        self.bars.get(there).or(self.bars.last()).map_or(day, edge)
    }

    /// The ranges to show one after the other when a range is played: they grow from its start by one
    /// bar each, and the last one is the whole range.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::query::{DayRange, Index, Timeline};
    /// let timeline = Timeline::new(&Index::new(&sample::dataset()));
    /// let frames = timeline.map(|timeline| timeline.frames(DayRange::ALL));
    /// assert_eq!(frames.as_ref().map(Vec::len), Some(17));
    /// // The last one is the whole range.
    /// assert_eq!(frames.and_then(|frames| frames.last().copied()), Some(DayRange::ALL));
    /// ```
    #[must_use]
    pub fn frames(&self, range: DayRange) -> Vec<DayRange> {
        let (from, to) = (self.value(range, Handle::From), self.value(range, Handle::To));
        let within = self.bars.iter().filter(|bar| bar.to >= from && bar.from <= to);
        let mut grown: Vec<_> = within.map(|bar| self.range(from, bar.to.min(to))).collect();
        // What is beyond the last bar comes with it.
        if let Some(last) = grown.last_mut() {
            *last = range;
        }
        grown
    }
}
