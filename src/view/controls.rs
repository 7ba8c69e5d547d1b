//! Choosing days, a province and a picture.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::node::{Element, html};
use super::play::play_button;
use super::timeline::histogram;
use super::{Copied, Key, Plural, Scene, Ui, ViewName};
use crate::model::{Day, ProvinceCode, sorted};
use crate::query::{DayRange, Preset, presets};

/// Choosing days. Until the script is there the controls stand disabled in their places, so that
/// nothing moves when they come alive; without scripting the style leaves them out.
pub(super) fn time(ui: Ui) -> Element {
    let dates = html("div")
        .class("em-dates")
        .child(date_input(ui, Key::From, DayRange::from, DayRange::with_from))
        .child(date_input(ui, Key::To, DayRange::to, DayRange::with_to));
    html("fieldset")
        .class("em-time em-needs-script")
        .attr("part", "time")
        .flag("disabled", move || !ui.choice().live)
        .child(html("legend").text(ui.say(Key::Period)))
        .children(histogram(ui))
        .child(preset_buttons(ui))
        .child(dates)
        .child(play_button(ui))
        .child(link(ui))
}

/// Gives a link that shows another reader the same.
fn link(ui: Ui) -> Element {
    let by_hand = move || match ui.choice().link {
        Copied::ByHand(link) => Some(link),
        Copied::No | Copied::Yes => None,
    };
    html("div")
        .class("em-link")
        .child(
            html("button")
                .attr("type", "button")
                .on_click(move || ui.ask_for_link())
                .text(ui.say(Key::CopyLink)),
        )
        .child(html("span").attr("role", "status").live_text(move || match ui.choice().link {
            Copied::Yes => ui.say(Key::LinkCopied),
            Copied::No | Copied::ByHand(_) => String::new(),
        }))
        .child(
            html("input")
                .attr("type", "url")
                .attr("readonly", "")
                .attr("aria-label", ui.say(Key::CopyLink))
                .shown(move || by_hand().is_some())
                .value(move || by_hand().unwrap_or_default()),
        )
}

/// The pictures that there are.
pub(super) fn view_switch(ui: Ui) -> Element {
    let page = ui.scene().page.clone();
    let item = |href: String, text: Key, name: ViewName| {
        html("a")
            .attr("href", href)
            .current(move || ui.choice().view == name)
            .on_click(move || ui.choose_view(name))
            .text(ui.say(text))
    };
    html("nav")
        .class("em-views")
        .attr("part", "views")
        .attr("aria-label", ui.say(Key::View))
        .child(item(page.country, Key::ViewCountry, ViewName::Country))
        .child(item(page.world, Key::ViewWorld, ViewName::World))
        .child(item(page.table, Key::ViewTable, ViewName::Table))
}

fn preset_buttons(ui: Ui) -> Element {
    let button = |scene: &Scene, preset: Preset| {
        let range = preset.range();
        html("button")
            .attr("type", "button")
            .live("aria-pressed", move || {
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
        Preset::All => scene.words.say(Key::AllDates),
        Preset::Year(year) => year.to_string(),
        Preset::Month(first) => scene.words.month(first),
        Preset::LastDays(days, _) => scene.words.count(Plural::LastDays, usize::from(days)),
    }
}

/// A native date input: it comes with a calendar, a keyboard and the reader's way to write dates.
fn date_input(
    ui: Ui,
    label: Key,
    pick: fn(DayRange) -> Option<Day>,
    put: fn(DayRange, Option<Day>) -> DayRange,
) -> Element {
    let input = html("input")
        .attr("type", "date")
        .value(move || pick(ui.range()).map(|day| day.to_string()).unwrap_or_default())
        .on("change", move |event| {
            // Half a date is none yet: taken over, it would take away what is being typed.
            if event_target::<HtmlInputElement>(event).check_validity() {
                let day = event_target_value(event).parse().ok();
                ui.choose_range(put(ui.range(), day));
            }
        });
    html("label").text(ui.say(label)).child(input)
}

/// All provinces by name: for a finger the small ones are easier to hit here than on the map.
pub(super) fn province_select(ui: Ui) -> Element {
    let scene = ui.scene();
    let options =
        scene.dataset().provinces.iter().map(|province| {
            (scene.province_name(&province.code), province.code.as_str().to_owned())
        });
    let options = sorted(options.collect(), |a, b| a.cmp(b));
    let option = |(name, code): (String, String)| html("option").attr("value", code).text(name);
    let select = html("select")
        .flag("disabled", move || !ui.choice().live)
        .value(move || {
            ui.choice().province.map(|code| code.as_str().to_owned()).unwrap_or_default()
        })
        .on("change", move |event| {
            ui.choose_province(ProvinceCode::new(&event_target_value(event)).ok());
        })
        .child(option((ui.say(Key::AllProvinces), String::new())))
        .children(options.into_iter().map(option));
    html("label").class("em-needs-script em-select").text(ui.say(Key::ChooseProvince)).child(select)
}
