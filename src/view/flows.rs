//! The flows as a list: the equal of their picture.

use leptos::prelude::*;

use super::record::item;
use super::ui::flag;
use super::{Key, Ui};
use crate::query::{Certainty, DayRange, select};

/// Every flow with its destination and figure.
#[component]
pub(super) fn Flows(ui: Ui) -> impl IntoView {
    let (rows, items): (Vec<_>, Vec<_>) = ui.with(|scene| {
        let everything = select(scene.dataset(), DayRange::ALL);
        let items = everything.flows.iter().map(|flow| {
            let place = scene.destination(flow.what.destination);
            (flow.row, item(ui, scene, flow.row, &flow.what.record, Some(place)))
        });
        items.unzip()
    });
    let some = flag(move || rows.iter().any(|row| ui.certainty(*row) != Certainty::Outside));
    view! {
        <section class="em-flows">
            <h3>{ui.say(Key::Flows)}</h3>
            <p class="em-empty" hidden=some>{ui.say(Key::FlowsNone)}</p>
            <ol>{items}</ol>
        </section>
    }
}
