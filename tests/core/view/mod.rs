//! What is drawn and said.

mod messages;
mod still;
mod style;
mod widget;
