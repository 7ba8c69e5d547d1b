//! The root view.

use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event, KeyboardEvent};

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
        .on("pointerdown", move |event| {
            stop_at(ui, event);
            keep_drag(event);
        })
        .on("mousedown", keep_drag)
        .on("touchstart", keep_drag)
        .on("keydown", move |event| {
            stop_at(ui, event);
            let is_escape = event.unchecked_ref::<KeyboardEvent>().key() == "Escape";
            let closes = is_escape
                && ui.with(|state| {
                    !state.dismissed && (state.hovered.is_some() || state.focused.is_some())
                });
            if is_escape {
                ui.change(|state| state.dismissed = true);
            }
            // A key that moved a handle or closed a tooltip turns no slide and closes no dialog of the
            // page around.
            if closes || event.default_prevented() {
                event.stop_propagation();
            }
        })
}

/// A drag along the timeline, or of an enlarged map, is no swipe for the page around.
fn keep_drag(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<DomElement>().ok());
    let ours = ".em-timeline, .em-map[class*=em-z]:not(.em-z1)";
    if target.is_some_and(|target| matches!(target.closest(ours), Ok(Some(_)))) {
        event.stop_propagation();
    }
}
