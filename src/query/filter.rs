//! What the reader wants to see.

use super::DayRange;
use crate::model::ActionKind;

/// The chosen days and kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The days.
    pub range: DayRange,
    /// The days that the timeline is drawn around: the chosen ones, but while they are being
    /// moved those from before, or the line would run away under the pointer.
    pub drawn: DayRange,
    /// The kinds of action that are left out. Those left out and not those let in, so that data
    /// with another kind show it.
    pub hidden: Vec<ActionKind>,
}

impl Filter {
    /// Whether a kind is let in.
    #[must_use]
    pub fn shows(&self, kind: &ActionKind) -> bool {
        !self.hidden.contains(kind)
    }

    /// The same with a kind let in that was left out, or the other way round.
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
