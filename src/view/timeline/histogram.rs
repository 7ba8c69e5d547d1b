//! How many actions there were when, with a window over the chosen days.
//!
//! Every position is a percentage of the width: nothing is measured to draw it, neither in a browser
//! nor when it is prerendered.

use std::cell::RefCell;
use std::rc::Rc;

use super::drag::{DragState, end_drag, start_drag, update_drag};
use super::position::{AXIS, BARS, percent, window_ends};
use super::slider::slider;
use super::spans::{height, span_tooltip, spans};
use super::ticks::ticks;
use crate::query::{Aggregates, DayRange, Handle};
use crate::view::dom::{Element, html, svg};
use crate::view::messages::MessageId;
use crate::view::state::Ui;

/// The bars with the window over them; `None` if nothing in the data has a date.
pub(super) fn histogram(ui: Ui) -> Option<Element> {
    let scene = ui.scene();
    scene.timeline.as_ref()?;
    let drag: Rc<RefCell<Option<DragState>>> = Rc::default();
    let [down, moving, up, cancel] = [(); 4].map(|()| Rc::clone(&drag));
    let bars = svg("svg")
        .attr("width", "100%")
        .attr("height", BARS.to_string())
        .dyn_attr("viewBox", move || {
            Some(format!("0 0 {} {BARS}", ui.aggregates().bars.len() * 10).into())
        })
        .attr("preserveAspectRatio", "none")
        .child(
            svg("path")
                .class("em-bar")
                .dyn_attr("d", move || Some(bars_path(&ui.aggregates()).into())),
        );
    let above = height(&scene);
    let under = svg("svg")
        .attr("y", above.to_string())
        .attr("width", "100%")
        .attr("height", BARS.to_string())
        .attr("overflow", "visible")
        .child(bars)
        .children(veil(ui))
        .child(window(ui))
        .child(svg("g").dynamic(move || {
            let aggregates = ui.aggregates();
            let line = aggregates.timeline.as_ref()?;
            Some(svg("g").children(ticks(&ui.scene(), line, &aggregates.bars)))
        }))
        .children([Handle::From, Handle::To].map(|handle| slider(ui, handle)));
    let picture = svg("svg")
        .class("em-line")
        .attr("height", (above + BARS + AXIS).to_string())
        .attr("role", "group")
        .attr("aria-label", ui.say(MessageId::Timeline))
        .children((above > 0).then(|| spans(ui, above)))
        .child(under)
        .on("pointerdown", move |event| *down.borrow_mut() = start_drag(ui, event))
        .on("pointermove", move |event| update_drag(ui, &mut moving.borrow_mut(), event))
        .on("pointerup", move |event| end_drag(ui, up.borrow_mut().take(), event))
        .on("pointercancel", move |_| {
            if let Some(drag) = cancel.borrow_mut().take() {
                ui.set_range(drag.before);
            }
        })
        .on("dblclick", move |_| ui.choose_range(DayRange::ALL));
    let tip = (above > 0).then(|| span_tooltip(ui));
    Some(html("div").class("em-timeline em-needs-script").child(picture).children(tip))
}

/// A rectangle for each bar.
fn bars_path(aggregates: &Aggregates) -> String {
    let mut path = String::new();
    for (index, count) in aggregates.bars.iter().enumerate() {
        if *count > 0 {
            let top = BARS - count * BARS / aggregates.most.max(1);
            path.push_str(&format!("M{} {top}h8V{BARS}h-8z", index * 10 + 1));
        }
    }
    path
}

/// The two rectangles over the days that are not chosen.
fn veil(ui: Ui) -> [Element; 2] {
    let side = |x: fn((f64, f64)) -> f64, width: fn((f64, f64)) -> f64| {
        let part = move |of: fn((f64, f64)) -> f64| Some(percent(of(window_ends(ui)?)).into());
        svg("rect")
            .class("em-veil")
            .attr("height", BARS.to_string())
            .dyn_attr("x", move || part(x))
            .dyn_attr("width", move || part(width))
    };
    [side(|_| 0.0, |(from, _)| from), side(|(_, to)| to, |(_, to)| 1.0 - to)]
}

/// The rectangle over the chosen days, by which they can be moved.
fn window(ui: Ui) -> Element {
    svg("rect")
        .class("em-window")
        .attr("data-grip", "window")
        .attr("height", BARS.to_string())
        .dyn_attr("x", move || Some(percent(window_ends(ui)?.0).into()))
        .dyn_attr("width", move || window_ends(ui).map(|(from, to)| percent(to - from).into()))
}
