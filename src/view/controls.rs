//! Choosing days, a province and a picture.

use leptos::prelude::*;

use super::ui::{flag, maybe, text};
use super::{Key, Plural, Scene, Ui, ViewName};
use crate::model::{Day, ProvinceCode, sorted};
use crate::query::{DayRange, Preset, presets};

/// The controls. Until the script is there they stand disabled in their places, so that nothing
/// moves when they come alive; without scripting the style leaves them out.
#[component]
pub(super) fn Controls(ui: Ui) -> impl IntoView {
    let dead = flag(move || !ui.live.get());
    view! {
        <div class="em-controls">
            <ViewSwitch ui/>
            <fieldset class="em-needs-script" disabled=dead>
                <legend>{ui.say(Key::Period)}</legend>
                <Presets ui/>
                <div class="em-dates">
                    <DateInput ui label=Key::From pick=DayRange::from put=DayRange::with_from/>
                    <DateInput ui label=Key::To pick=DayRange::to put=DayRange::with_to/>
                </div>
            </fieldset>
        </div>
    }
}

#[component]
fn ViewSwitch(ui: Ui) -> impl IntoView {
    let links = ui.with(|scene| scene.links.clone());
    let item = move |href: String, text: Key, name: ViewName| {
        let current = maybe("true", move || ui.view.get() == name);
        view! {
            <a
                href=href
                aria-current=current
                on:click=move |event| {
                    event.prevent_default();
                    ui.view.set(name);
                }
            >
                {ui.say(text)}
            </a>
        }
    };
    view! {
        <nav class="em-views" aria-label=ui.say(Key::View)>
            {item(links.country, Key::ViewCountry, ViewName::Country)}
            {item(links.world, Key::ViewWorld, ViewName::World)}
        </nav>
    }
}

#[component]
fn Presets(ui: Ui) -> impl IntoView {
    let presets = ui.with(|scene| {
        let presets = presets(scene.dataset());
        presets
            .into_iter()
            .map(|preset| (preset.range(), preset_name(scene, preset)))
            .collect::<Vec<_>>()
    });
    let buttons: Vec<_> = presets
        .into_iter()
        .map(|(range, name)| {
            let pressed = text(move || (ui.range.get() == range).to_string());
            view! {
                <button type="button" aria-pressed=pressed on:click=move |_| ui.choose_range(range)>
                    {name}
                </button>
            }
        })
        .collect();
    view! { <div class="em-presets">{buttons}</div> }
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
#[component]
fn DateInput(
    ui: Ui,
    label: Key,
    pick: fn(DayRange) -> Option<Day>,
    put: fn(DayRange, Option<Day>) -> DayRange,
) -> impl IntoView {
    let value = text(move || pick(ui.range.get()).map(|day| day.to_string()).unwrap_or_default());
    view! {
        <label>
            {ui.say(label)}
            <input
                type="date"
                prop:value=value
                on:change=move |event| {
                    let day = event_target_value(&event).parse().ok();
                    ui.choose_range(put(ui.range.get_untracked(), day));
                }
            />
        </label>
    }
}

/// All provinces by name: for a finger the small ones are easier to hit here than on the map.
#[component]
pub(super) fn ProvinceSelect(ui: Ui) -> impl IntoView {
    let options = ui.with(|scene| {
        let provinces = scene.dataset().provinces.iter();
        let options = provinces.map(|province| {
            (scene.province_name(&province.code), province.code.as_str().to_owned())
        });
        sorted(options.collect(), |a, b| a.cmp(b))
    });
    let options: Vec<_> = options
        .into_iter()
        .map(|(name, code)| view! { <option value=code>{name}</option> })
        .collect();
    let value =
        text(move || ui.province.get().map(|code| code.as_str().to_owned()).unwrap_or_default());
    let choose = move |event| {
        ui.choose_province(ProvinceCode::new(&event_target_value(&event)).ok());
    };
    view! {
        <label class="em-needs-script em-select">
            {ui.say(Key::ChooseProvince)}
            <select disabled=flag(move || !ui.live.get()) prop:value=value on:change=choose>
                <option value="">{ui.say(Key::AllProvinces)}</option>
                {options}
            </select>
        </label>
    }
}

/// What the chosen days hold, in words; spoken when it changes (WCAG 4.1.3).
#[component]
pub(super) fn Status(ui: Ui) -> impl IntoView {
    let words = text(move || {
        let facts = ui.facts.get();
        let all = facts.local.all() + facts.national.all();
        let possible = facts.local.possible + facts.national.possible;
        ui.with(|scene| {
            let words = &scene.words;
            let count =
                |number: usize| words.locale.number(u64::try_from(number).unwrap_or(u64::MAX));
            let mut text = words.fill(
                Key::Status,
                &[
                    ("actions", &words.count(Plural::Actions, all)),
                    ("local", &count(facts.local.all())),
                    ("national", &count(facts.national.all())),
                ],
            );
            if possible > 0 {
                text.push(' ');
                text.push_str(&words.fill(Key::StatusPossible, &[("n", &count(possible))]));
            }
            text
        })
    });
    view! { <p class="em-status" role="status">{words}</p> }
}
