//! What was done in the provinces: all of them in short, each in full.
//!
//! Every province's detail is in the page from the start, shown when it is chosen or, where no
//! script runs, when the address points at it (`:target`).

use leptos::prelude::*;

use super::controls::ProvinceSelect;
use super::record::{is_outside, item, sign};
use super::{Key, Scene, Ui};
use crate::model::{Action, Province, ProvinceCode};
use crate::query::{Certainty, DayRange, select};

/// Where a province's detail is in the page.
pub(super) fn anchor(code: &ProvinceCode) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    format!("em-{}", code.as_str().chars().map(plain).collect::<String>())
}

/// The list of all, or one province.
#[component]
pub(super) fn Panel(ui: Ui) -> impl IntoView {
    let (short, details) = ui.with(|scene| {
        let everything = select(scene.dataset(), DayRange::ALL);
        let actions: Vec<&Action> = everything.actions.iter().map(|(action, _)| *action).collect();
        let local = actions.iter().filter(|action| action.province().is_some());
        let short: Vec<_> = local.map(|action| short_item(ui, scene, action)).collect();
        let details: Vec<_> = scene
            .dataset()
            .provinces
            .iter()
            .map(|province| detail(ui, scene, province, &actions))
            .collect();
        (short, details)
    });
    let some = move || ui.facts.with(|facts| facts.local.all()) > 0;
    let chosen = move || ui.province.with(Option::is_some);
    view! {
        <div class="em-panel" class:em-chosen=chosen id="em-list">
            <ProvinceSelect ui/>
            {details}
            <section class="em-list">
                <h3>{ui.say(Key::Provinces)}</h3>
                <p class="em-empty" hidden=some>{ui.say(Key::NoneInRange)}</p>
                <ol>{short}</ol>
            </section>
        </div>
    }
}

/// An action in two lines; its title leads to the province.
fn short_item(ui: Ui, scene: &Scene, action: &Action) -> impl IntoView + use<> {
    let record = &action.record;
    let words = &scene.words;
    let code = action.province().cloned();
    let href = code.as_ref().map(|code| format!("#{}", anchor(code)));
    let place = code.as_ref().map(|code| scene.province_name(code));
    let meta: Vec<String> =
        place.into_iter().chain([words.kind(&record.kind), words.period(&record.period)]).collect();
    let title = record.title.get(&words.language).to_owned();
    let (id, possible) = (record.id.clone(), words.say(Key::Possible));
    view! {
        <li class="em-record" hidden=is_outside(ui, &record.id)>
            {sign(&record.kind)}
            <p class="em-meta">{meta.join(" · ")}</p>
            <a
                class="em-name"
                href=href
                on:click=move |event| {
                    event.prevent_default();
                    ui.choose_province(code.clone());
                }
            >
                {title}
            </a>
            <p class="em-note" hidden=move || ui.certainty(&id) != Certainty::Possible>{possible}</p>
        </li>
    }
}

fn detail(
    ui: Ui,
    scene: &Scene,
    province: &Province,
    actions: &[&Action],
) -> impl IntoView + use<> {
    let code = province.code.clone();
    let name = scene.province_name(&code);
    let local = scene.local_name(province).map(|(language, name)| {
        view! { " " <span class="em-local" lang=language>{name}</span> }
    });
    let own = actions.iter().filter(|action| action.province() == Some(&code));
    let items: Vec<_> = own.map(|action| item(ui, scene, &action.record, None)).collect();
    let empty = scene.words.say(if items.is_empty() { Key::None } else { Key::NoneInRange });
    let (shown, counted) = (code.clone(), code.clone());
    view! {
        <section
            class="em-detail"
            class:em-open=move || ui.province.with(|chosen| chosen.as_ref() == Some(&shown))
            id=anchor(&code)
        >
            <h3>{name}{local}</h3>
            <p class="em-empty" hidden=move || ui.facts.with(|facts| facts.count(&counted).all()) != 0>
                {empty}
            </p>
            <ol>{items}</ol>
            <a
                class="em-back"
                href="#em-list"
                on:click=move |event| {
                    event.prevent_default();
                    ui.choose_province(None);
                }
            >
                {scene.words.say(Key::AllProvinces)}
            </a>
        </section>
    }
}
