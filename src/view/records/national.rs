//! The actions that concern the country as a whole.

use super::{list, record_item};
use crate::view::dom::{Element, heading, html};
use crate::view::messages::MessageId;
use crate::view::state::Ui;

/// The actions of the country as a whole.
pub(in crate::view) fn national(ui: Ui) -> Element {
    let scene = ui.scene();
    let national = scene.actions().filter(|(_, action)| action.province().is_none());
    let items = national.map(|(index, one)| record_item(ui, &scene, index, &one.record, None));
    let items = items.collect();
    let none = move || ui.aggregates().national.all() == 0;
    html("section")
        .class("em-national")
        .attr("part", "national")
        .child(heading(scene.heading_level(1)).class("em-head").text(ui.say(MessageId::National)))
        .child(html("p").class("em-meta").text(ui.say(MessageId::NationalNote)))
        .child(html("p").class("em-empty").shown(none).text(ui.say(MessageId::NoNational)))
        .child(list(items))
}
