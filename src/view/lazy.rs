//! The views whose code few readers need: that of the world and the tables.
//!
//! In the small module they are a file of their own, which is fetched for readers who open such a view
//! (`embed::split`). The large module and the native command have them from the start.

use super::dom::{Element, html, svg};
use super::messages::MessageId;
use super::state::{Ui, ViewCode, ViewName};
use super::svg::{fitted, view_box};
use crate::load::{self, LoadedAtlas, Source};
use crate::map::WorldMap;

/// What the file holds. Whoever calls these functions by this table alone leaves them in the file.
#[derive(Clone, Copy)]
pub struct LazyViews {
    world: fn(Ui) -> Element,
    tables: fn(Ui) -> Element,
    /// Reads the countries, which the view of the world alone shows.
    pub atlas: fn(Source) -> LoadedAtlas,
}

/// The code itself.
pub const LAZY_VIEWS: LazyViews =
    LazyViews { world: super::world::contents, tables: super::table::contents, atlas: load::atlas };

#[cfg(any(feature = "markup", feature = "sheets"))]
mod code {
    use super::{LAZY_VIEWS, LazyViews};

    /// The code of these views, if it is there.
    #[must_use]
    #[allow(clippy::unnecessary_wraps, reason = "the small module may be without")]
    pub fn lazy_views() -> Option<LazyViews> {
        Some(LAZY_VIEWS)
    }
}

#[cfg(not(any(feature = "markup", feature = "sheets")))]
mod code {
    use std::sync::OnceLock;

    use super::LazyViews;

    static VIEWS: OnceLock<LazyViews> = OnceLock::new();

    /// The code of these views, if it is there.
    #[must_use]
    pub fn lazy_views() -> Option<LazyViews> {
        VIEWS.get().copied()
    }

    /// Keeps the code once it has been fetched.
    pub fn set_lazy_views(views: LazyViews) {
        VIEWS.get_or_init(|| views);
    }
}

pub use code::*;

/// The view of the world: its drawings, or what stands in for them.
pub(super) fn world(ui: Ui) -> Element {
    // Drawn again only when one of these has come.
    let key = move || match (ui.atlas(), ui.with(|state| state.view_code)) {
        (Some(_), ViewCode::There) => "drawn",
        (_, ViewCode::Failed) => "failed",
        _ => "coming",
    };
    html("div").class("em-world-view").keyed(
        move || key().into(),
        move || match lazy_views() {
            Some(views) if key() == "drawn" => Some((views.world)(ui)),
            _ if key() == "failed" => Some(failed(ui)),
            _ => {
                // An empty picture of the same height, so that nothing moves later.
                let empty = svg("svg").class("em-map em-world").attr("aria-hidden", "true");
                let empty = empty.attr("viewBox", view_box(WorldMap::VIEWPORT));
                let empty = fitted(WorldMap::VIEWPORT, html("div").class("em-box").child(empty));
                Some(html("div").child(empty).child(coming(ui)))
            }
        },
    )
}

/// Both tables, each with its downloads, or what stands in for them. They are built only for readers
/// who open them.
pub(super) fn tables(ui: Ui) -> Element {
    let is_open = move || ui.view() == ViewName::Table;
    html("div").class("em-tables").shown(is_open).dynamic(move || {
        let state = ui.with(|state| state.view_code);
        is_open().then(|| match lazy_views() {
            Some(views) if state == ViewCode::There => (views.tables)(ui),
            _ if state == ViewCode::Failed => failed(ui),
            _ => coming(ui),
        })
    })
}

fn coming(ui: Ui) -> Element {
    html("p").class("em-caption").text(ui.say(MessageId::Loading))
}

fn failed(ui: Ui) -> Element {
    html("p").class("em-notice").attr("role", "alert").text(ui.say(MessageId::ProblemView))
}
