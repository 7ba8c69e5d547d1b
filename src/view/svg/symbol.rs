//! The signs of kinds of action, for the eye only: the kind's name always stands beside them.

use crate::map::symbol;
use crate::model::Sign;
use crate::view::dom::{Element, svg};

/// A kind's sign as a picture of its own, beside text.
pub(in crate::view) fn symbol_icon(sign: Sign) -> Element {
    svg("svg")
        .class("em-sign")
        .attr("viewBox", "-10 -10 20 20")
        .attr("aria-hidden", "true")
        .children(symbol_on_disc(sign))
}

/// A sign on its disc, around the origin, 18 units wide.
pub(in crate::view) fn symbol_on_disc(sign: Sign) -> [Element; 2] {
    [svg("circle").attr("r", "9"), svg("path").attr("d", symbol(sign))]
}
