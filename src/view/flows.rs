//! The flows as a list: the equal of their picture.

use super::node::{Element, heading, html};
use super::record::{item, list};
use super::{Key, Ui};
use crate::query::{Certainty, DayRange, select};

/// Every flow with its destination and figure.
pub(super) fn flows(ui: Ui) -> Element {
    let scene = ui.scene();
    let flows = select(scene.dataset(), DayRange::ALL).flows;
    let items = flows.iter().map(|flow| {
        let place = scene.destination(flow.what.destination);
        item(ui, &scene, flow.row, &flow.what.record, Some(place))
    });
    let items = items.collect();
    let rows: Vec<_> = flows.iter().map(|flow| flow.row).collect();
    let none = move || rows.iter().all(|row| ui.facts().certainty(*row) == Certainty::Outside);
    html("section")
        .class("em-flows")
        .child(heading(ui, 1).class("em-head").text(ui.say(Key::Flows)))
        .child(html("p").class("em-empty").shown(none).text(ui.say(Key::FlowsNone)))
        .child(list(items))
}
