//! Choosing days: the timeline with its window, presets, dates and playing.

mod controls;
mod drag;
mod histogram;
mod link;
mod play;
mod position;
mod presets;
mod slider;
mod spans;
mod ticks;

pub(super) use controls::time_controls;
pub(super) use play::stop_at;
