//! The root view.

use wasm_bindgen::JsCast as _;
use web_sys::KeyboardEvent;

use super::country::{country_legend, country_picture, panel};
use super::dom::{Element, heading, html};
use super::lazy::{lazy_views, tables, world};
use super::notices::{correction, freshness, notices};
use super::records::{attributions, figures};
use super::state::{Layout, Ui, ViewCode, ViewName};
use super::status::status;
use super::timeline::{stop_at, time_controls};
use super::view_switch::view_switch;

/// The whole widget, in one column.
#[must_use]
pub fn widget(ui: Ui) -> Element {
    if lazy_views().is_some() {
        ui.change(|state| state.view_code = ViewCode::There);
    }
    let scene = ui.scene();
    let language = scene.words.language.clone();
    let title = scene.dataset().title.get(&language).to_owned();
    let is_shown = move |name: ViewName| move || ui.view() == name;
    let country = html("div").class("em-picture").shown(is_shown(ViewName::Country));
    let country = if scene.country.provinces.is_empty() {
        country
    } else {
        country.child(country_picture(ui)).child(country_legend(ui))
    };
    let world = html("div").class("em-picture").shown(is_shown(ViewName::World)).child(world(ui));
    html("div")
        .dyn_class(move || {
            let is_full = ui.with(|state| state.layout == Layout::Full);
            if is_full { "em" } else { "em em-compact" }.into()
        })
        .attr("part", "widget")
        .attr("lang", language)
        .dyn_attr("data-theme", move || Some(ui.with(|state| state.theme).as_str().into()))
        .dyn_attr("data-layout", move || Some(ui.with(|state| state.layout).as_str().into()))
        .dyn_attr("data-view", move || Some(ui.view().as_str().into()))
        .children((!title.is_empty()).then(|| {
            heading(scene.heading_level(0)).class("em-title").attr("part", "title").text(title)
        }))
        .children(notices(ui))
        .child(correction(ui))
        .child(view_switch(ui))
        .child(status(ui))
        .child(
            html("div")
                .class("em-stage")
                .children(figures(ui))
                .child(country)
                .child(world)
                .child(tables(ui))
                .child(panel(ui))
                .child(time_controls(ui)),
        )
        .children(freshness(ui))
        .child(attributions(ui))
        .on("pointerdown", move |event| stop_at(ui, event))
        .on("keydown", move |event| {
            stop_at(ui, event);
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                ui.change(|state| state.dismissed = true);
            }
        })
}
