//! The flows as a list beside their picture: pointing at a flow in one highlights it in the other.

use super::{flow_id, list, record_item};
use crate::model::RecordIndex;
use crate::query::Certainty;
use crate::view::dom::{Element, heading, html};
use crate::view::messages::MessageId;
use crate::view::state::{Listed, Selectable, Ui, ViewName};

/// The id of the list, to which links lead.
pub(in crate::view) const FLOWS_ID: &str = "em-flows";

/// Every flow with its destination and figure.
pub(in crate::view) fn flows(ui: Ui) -> Element {
    let scene = ui.scene();
    let none = move || ui.listing(&Listed::Flows(None)).all == 0;
    let is_chosen =
        move || ui.with(|state| state.destination.is_some() && state.view == ViewName::World);
    let all = html("button")
        .attr("type", "button")
        .shown(is_chosen)
        .on_click(move || ui.change(|state| state.destination = None))
        .text(ui.say(MessageId::AllDestinations));
    html("section")
        .class("em-flows")
        .attr("id", FLOWS_ID)
        .attr("part", "flows")
        .child(heading(scene.heading_level(1)).class("em-head").text(ui.say(MessageId::Flows)))
        .child(html("p").class("em-empty").shown(none).text(ui.say(MessageId::FlowsNone)))
        .children(list(ui, &Listed::Flows(None), move |index, certainty| {
            item(ui, index, certainty)
        }))
        .child(all)
}

fn item(ui: Ui, index: RecordIndex, certainty: Certainty) -> Option<Element> {
    let scene = ui.scene();
    let flow = scene.dataset().flow(index)?;
    let destination = scene.destination(flow.destination);
    let item = record_item(&scene, index, &flow.record, certainty, Some(destination));
    let item = item.attr("id", flow_id(flow));
    let country = flow.country();
    let Some(selectable) = country.map(Selectable::Destination) else { return Some(item) };
    let (lit, entered) = (selectable.clone(), selectable);
    let item = item
        .flag("data-lit", move || ui.is_highlighted(&lit))
        .on("pointerenter", move |_| {
            ui.change(|state| {
                state.hovered = Some(entered.clone());
                state.dismissed = true;
            });
        })
        .on("pointerleave", move |_| ui.change(|state| state.hovered = None));
    Some(item)
}
