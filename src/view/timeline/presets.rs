//! Ranges of days that are chosen by one click.

use crate::query::{Preset, presets};
use crate::view::dom::{Element, html};
use crate::view::messages::{MessageId, PluralId};
use crate::view::state::{Scene, Ui};

/// A button for each range.
pub(super) fn preset_buttons(ui: Ui) -> Element {
    let button = |scene: &Scene, preset: Preset| {
        let range = preset.range();
        html("button")
            .attr("type", "button")
            .dyn_attr("aria-pressed", move || {
                Some(if ui.range() == range { "true" } else { "false" }.into())
            })
            .on_click(move || ui.choose_range(range))
            .text(preset_name(scene, preset))
    };
    let scene = ui.scene();
    let presets = presets(scene.dataset()).into_iter();
    html("div").class("em-presets").children(presets.map(|preset| button(&scene, preset)))
}

fn preset_name(scene: &Scene, preset: Preset) -> String {
    match preset {
        Preset::All => scene.words.say(MessageId::AllDates),
        Preset::Year(year) => year.to_string(),
        Preset::Month(first) => scene.words.month(first),
        Preset::LastDays(days, _) => scene.words.count(PluralId::LastDays, usize::from(days)),
    }
}
