//! The widget: Leptos draws what [`crate::query`] and [`crate::map`] have worked out.
//!
//! The structure of the drawing never depends on the range: each record is drawn once and hidden
//! where it is outside. That keeps what was rendered beforehand and what a browser draws the
//! same, node by node, which taking over rendered pages relies on.
//!
//! Text is always an expression (`{text}`), never markup written out: fully static elements are
//! set by `innerHTML`, which pages under `require-trusted-types-for 'script'` refuse.

#![allow(unreachable_pub, reason = "each component's macro makes a public type of its properties")]

mod controls;
mod country_picture;
mod details;
mod figures;
mod flows;
mod format;
mod legend;
mod messages;
mod notices;
mod record;
mod sources;
mod ui;
mod widget;
mod world_picture;

pub use format::{Locale, Words};
pub use messages::{Key, Messages, Own, Plural, fill};
pub use ui::{Event, Links, Scene, Theme, Ui, ViewName};
pub use widget::{Widget, WidgetProps};
