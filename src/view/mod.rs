//! The widget: Leptos draws what [`crate::query`] and [`crate::map`] have worked out.
//!
//! The structure of the drawing never depends on the range: each record is drawn once and hidden
//! where it is outside. That keeps what was rendered beforehand and what a browser draws the
//! same, node by node, which taking over rendered pages relies on.

mod controls;
mod country_picture;
mod details;
mod figures;
mod flows;
mod format;
mod legend;
mod listbox;
mod messages;
mod node;
mod notices;
mod play;
mod record;
mod scene;
mod sources;
mod status;
#[cfg(feature = "ssr")]
mod still;
mod table;
mod timeline;
mod tooltip;
mod ui;
mod widget;
mod world_picture;
mod zoom;

pub use format::{Locale, Words};
pub use messages::{Key, Messages, Own, Plural, fill};
pub use node::{Built, Element};
pub use scene::{Page, Scene};
#[cfg(feature = "ssr")]
pub use still::{Letters, Run, StillError, StillSize, still};
pub use ui::{Choice, Copied, Event, Listener, Spot, TableOrder, Theme, Ui, ViewName};
pub use widget::widget;
