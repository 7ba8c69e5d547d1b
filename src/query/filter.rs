//! The chosen days and kinds.

use super::{Certainty, DayRange, certainty};
use crate::model::{ActionKind, Record};

/// The chosen days and kinds.
///
/// ```
/// use enforcement_map::model::ActionKind;
/// use enforcement_map::query::Filter;
/// let filter = Filter::default().toggled(&ActionKind::Raid);
/// assert!(!filter.shows(&ActionKind::Raid));
/// assert_eq!(filter.toggled(&ActionKind::Raid), Filter::default());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The days.
    pub range: DayRange,
    /// The days that the timeline is drawn around: the chosen ones, but during a drag those from
    /// before it, or the timeline would move under the pointer.
    pub drawn: DayRange,
    /// The hidden kinds. The filter lists hidden kinds and not shown ones, so that a kind that it does
    /// not know is shown.
    pub hidden: Vec<ActionKind>,
}

impl Filter {
    /// Whether a kind is shown.
    #[must_use]
    pub fn shows(&self, kind: &ActionKind) -> bool {
        !self.hidden.contains(kind)
    }

    /// Whether a record is in the range; one of a hidden kind is outside.
    #[must_use]
    pub fn certainty(&self, record: &Record) -> Certainty {
        if self.shows(&record.kind) {
            certainty(&record.period, self.range)
        } else {
            Certainty::Outside
        }
    }

    /// The same with a kind shown that was hidden, or hidden that was shown.
    #[must_use]
    pub fn toggled(mut self, kind: &ActionKind) -> Self {
        if self.shows(kind) {
            self.hidden.push(kind.clone());
        } else {
            self.hidden.retain(|other| other != kind);
        }
        self
    }
}

impl From<DayRange> for Filter {
    fn from(range: DayRange) -> Self {
        Self { range, drawn: range, hidden: Vec::new() }
    }
}
