//! Running through the chosen days once, for readers who ask for it (WCAG 2.2.2).

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event};

use super::node::{Element, html};
use super::{Key, Ui};
use crate::query::DayRange;

/// How long it takes, in milliseconds.
const LENGTH: u64 = 4_000;

/// The button that starts and stops it. The style leaves it out where less motion is wanted.
pub(super) fn play_button(ui: Ui) -> Element {
    let words = move || ui.say(if ui.choice().playing { Key::Pause } else { Key::Play });
    html("button")
        .class("em-play")
        .attr("type", "button")
        .on_click(move || {
            let starts = !ui.choice().playing;
            ui.change(|choice| choice.playing = starts);
            if starts && let Some(line) = &ui.facts().timeline {
                run(ui, Rc::new(line.frames(ui.range())), 0);
            }
        })
        .live_text(words)
}

/// Stops at whatever else the reader does.
pub(super) fn stop_at(ui: Ui, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<DomElement>().ok());
    let on_button = target.is_some_and(|target| matches!(target.closest(".em-play"), Ok(Some(_))));
    if !on_button {
        ui.change(|choice| choice.playing = false);
    }
}

/// Shows a range, and after a while the next one.
fn run(ui: Ui, frames: Rc<Vec<DayRange>>, place: usize) {
    let before = place.checked_sub(1).and_then(|place| frames.get(place));
    let goes_on =
        ui.is_there() && ui.choice().playing && before.is_none_or(|before| *before == ui.range());
    match frames.get(place).filter(|_| goes_on) {
        Some(range) => {
            ui.try_range(*range);
            let pause = LENGTH / u64::try_from(frames.len()).unwrap_or(1).max(1);
            set_timeout(move || run(ui, frames, place + 1), Duration::from_millis(pause));
        }
        None if ui.is_there() => {
            ui.change(|choice| choice.playing = false);
            if let Some(whole) = frames.last() {
                ui.settle_range(*whole);
            }
        }
        None => {}
    }
}
