//! What a province has in short, beside it, for the pointer and the keyboard's focus.
//!
//! It can be dismissed by Escape, the pointer can move onto it, and it stays until the pointer or
//! the focus goes (WCAG 1.4.13). Screen readers have the same in the option's own name.

use std::time::Duration;

use geo_types::Coord;
use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast as _;
use web_sys::PointerEvent;

use super::node::{Element, html};
use super::record::meta;
use super::{Scene, Ui};
use crate::map::Zoom;
use crate::model::ProvinceCode;
use crate::query::{Certainty, DayRange, select};

/// How long it stays when the pointer has left its province, so that it can be reached.
const GRACE: Duration = Duration::from_millis(250);

/// Lets a province bring it about.
pub(super) fn with_tooltip(ui: Ui, code: &ProvinceCode, element: Element) -> Element {
    let (entered, left) = (code.clone(), code.clone());
    element
        .on("pointerenter", move |event| {
            // A finger that is over it is about to choose it.
            if event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse" {
                ui.change(|choice| {
                    choice.hovered = Some(entered.clone());
                    choice.dismissed = false;
                });
            }
        })
        .on("pointerleave", move |_| {
            let code = left.clone();
            set_timeout(
                move || {
                    if ui.is_there() {
                        ui.change(|choice| {
                            if choice.hovered.as_ref() == Some(&code) && !choice.on_tooltip {
                                choice.hovered = None;
                            }
                        });
                    }
                },
                GRACE,
            );
        })
}

/// Its place over the picture.
pub(super) fn tooltip(ui: Ui) -> Element {
    let shown = move || {
        let choice = ui.choice();
        choice.hovered.or(choice.focused).filter(|_| !choice.dismissed)
    };
    let place = move || place(&ui.scene(), ui.choice().zoom, &shown()?);
    let percent = |part: f64| format!("{}%", crate::map::whole(part * 100.0)).into();
    html("div")
        .live_class(move || {
            let is_high = place().is_some_and(|at| at.y < 0.3);
            if is_high { "em-tip em-tip-below" } else { "em-tip" }.into()
        })
        .attr("aria-hidden", "true")
        .shown(move || shown().is_some())
        .style("left", move || Some(percent(place()?.x.clamp(0.2, 0.8))))
        .style("top", move || Some(percent(place()?.y)))
        .on("pointerenter", move |_| ui.change(|choice| choice.on_tooltip = true))
        .on("pointerleave", move |_| {
            ui.change(|choice| {
                choice.on_tooltip = false;
                choice.hovered = None;
            });
        })
        .swap(move || shown().map(|code| content(ui, &code)))
}

/// Where a province is, in parts of what is seen.
fn place(scene: &Scene, zoom: Zoom, code: &ProvinceCode) -> Option<Coord<f64>> {
    let shape = scene.country.shape(code)?;
    Some(zoom.place(scene.country.frame, shape.at))
}

fn content(ui: Ui, code: &ProvinceCode) -> Element {
    let (scene, facts) = (ui.scene(), ui.facts());
    let actions = select(scene.dataset(), DayRange::ALL).actions;
    let own: Vec<_> = actions.iter().filter(|one| one.what.province() == Some(code)).collect();
    let inside = own.iter().filter(|one| facts.certainty(one.row) != Certainty::Outside);
    let lines = inside.map(|one| {
        let record = &one.what.record;
        meta(&[scene.words.kind(&record.kind), scene.words.period(&record.period)])
    });
    html("div")
        .child(html("p").class("em-name").text(scene.province_name(code)))
        .child(html("p").text(scene.count_text(facts.count(code), !own.is_empty())))
        .children(lines)
}
