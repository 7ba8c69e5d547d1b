//! Positions on the timeline, as fractions and percentages of its width, and its height.

use crate::query::Handle;
use crate::view::state::Ui;

/// The height of the bars, in CSS pixels.
pub(super) const BARS: usize = 38;

/// The height of the words below them.
pub(super) const AXIS: usize = 20;

/// Where the chosen days begin and end, as fractions of the width.
pub(super) fn window_ends(ui: Ui) -> Option<(f64, f64)> {
    let (aggregates, range) = (ui.aggregates(), ui.range());
    let line = aggregates.timeline.as_ref()?;
    let from = line.start_of(line.value(range, Handle::From));
    let to = line.end_of(line.value(range, Handle::To));
    Some((from, to))
}

/// A fraction as a percentage with two decimals, written as whole numbers: the code that prints
/// floating-point numbers is large.
pub(super) fn percent(part: f64) -> String {
    let hundredths = crate::map::round(part * 10_000.0);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
