//! All controls that choose days.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::histogram::histogram;
use super::link::link;
use super::play::play_button;
use super::presets::preset_buttons;
use crate::model::Day;
use crate::query::DayRange;
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::Ui;

/// The id of what the button unfolds.
const MORE_ID: &str = "em-more";

/// The button that unfolds presets and dates. The long form always shows them.
fn more_button(ui: Ui) -> Element {
    html("button")
        .class("em-more-button")
        .attr("type", "button")
        .attr("aria-controls", MORE_ID)
        .dyn_attr("aria-expanded", move || {
            Some(if ui.with(|state| state.more) { "true" } else { "false" }.into())
        })
        .on_click(move || ui.change(|state| state.more = !state.more))
        .dyn_text(move || {
            format!("{}: {}", ui.say(MessageId::Period), ui.scene().words.range(ui.range()))
        })
}

/// The controls. Until the script runs they are in their places but disabled, so that nothing moves
/// later; without scripting the style hides them.
pub(in crate::view) fn time_controls(ui: Ui) -> Element {
    let dates = html("div")
        .class("em-dates")
        .child(date_input(ui, MessageId::From, DayRange::from, DayRange::with_from))
        .child(date_input(ui, MessageId::To, DayRange::to, DayRange::with_to));
    html("fieldset")
        .class("em-time em-needs-script")
        .attr("part", "time")
        .flag("disabled", move || !ui.is_live())
        .child(html("legend").text(ui.say(MessageId::Period)))
        .children(histogram(ui))
        .child(
            html("div")
                .class("em-bar-row")
                .child(more_button(ui))
                .child(play_button(ui))
                .child(link(ui)),
        )
        .child(
            html("div")
                .class("em-more")
                .attr("id", MORE_ID)
                .flag("data-open", move || ui.with(|state| state.more))
                .child(preset_buttons(ui))
                .child(dates),
        )
}

/// A native date input: it has a calendar, works by keyboard and writes dates as the reader does.
fn date_input(
    ui: Ui,
    label: MessageId,
    pick: fn(DayRange) -> Option<Day>,
    put: fn(DayRange, Option<Day>) -> DayRange,
) -> Element {
    let input = html("input")
        .attr("type", "date")
        .value(move || pick(ui.range()).map(|day| day.to_string()).unwrap_or_default())
        .on("change", move |event| {
            // A half-typed date is not taken: it would replace what the reader is typing.
            if event_target::<HtmlInputElement>(event).check_validity() {
                let day = event_target_value(event).parse().ok();
                ui.choose_range(put(ui.range(), day));
            }
        });
    html("label").text(ui.say(label)).child(input)
}
