//! What a province or a destination has in short, beside it, for the pointer and the keyboard's focus.
//!
//! It can be dismissed by Escape, the pointer can move onto it, and it stays until the pointer or
//! the focus goes (WCAG 1.4.13). Screen readers have the same in the option's own name.

use std::rc::Rc;
use std::time::Duration;

use geo_types::Coord;
use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast as _;
use web_sys::PointerEvent;

use super::node::{Element, html};
use super::record::meta;
use super::{Spot, Ui};
use crate::model::Row;
use crate::query::{Certainty, DayRange, select};

/// How long it stays when the pointer has left its province, so that it can be reached.
const GRACE: Duration = Duration::from_millis(250);

/// Says where something is in a picture, in parts of what is seen, if the picture has it.
type Place = Box<dyn Fn(Ui, &Spot) -> Option<Coord<f64>>>;

/// Lets something in a picture bring it about.
pub(super) fn with_tooltip(ui: Ui, spot: &Spot, element: Element) -> Element {
    let spot = spot.clone();
    element
        .on("pointerenter", move |event| {
            // A finger that is over it is about to choose it.
            if event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse" {
                ui.change(|choice| {
                    choice.hovered = Some(spot.clone());
                    choice.hovering = true;
                    choice.dismissed = false;
                });
            }
        })
        .on("pointerleave", move |_| leave(ui))
}

/// The pointer is gone; a moment later so is the tooltip, unless the pointer has come back to what
/// it is about, or to itself.
fn leave(ui: Ui) {
    ui.change(|choice| choice.hovering = false);
    let end = move || {
        if ui.is_there() && !ui.choice().hovering {
            ui.change(|choice| choice.hovered = None);
        }
    };
    set_timeout(end, GRACE);
}

/// Its place over a picture.
pub(super) fn tooltip(ui: Ui, place: Place) -> Element {
    let shown: Rc<dyn Fn() -> Option<(Spot, Coord<f64>)>> = Rc::new(move || {
        let choice = ui.choice();
        let spot = choice.hovered.or(choice.focused).filter(|_| !choice.dismissed)?;
        place(ui, &spot).map(|at| (spot, at))
    });
    let [high, across, down, there, spot] = [(); 5].map(|()| Rc::clone(&shown));
    let percent = |part: f64| format!("{}%", crate::map::whole(part * 100.0)).into();
    html("div")
        .live_class(move || {
            let is_high = high().is_some_and(|(_, at)| at.y < 0.3);
            if is_high { "em-tip em-tip-below" } else { "em-tip" }.into()
        })
        .attr("aria-hidden", "true")
        .shown(move || there().is_some())
        .style("left", move || Some(percent(across()?.1.x.clamp(0.2, 0.8))))
        .style("top", move || Some(percent(down()?.1.y)))
        .on("pointerenter", move |_| ui.change(|choice| choice.hovering = true))
        .on("pointerleave", move |_| leave(ui))
        .swap(move || spot().map(|(spot, _)| content(ui, &spot)))
}

fn content(ui: Ui, spot: &Spot) -> Element {
    let (scene, facts) = (ui.scene(), ui.facts());
    let is_inside = |row: Row| facts.certainty(row) != Certainty::Outside;
    let all = select(scene.dataset(), DayRange::ALL);
    let (name, count, records) = match spot {
        Spot::Province(code) => {
            let own = all.actions.iter().filter(|one| one.what.province() == Some(code));
            let records: Vec<_> = own.map(|one| (one.row, &one.what.record)).collect();
            let count = scene.count_text(facts.count(code), !records.is_empty());
            (scene.province_name(code), count, records)
        }
        Spot::Destination(country) => {
            let own = all.flows.iter().filter(|one| one.what.country() == Some(*country));
            let records = own.map(|one| (one.row, &one.what.record)).collect();
            let sent = facts.sent.iter().filter(|sent| sent.country == *country);
            let sums: Vec<_> = sent.map(|sent| scene.words.sum(&sent.sum)).collect();
            (scene.country_name(*country), sums.join(", "), records)
        }
    };
    let inside = records.into_iter().filter(|(row, _)| is_inside(*row));
    let lines = inside.map(|(_, record)| {
        meta(&[scene.words.kind(&record.kind), scene.words.period(&record.period)])
    });
    html("div")
        .child(html("p").class("em-name").text(name))
        .child(html("p").text(count))
        .children(lines)
}
