//! The bars of the timeline: how long they are, and where.

use crate::model::Day;
use crate::query::DayRange;

/// The length of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Day,
    /// From Monday to Sunday.
    Week,
    Month,
    Year,
}

impl Unit {
    /// The longest time that is shown by day, week and month, in days: more than some 60 bars are too
    /// thin to hit on a phone.
    const MOST: [(Self, i64); 3] = [(Self::Day, 62), (Self::Week, 426), (Self::Month, 1860)];

    pub(super) fn for_days(days: i64) -> Self {
        let unit = Self::MOST.into_iter().find(|(_, most)| days <= *most);
        unit.map_or(Self::Year, |(unit, _)| unit)
    }

    /// The first day of the bar that a day is in.
    pub(in crate::query) fn start(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Week => day.week_start(),
            Self::Month => day.month_start(),
            Self::Year => Day::new(day.year(), 1, 1).unwrap_or(day),
        }
    }

    /// The last day of the bar that begins on a day.
    pub(in crate::query) fn end(self, start: Day) -> Day {
        match self {
            Self::Day => start,
            Self::Week => start.plus(6),
            Self::Month => start.month_end(),
            Self::Year => Day::new(start.year(), 12, 31).unwrap_or(start),
        }
    }
}

/// A bar: some days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Bar {
    /// As a range of days.
    #[must_use]
    pub fn range(self) -> DayRange {
        DayRange::new(Some(self.from), Some(self.to))
    }
}

/// Bars of a length from one day to another.
pub(super) fn bars(unit: Unit, first: Day, last: Day) -> Vec<Bar> {
    let next = |bar: &Bar| {
        let from = bar.to.plus(1);
        (from <= last && from > bar.to).then(|| Bar { from, to: unit.end(from) })
    };
    let from = unit.start(first);
    let bars = std::iter::successors(Some(Bar { from, to: unit.end(from) }), next);
    bars.take(2_000).collect()
}
