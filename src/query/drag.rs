//! A pointer on the timeline: no pixels and no browser.

use super::{DayRange, Handle, Timeline};

/// What a pointer has hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DragTarget {
    /// One end.
    Handle(Handle),
    /// All of the chosen days.
    Window,
    /// Nothing yet: it draws a new range.
    New,
}

/// A pointer's way over the line. Places are parts of its length, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    grip: DragTarget,
    start: f64,
    before: DayRange,
}

impl Drag {
    /// A pointer takes hold.
    #[must_use]
    pub fn new(grip: DragTarget, at: f64, range: DayRange) -> Self {
        Self { grip, start: at, before: range }
    }

    /// The range when the pointer has come to a place. Handles and new ranges keep to the edges
    /// of bars, so that what is chosen is what is seen; the window keeps its length.
    #[must_use]
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "whole days")]
    pub fn to(&self, timeline: &Timeline, at: f64) -> DayRange {
        let (Some(start), Some(bar)) = (timeline.bar_at(self.start), timeline.bar_at(at)) else {
            return self.before;
        };
        match self.grip {
            DragTarget::New => timeline.range(start.from.min(bar.from), start.to.max(bar.to)),
            DragTarget::Handle(Handle::From) => timeline.moved(self.before, Handle::From, bar.from),
            DragTarget::Handle(Handle::To) => timeline.moved(self.before, Handle::To, bar.to),
            DragTarget::Window => {
                let days = ((at - self.start) * timeline.length() as f64).round() as i64;
                let value = |handle| timeline.value(self.before, handle);
                let (from, to) = (value(Handle::From), value(Handle::To));
                let (first, last) = timeline.ends();
                let days = days.clamp(from.days_until(first), to.days_until(last));
                timeline.range(from.plus(days), to.plus(days))
            }
        }
    }
}
