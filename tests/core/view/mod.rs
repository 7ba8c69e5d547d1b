//! What is drawn and said.

mod layers;
mod messages;
mod still;
mod style;
mod widget;
