//! What the widget tells the page around.

use super::{Scene, ViewName};
use crate::model::{ActionKind, ProvinceCode};
use crate::query::DayRange;

/// Something that the reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A province was chosen, or none.
    Province(Option<ProvinceCode>),
    /// Another range was chosen.
    Range(DayRange),
    /// Another view was chosen.
    View(ViewName),
    /// Another set of kinds is hidden.
    Hidden(Vec<ActionKind>),
    /// The reader wants a link to the present state.
    Link,
    /// The reader wants a file: its name and content.
    Download(&'static str, String),
}

/// A callback for what the reader does. It is not called for changes from outside.
pub type Listener = Box<dyn Fn(&Scene, Event)>;
