//! Playing the chosen days once, from the first to the last, for readers who ask for it (WCAG 2.2.2).

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event};

use crate::query::DayRange;
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::Ui;

/// How long playing takes, in milliseconds.
const LENGTH: u64 = 4_000;

/// The button that starts and stops playing. The style hides it where the reader prefers reduced
/// motion.
pub(in crate::view) fn play_button(ui: Ui) -> Element {
    let words = move || {
        ui.say(if ui.with(|state| state.playing) { MessageId::Pause } else { MessageId::Play })
    };
    html("button")
        .class("em-play")
        .attr("type", "button")
        .on_click(move || {
            let starts = !ui.with(|state| state.playing);
            ui.change(|state| state.playing = starts);
            if starts && let Some(line) = &ui.aggregates().timeline {
                run(ui, Rc::new(line.frames(ui.range())), 0);
            }
        })
        .dyn_attr("aria-label", move || Some(words().into()))
        .dyn_attr("title", move || Some(words().into()))
        .child(
            html("span")
                .attr("aria-hidden", "true")
                .dyn_text(move || if ui.with(|state| state.playing) { "■" } else { "▶" }.into()),
        )
}

/// Stops playing at an event that is not on the button.
pub(in crate::view) fn stop_at(ui: Ui, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<DomElement>().ok());
    let on_button = target.is_some_and(|target| matches!(target.closest(".em-play"), Ok(Some(_))));
    if !on_button {
        ui.change(|state| state.playing = false);
    }
}

/// Shows the range of a step, and after a pause the next one. Stops if the reader has chosen other
/// days in the meantime.
fn run(ui: Ui, frames: Rc<Vec<DayRange>>, step: usize) {
    let before = step.checked_sub(1).and_then(|step| frames.get(step));
    let goes_on = ui.is_mounted()
        && ui.with(|state| state.playing)
        && before.is_none_or(|before| *before == ui.range());
    match frames.get(step).filter(|_| goes_on) {
        Some(range) => {
            ui.try_range(*range);
            let pause = LENGTH / u64::try_from(frames.len()).unwrap_or(1).max(1);
            set_timeout(move || run(ui, frames, step + 1), Duration::from_millis(pause));
        }
        None if ui.is_mounted() => {
            ui.change(|state| state.playing = false);
            if let Some(all) = frames.last() {
                ui.settle_range(*all);
            }
        }
        None => {}
    }
}
