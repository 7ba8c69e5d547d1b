//! Whether a period falls in a range of days.

use super::DayRange;
use crate::model::{Endpoint, Period, Precision};

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
    let before = |from| period.latest().is_some_and(|latest| latest < from);
    let after = |to| period.earliest().is_some_and(|earliest| earliest > to);
    if range.from().is_some_and(before) || range.to().is_some_and(after) {
        return Certainty::Outside;
    }
    let starts_inside = range.from().is_none_or(|from| {
        period.start().is_some_and(|start| start.day.plus(-margin(start)) >= from)
    });
    let ends_inside =
        range.to().is_none_or(|to| period.end().is_some_and(|end| end.day.plus(margin(end)) <= to));
    if starts_inside && ends_inside { Certainty::Certain } else { Certainty::Possible }
}

/// By how many days an end may be wrong.
fn margin(end: Endpoint) -> i64 {
    match (end.approximate, end.precision) {
        (false, _) => 0,
        (true, Precision::Day) => 1,
        (true, Precision::Month) => 31,
        (true, Precision::Year) => 366,
    }
}
