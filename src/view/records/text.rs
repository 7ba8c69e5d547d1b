//! Pieces of text that several lists share.

use crate::model::RecordIndex;
use crate::view::dom::{Element, html};
use crate::view::state::Ui;

/// A list of records.
pub(in crate::view) fn list(items: Vec<Element>) -> Element {
    html("ol").children(items)
}

/// The small line over or under a title.
pub(in crate::view) fn meta(parts: &[String]) -> Element {
    html("p").class("em-meta").text(parts.join(" · "))
}

/// A remark on a record that is only possibly in the chosen days.
pub(in crate::view) fn note(ui: Ui, index: RecordIndex, text: String) -> Element {
    html("p").class("em-note").shown(ui.possible(index)).text(text)
}
