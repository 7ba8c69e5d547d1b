//! The flows as a list: the equal of their picture.

use leptos::prelude::*;

use super::record::item;
use super::{Key, Ui};

/// Every flow with its destination and figure.
#[component]
pub(super) fn Flows(ui: Ui) -> impl IntoView {
    let (ids, items): (Vec<_>, Vec<_>) = ui.with(|scene| {
        let flows = scene.dataset().flows.iter();
        let items = flows.map(|flow| {
            let place = scene.destination(flow.destination);
            (flow.record.id.clone(), item(ui, scene, &flow.record, Some(place)))
        });
        items.unzip()
    });
    let some = move || ui.facts.with(|facts| ids.iter().any(|id| facts.records.contains_key(id)));
    view! {
        <section class="em-flows">
            <h3>{ui.say(Key::Flows)}</h3>
            <p class="em-empty" hidden=some>{ui.say(Key::FlowsNone)}</p>
            <ol>{items}</ol>
        </section>
    }
}
