//! What the pictures are made of: paths, groups in CSS pixels, labels and symbols.

mod label;
mod symbol;

use std::borrow::Cow;

use geo_types::Coord;

use super::dom::{Element, svg};
use crate::map::{Viewport, round};
pub(super) use label::{label_lines, label_with};
pub(super) use symbol::{symbol_icon, symbol_on_disc};

/// The `viewBox` of a whole drawing.
pub(super) fn view_box(viewport: Viewport) -> String {
    format!("0 0 {} {}", round(Viewport::WIDTH), round(viewport.height))
}

/// A `transform` that moves the origin to a point of the drawing.
pub(super) fn translate(at: Coord<f64>) -> String {
    format!("translate({} {})", round(at.x), round(at.y))
}

/// A path with a class.
pub(super) fn path(class: &'static str, path: impl Into<Cow<'static, str>>) -> Element {
    svg("path").class(class).attr("d", path)
}

/// Elements that keep their size in CSS pixels, whatever the drawing's scale, around a point of
/// the drawing.
pub(super) fn in_pixels(at: Coord<f64>, what: impl IntoIterator<Item = Element>) -> Element {
    svg("g").attr("transform", translate(at)).child(svg("g").class("em-px").children(what))
}

/// A box around a drawing that gets as wide as the room and the greatest height of the style allow. An
/// empty picture of the same proportions holds the room, since the box itself is measured by container
/// queries and does not follow its content, and policies refuse styles in attributes.
pub(super) fn fitted(viewport: Viewport, framed: Element) -> Element {
    let room = svg("svg")
        .class("em-room")
        .attr("aria-hidden", "true")
        .attr("viewBox", view_box(viewport))
        .attr("width", round(Viewport::WIDTH).to_string())
        .attr("height", round(viewport.height).to_string());
    crate::view::dom::html("div").class("em-fit").child(room).child(framed)
}
