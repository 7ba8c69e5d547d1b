//! What all parts of the widget share: the data as they are drawn ([`Scene`]), what the reader has
//! chosen ([`UiState`]), and the handle through which both are read and changed ([`Ui`]).

mod event;
mod listing;
mod orders;
mod scene;
mod ui;
mod ui_state;
mod view_name;

pub use event::{Event, Listener};
pub use listing::{Listed, Listing, PAGE, Pages};
pub(in crate::view) use orders::Orders;
pub use scene::{PageLinks, Scene};
pub use ui::Ui;
#[cfg(feature = "sheets")]
pub use ui_state::Fresh;
pub use ui_state::{Copied, Layout, PanelPart, Selectable, TableOrder, Theme, UiState, ViewCode};
pub use view_name::ViewName;
