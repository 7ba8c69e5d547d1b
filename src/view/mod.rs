//! The widget: Leptos draws what [`crate::query`] and [`crate::map`] have computed.
//!
//! The structure of the pictures does not depend on the chosen days, and lists hold their first
//! records only. So a change of days sets a few attributes and texts and makes short lists anew, and a
//! prerendered page has the same elements, in the same order, as the one that a browser draws. The
//! element relies on that when it replaces the prerendered markup: it gives the focus to the
//! focusable element with the same index.
//!
//! Imports run down this list, from what is drawn to what it is made of:
//!
//! | module | what |
//! | --- | --- |
//! | `still` | the same as a standalone picture, natively |
//! | [`widget`] | the root view, with `view_switch`, `status` and `notices` |
//! | `lazy` | the views whose code few readers need, or what stands in for them |
//! | `country`, `world`, `timeline`, `table` | the views and the choice of days |
//! | `interaction` | pointing at and selecting what is in a picture |
//! | `records` | figures, lists and attributions |
//! | `svg` | paths, labels and symbols |
//! | `state` | [`Scene`], [`UiState`] and [`Ui`] |
//! | `format`, `messages`, `languages` | numbers, dates and texts in the reader's language |
//! | `dom` | elements |

mod country;
mod dom;
mod format;
mod interaction;
mod languages;
mod lazy;
mod messages;
mod notices;
mod records;
mod state;
mod status;
#[cfg(feature = "markup")]
mod still;
mod svg;
mod table;
mod timeline;
mod view_switch;
mod widget;
mod world;

pub use dom::{Element, Mounted};
pub use format::{Locale, Words};
pub use languages::LANGUAGES;
#[cfg(not(any(feature = "markup", feature = "sheets")))]
pub use lazy::set_lazy_views;
pub use lazy::{LAZY_VIEWS, LazyViews, lazy_views};
pub use messages::{LocaleOverride, MessageId, Messages, PluralId, fill};
#[cfg(feature = "sheets")]
pub use state::Fresh;
pub use state::{
    Copied, Event, Layout, Listed, Listener, Listing, PAGE, PageLinks, Pages, PanelPart, Scene,
    Selectable, TableOrder, Theme, Ui, UiState, ViewCode, ViewName,
};
#[cfg(feature = "markup")]
pub use still::{StillError, StillSize, TextMeasure, TextRun, still};
pub use widget::widget;
