//! The whole.

use super::controls::{time, view_switch};
use super::country_picture::country_picture;
use super::details::panel;
use super::figures::figures;
use super::flows::flows;
use super::legend::country_legend;
use super::node::{Element, heading, html};
use super::notices::{correction, notices};
use super::play::stop_at;
use super::record::national;
use super::sources::attributions;
use super::status::status;
use super::table::tables;
use super::world_picture::world_picture;
use super::{Ui, ViewName};
use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;

/// Everything in a column.
#[must_use]
pub fn widget(ui: Ui) -> Element {
    let scene = ui.scene();
    let language = scene.words.language.clone();
    let title = scene.dataset().title.get(&language).to_owned();
    let is_shown = move |name: ViewName| move || ui.choice().view == name;
    let country = html("div").class("em-picture").shown(is_shown(ViewName::Country));
    let country = if scene.country.provinces.is_empty() {
        country
    } else {
        country.child(country_picture(ui)).child(country_legend(ui))
    };
    let world =
        html("div").class("em-picture").shown(is_shown(ViewName::World)).child(world_picture(ui));
    html("div")
        .class("em")
        .attr("part", "widget")
        .attr("lang", language)
        .live("data-theme", move || Some(ui.choice().theme.as_str().into()))
        .live("data-view", move || Some(ui.choice().view.as_str().into()))
        .children(
            (!title.is_empty())
                .then(|| heading(ui, 0).class("em-title").attr("part", "title").text(title)),
        )
        .children(notices(ui))
        .child(correction(ui))
        .children(figures(ui))
        .child(view_switch(ui))
        .child(status(ui))
        .child(
            html("div")
                .class("em-stage")
                .child(country)
                .child(world)
                .child(tables(ui))
                .child(time(ui))
                .child(panel(ui))
                .child(national(ui))
                .child(flows(ui)),
        )
        .child(attributions(ui))
        .on("pointerdown", move |event| stop_at(ui, event))
        .on("keydown", move |event| {
            stop_at(ui, event);
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                ui.change(|choice| choice.dismissed = true);
            }
        })
}
