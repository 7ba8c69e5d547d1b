//! Ranges of days, counts and totals.

mod aggregates;
mod certainty;
mod drag;
mod export;
mod index;
mod people_total;
mod range;
mod timeline;

use enforcement_map::query::DayRange;

/// A range of days; a text that is no day is no limit.
fn range(from: &str, to: &str) -> DayRange {
    DayRange::new(from.parse().ok(), to.parse().ok())
}
