//! What is drawn and said.

mod layers;
mod many;
mod messages;
mod still;
mod style;
mod sums;
mod tables;
mod widget;
