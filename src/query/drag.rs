//! Dragging over the timeline, without pixels or a browser.

use super::{DayRange, Handle, Timeline};

/// What a pointer drags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DragTarget {
    /// One end of the chosen days.
    Handle(Handle),
    /// All of the chosen days.
    Window,
    /// A new range, which begins where the pointer went down.
    New,
}

/// A drag over the timeline. Positions are fractions of its width, from 0 to 1.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::query::{DayRange, Drag, DragTarget, Index, Timeline};
/// let timeline = Timeline::new(&Index::new(&sample::dataset()));
/// let drag = Drag::new(DragTarget::New, 0.0, DayRange::ALL);
/// // Half of 17 days, from the first: the pointer is on the bar of the 26th.
/// let range = timeline.map(|timeline| drag.to(&timeline, 0.51));
/// let to = range.and_then(|range| range.to());
/// assert_eq!(to.map(|day| day.to_string()).as_deref(), Some("2026-01-26"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    target: DragTarget,
    start: f64,
    before: DayRange,
}

impl Drag {
    /// The pointer goes down at a position, with a range chosen.
    #[must_use]
    pub fn new(target: DragTarget, at: f64, range: DayRange) -> Self {
        Self { target, start: at, before: range }
    }

    /// The range for a pointer that is at a position now. Handles and new ranges snap to the edges of
    /// bars, so that what is chosen is what is seen; the window keeps its length.
    #[must_use]
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "whole days")]
    pub fn to(&self, timeline: &Timeline, at: f64) -> DayRange {
        let (Some(start), Some(bar)) = (timeline.bar_at(self.start), timeline.bar_at(at)) else {
            return self.before;
        };
        match self.target {
            DragTarget::New => timeline.opened(start.from.min(bar.from), start.to.max(bar.to)),
            DragTarget::Handle(Handle::From) => {
                let to = timeline.value(self.before, Handle::To);
                timeline.opened(bar.from.min(to), to)
            }
            DragTarget::Handle(Handle::To) => {
                let from = timeline.value(self.before, Handle::From);
                timeline.opened(from, bar.to.max(from))
            }
            DragTarget::Window => {
                let days = ((at - self.start) * timeline.length() as f64).round() as i64;
                let (from, to) = timeline.seen(self.before);
                let (first, last) = timeline.ends();
                let days = days.clamp(from.days_until(first), to.days_until(last));
                timeline.range(from.plus(days), to.plus(days))
            }
        }
    }
}
