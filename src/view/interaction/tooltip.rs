//! The tooltip of a province or a destination, for the pointer and the keyboard's focus.
//!
//! Escape dismisses it, the pointer can move onto it, and it stays until the pointer or the focus
//! leaves (WCAG 1.4.13). Screen readers get the same from the option's own name.

use std::rc::Rc;
use std::time::Duration;

use geo_types::Coord;
use wasm_bindgen::JsCast as _;
use web_sys::PointerEvent;

use crate::query::{Counts as _, Which};
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::records::meta;
use crate::view::state::{Selectable, Ui};

/// How long the tooltip stays after the pointer has left its province, so that the pointer can
/// reach it.
const GRACE: Duration = Duration::from_millis(250);

/// How many records it lists.
const LINES: usize = 4;

/// Where something is in the visible part of a picture, as fractions of its width and height;
/// `None` if the picture does not have it.
type Locator = Box<dyn Fn(Ui, &Selectable) -> Option<Coord<f64>>>;

/// Makes an element of a picture open its tooltip.
pub(in crate::view) fn with_tooltip(ui: Ui, selectable: &Selectable, element: Element) -> Element {
    let selectable = selectable.clone();
    element
        .on("pointerenter", move |event| {
            // A finger over it is about to select it.
            if event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse" {
                ui.change(|state| {
                    state.hovered = Some(selectable.clone());
                    state.hovering = true;
                    state.dismissed = false;
                });
            }
        })
        .on("pointerleave", move |_| leave(ui))
}

/// The pointer has left; after a moment the tooltip closes, unless the pointer has come back to its
/// province or onto the tooltip.
fn leave(ui: Ui) {
    ui.change(|state| state.hovering = false);
    ui.change_after(GRACE, |state| {
        if !state.hovering {
            state.hovered = None;
        }
    });
}

/// The tooltip over a picture.
pub(in crate::view) fn tooltip(ui: Ui, locate: Locator) -> Element {
    let shown: Rc<dyn Fn() -> Option<(Selectable, Coord<f64>)>> = Rc::new(move || {
        let selectable = ui.with(|state| {
            let pointed_at = state.hovered.as_ref().or(state.focused.as_ref());
            pointed_at.filter(|_| !state.dismissed).cloned()
        })?;
        locate(ui, &selectable).map(|at| (selectable, at))
    });
    let [high, across, down, there, selectable] = [(); 5].map(|()| Rc::clone(&shown));
    let percent = |part: f64| format!("{}%", crate::map::round(part * 100.0)).into();
    html("div")
        .dyn_class(move || {
            let is_high = high().is_some_and(|(selectable, at)| {
                at.y < 0.3 && !matches!(selectable, Selectable::Span(_))
            });
            if is_high { "em-tip em-tip-below" } else { "em-tip" }.into()
        })
        .attr("aria-hidden", "true")
        .shown(move || there().is_some())
        .style("left", move || Some(percent(across()?.1.x.clamp(0.2, 0.8))))
        .style("top", move || Some(percent(down()?.1.y)))
        .on("pointerenter", move |_| ui.change(|state| state.hovering = true))
        .on("pointerleave", move |_| leave(ui))
        .dynamic(move || selectable().and_then(|(selectable, _)| content(ui, &selectable)))
}

fn content(ui: Ui, selectable: &Selectable) -> Option<Element> {
    let (scene, aggregates) = (ui.scene(), ui.aggregates());
    let (name, text, which) = match selectable {
        Selectable::Province(code) => {
            let in_dataset = scene.everything.count(code).all() > 0;
            let text = scene.count_text(aggregates.count(code), in_dataset);
            let change = scene.change_text(&aggregates, Some(code));
            let text = change.map_or_else(|| text.clone(), |change| format!("{text} ({change})"));
            let number = scene.index.cells().province(code)?;
            (scene.province_name(code), text, Which::Province(number))
        }
        Selectable::Destination(country) => {
            let sent = aggregates.sent.iter().filter(|sent| sent.country == *country);
            let totals: Vec<_> = sent.map(|sent| scene.words.total(&sent.total)).collect();
            (scene.country_name(*country), totals.join(", "), Which::Destination(*country))
        }
        Selectable::Span(number) => {
            let span = aggregates.spans.get(*number)?;
            let only = scene.dataset().record_at(span.record).filter(|_| span.count == 1);
            let text = match only {
                Some(record) => record.title.get(&scene.words.language).to_owned(),
                None => scene.records_text(span.count),
            };
            let name = html("p").class("em-name").text(scene.words.part(span.part));
            return Some(html("div").child(name).child(html("p").text(text)));
        }
    };
    let (filter, dataset) = (ui.filter(), scene.dataset());
    let first = scene.index.records(which, &filter, 0, LINES);
    let rest = scene.index.number(which, &filter).all().saturating_sub(first.len());
    let lines = first
        .iter()
        .filter_map(|(index, _)| dataset.record_at(*index))
        .map(|record| meta(&[scene.words.kind(&record.kind), scene.words.period(&record.period)]));
    let more = (rest > 0).then(|| {
        let number = scene.words.number_of(rest);
        meta(&[scene.words.fill(MessageId::AndMore, &[("n", &number)])])
    });
    let head = html("div").child(html("p").class("em-name").text(name)).child(html("p").text(text));
    Some(head.children(lines).children(more))
}
