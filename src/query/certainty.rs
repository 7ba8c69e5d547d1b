//! Whether a period falls in a range of days.

use super::DayRange;
use crate::model::{Day, Endpoint, Period, Precision};

/// Three values: an imprecise date never counts silently as in or out of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// In the range, whatever the exact date is.
    Certain,
    /// Perhaps in the range, or only in part.
    Possible,
    /// No part of the period is in the range.
    Outside,
}

/// Compares a period with a range.
///
/// EDTF's `~` does not move the bounds that are written (ISO 8601-2, 8.4.2 note); it lowers the
/// confidence in them. So an approximate bound counts as certainly inside only where it lies at
/// least one of its own units (a day, a month, a year) within the range's end.
///
/// ```
/// use enforcement_map::query::{Certainty, DayRange, certainty};
/// let range = |from: &str, to: &str| DayRange::new(from.parse().ok(), to.parse().ok());
/// let about_january = "2026-01~".parse().unwrap();
/// assert_eq!(certainty(&about_january, range("2026-01-01", "2026-01-31")), Certainty::Possible);
/// assert_eq!(certainty(&about_january, range("2025-01-01", "2026-12-31")), Certainty::Certain);
/// assert_eq!(certainty(&about_january, DayRange::ALL), Certainty::Certain);
/// ```
#[must_use]
pub fn certainty(period: &Period, range: DayRange) -> Certainty {
    Bounds::of(period).certainty(Ends::of(range))
}

/// A range as numbers of days: an open end is as far away as a number can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) from: i32,
    pub(super) to: i32,
}

impl Ends {
    pub(super) fn of(range: DayRange) -> Self {
        Self {
            from: range.from().map_or(i32::MIN, Day::number),
            to: range.to().map_or(i32::MAX, Day::number),
        }
    }

    /// The range in which lies what is certainly in this one, where the bounds may be wrong by some
    /// days.
    pub(super) fn inner(self, before: i32, after: i32) -> Self {
        let Self { from, to } = self;
        Self {
            from: if from == i32::MIN { from } else { from.saturating_add(before) },
            to: if to == i32::MAX { to } else { to.saturating_sub(after) },
        }
    }
}

/// The first and the last day of a period as numbers, and by how many days each may be wrong. An
/// open end is as far away as a number can be, and cannot be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) first: i32,
    pub(super) last: i32,
    pub(super) before: i32,
    pub(super) after: i32,
}

impl Bounds {
    pub(super) fn of(period: &Period) -> Self {
        Self {
            first: period.earliest().map_or(i32::MIN, Day::number),
            last: period.latest().map_or(i32::MAX, Day::number),
            before: period.start().map_or(0, margin),
            after: period.end().map_or(0, margin),
        }
    }

    /// Whether some of it is in the range.
    pub(super) fn is_visible(self, range: Ends) -> bool {
        self.first <= range.to && self.last >= range.from
    }

    /// Whether all of it is in the range, even if its bounds are wrong.
    pub(super) fn is_certain(self, range: Ends) -> bool {
        let inner = range.inner(self.before, self.after);
        self.first >= inner.from && self.last <= inner.to
    }

    pub(super) fn certainty(self, range: Ends) -> Certainty {
        match (self.is_visible(range), self.is_certain(range)) {
            (false, _) => Certainty::Outside,
            (true, false) => Certainty::Possible,
            (true, true) => Certainty::Certain,
        }
    }
}

/// By how many days an end may be wrong.
fn margin(end: Endpoint) -> i32 {
    match (end.approximate, end.precision) {
        (false, _) => 0,
        (true, Precision::Day) => 1,
        (true, Precision::Month) => 31,
        (true, Precision::Year) => 366,
    }
}
