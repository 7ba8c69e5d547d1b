//! The flows as a list: the equal of their picture, in which each is lit while it is pointed at in
//! the other.

use super::details::plain;
use super::node::{Element, heading, html};
use super::record::{item, list};
use super::{Key, Spot, Ui, ViewName};
use crate::model::{Flow, sorted};
use crate::query::{Certainty, DayRange, Filter, select};

/// Where a flow's record is in the page.
pub(super) fn flow_id(flow: &Flow) -> String {
    plain("em-flow-", flow.record.id.as_str())
}

/// Every flow with its destination and figure: first those to places that were not named, of
/// which others may be parts, then the destinations as the picture has them.
pub(super) fn flows(ui: Ui) -> Element {
    let scene = ui.scene();
    let flows = select(scene.dataset(), DayRange::ALL).flows;
    let rows: Vec<_> = flows.iter().map(|flow| flow.row).collect();
    let sent = scene.facts(&Filter::default()).sent;
    let rank = |flow: &Flow| sent.iter().position(|sent| Some(sent.country) == flow.country());
    let flows = sorted(flows, |a, b| rank(a.what).cmp(&rank(b.what)));
    let items = flows.iter().map(|flow| {
        let place = scene.destination(flow.what.destination);
        let item = item(ui, &scene, flow.row, &flow.what.record, Some(place));
        let item = item.attr("id", flow_id(flow.what));
        let country = flow.what.country();
        let item = item.flag("data-aside", move || {
            let choice = ui.choice();
            choice.view == ViewName::World
                && choice.destination.is_some()
                && choice.destination != country
        });
        let Some(spot) = country.map(Spot::Destination) else { return item };
        let (lit, entered) = (spot.clone(), spot);
        item.flag("data-lit", move || ui.is_lit(&lit))
            .on("pointerenter", move |_| {
                ui.change(|choice| {
                    choice.hovered = Some(entered.clone());
                    choice.dismissed = true;
                });
            })
            .on("pointerleave", move |_| ui.change(|choice| choice.hovered = None))
    });
    let items = items.collect();
    let none = move || rows.iter().all(|row| ui.facts().certainty(*row) == Certainty::Outside);
    let all = html("button")
        .attr("type", "button")
        .shown(move || {
            let choice = ui.choice();
            choice.view == ViewName::World && choice.destination.is_some()
        })
        .on_click(move || ui.change(|choice| choice.destination = None))
        .text(ui.say(Key::AllDestinations));
    html("section")
        .class("em-flows")
        .attr("part", "flows")
        .child(heading(ui, 1).class("em-head").text(ui.say(Key::Flows)))
        .child(html("p").class("em-empty").shown(none).text(ui.say(Key::FlowsNone)))
        .child(list(items))
        .child(all)
}
