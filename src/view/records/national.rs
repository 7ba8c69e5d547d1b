//! The actions that concern the country as a whole.

use super::{list, record_item};
use crate::view::dom::{Element, heading, html};
use crate::view::messages::MessageId;
use crate::view::state::{Listed, Ui};

/// The id of the list, to which links lead.
pub(in crate::view) const NATIONAL_ID: &str = "em-national";

/// The actions of the country as a whole.
pub(in crate::view) fn national(ui: Ui) -> Element {
    let scene = ui.scene();
    let none = move || ui.aggregates().national.all() == 0;
    html("section")
        .class("em-national")
        .attr("id", NATIONAL_ID)
        .attr("part", "national")
        .child(heading(scene.heading_level(1)).class("em-head").text(ui.say(MessageId::National)))
        .child(html("p").class("em-meta").text(ui.say(MessageId::NationalNote)))
        .child(html("p").class("em-empty").shown(none).text(ui.say(MessageId::NoNational)))
        .children(list(ui, &Listed::National, move |index, certainty| {
            let scene = ui.scene();
            Some(record_item(
                &scene,
                index,
                &scene.dataset().action(index)?.record,
                certainty,
                None,
            ))
        }))
}
