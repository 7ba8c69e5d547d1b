//! The flows as a list beside their picture: pointing at a flow in one highlights it in the other.

use super::{flow_id, list, record_item};
use crate::model::{CountryCode, Flow, sorted};
use crate::query::Certainty;
use crate::view::dom::{Element, heading, html};
use crate::view::messages::MessageId;
use crate::view::state::{Selectable, Ui, ViewName};

/// Every flow with its destination and figure: first those to places that were not named, of
/// which others may be parts, then the destinations as the picture has them.
pub(in crate::view) fn flows(ui: Ui) -> Element {
    let scene = ui.scene();
    let indices: Vec<_> = scene.flows().map(|(index, _)| index).collect();
    let sent = &scene.everything.sent;
    let rank = |flow: &Flow| sent.iter().position(|sent| Some(sent.country) == flow.country());
    let flows = sorted(scene.flows().collect(), |(_, a), (_, b)| rank(a).cmp(&rank(b)));
    let items = flows.into_iter().map(|(index, flow)| {
        let destination = scene.destination(flow.destination);
        let item = record_item(ui, &scene, index, &flow.record, Some(destination));
        let item = item.attr("id", flow_id(flow));
        let country = flow.country();
        let item = item.flag("data-aside", move || {
            let chosen = chosen_destination(ui);
            chosen.is_some() && chosen != country
        });
        let Some(selectable) = country.map(Selectable::Destination) else { return item };
        let (lit, entered) = (selectable.clone(), selectable);
        item.flag("data-lit", move || ui.is_highlighted(&lit))
            .on("pointerenter", move |_| {
                ui.change(|state| {
                    state.hovered = Some(entered.clone());
                    state.dismissed = true;
                });
            })
            .on("pointerleave", move |_| ui.change(|state| state.hovered = None))
    });
    let items = items.collect();
    let none = move || indices.iter().all(|index| ui.certainty(*index) == Certainty::Outside);
    let all = html("button")
        .attr("type", "button")
        .shown(move || chosen_destination(ui).is_some())
        .on_click(move || ui.change(|state| state.destination = None))
        .text(ui.say(MessageId::AllDestinations));
    html("section")
        .class("em-flows")
        .attr("part", "flows")
        .child(heading(scene.heading_level(1)).class("em-head").text(ui.say(MessageId::Flows)))
        .child(html("p").class("em-empty").shown(none).text(ui.say(MessageId::FlowsNone)))
        .child(list(items))
        .child(all)
}

/// The destination whose flows alone are listed, while its picture is shown.
fn chosen_destination(ui: Ui) -> Option<CountryCode> {
    ui.with(|state| state.destination.filter(|_| state.view == ViewName::World))
}
