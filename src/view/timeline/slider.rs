//! The two ends of the window as sliders, for the keyboard.

use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent};

use super::position::{percent, window_ends};
use crate::model::Day;
use crate::query::{DayRange, Handle, Step, Timeline};
use crate::view::dom::{Element, svg};
use crate::view::messages::MessageId;
use crate::view::state::Ui;

/// One end of the window: a slider (WAI-ARIA 1.2, multi-thumb).
pub(super) fn slider(ui: Ui, handle: Handle) -> Element {
    let (name, grip) = match handle {
        Handle::From => (MessageId::From, "from"),
        Handle::To => (MessageId::To, "to"),
    };
    let at = move || {
        let (from, to) = window_ends(ui)?;
        Some(percent(if handle == Handle::From { from } else { to }).into())
    };
    // In days from the first day of the timeline.
    let number = move |pick: fn(&Timeline, DayRange, Handle) -> Day| {
        let (scene, range) = (ui.scene(), ui.range());
        let line = scene.timeline.as_ref()?;
        Some(line.ends().0.days_until(pick(line, range, handle)).to_string().into())
    };
    let words = move || {
        let (scene, range) = (ui.scene(), ui.range());
        let day = scene.timeline.as_ref()?.value(range, handle);
        Some(scene.words.day(day).into())
    };
    svg("svg")
        .class("em-handle")
        .attr("data-grip", grip)
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", ui.say(name))
        .attr("overflow", "visible")
        .dyn_attr("x", at)
        .dyn_attr("aria-valuemin", move || {
            number(|line, range, handle| line.limits(range, handle).0)
        })
        .dyn_attr("aria-valuemax", move || {
            number(|line, range, handle| line.limits(range, handle).1)
        })
        .dyn_attr("aria-valuenow", move || number(Timeline::value))
        .dyn_attr("aria-valuetext", words)
        .on("keydown", move |event| press(ui, handle, event))
        // A finger's width (WCAG 2.5.8).
        .child(svg("path").class("em-hold").attr("d", "M-12-2h24v42h-24z"))
        .child(svg("path").class("em-grip").attr("d", "M0 0v38M-5 11h10v16h-10z"))
}

/// Moves a handle by a key.
fn press(ui: Ui, handle: Handle, event: &Event) {
    let step = match event.unchecked_ref::<KeyboardEvent>().key().as_str() {
        "ArrowLeft" | "ArrowDown" => Step::Days(-1),
        "ArrowRight" | "ArrowUp" => Step::Days(1),
        "PageDown" => Step::Bars(-1),
        "PageUp" => Step::Bars(1),
        "Home" => Step::First,
        "End" => Step::Last,
        _ => return,
    };
    event.prevent_default();
    if let Some(line) = &ui.aggregates().timeline {
        ui.choose_range(line.stepped(ui.range(), handle, step));
    }
}
