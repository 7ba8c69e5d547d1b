//! What was done in the provinces: all of them in short, each in full.
//!
//! Every province's detail is in the page from the start, shown when it is chosen or, where no
//! script runs, when the address points at it (`:target`).

use leptos::prelude::*;

use super::controls::ProvinceSelect;
use super::record::{item, sign};
use super::ui::flag;
use super::{Key, Scene, Ui};
use crate::model::{Action, Province, ProvinceCode};
use crate::query::{DayRange, Selected, select};

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
        let actions = everything.actions;
        let local = actions.iter().filter(|action| action.what.province().is_some());
        let short: Vec<_> = local.map(|action| short_item(ui, scene, action)).collect();
        let details: Vec<_> = scene
            .dataset()
            .provinces
            .iter()
            .map(|province| detail(ui, scene, province, &actions))
            .collect();
        (short, details)
    });
    let some = flag(move || ui.facts.with(|facts| facts.local.all()) > 0);
    let chosen = flag(move || ui.province.with(Option::is_some));
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
fn short_item(ui: Ui, scene: &Scene, action: &Selected<'_, Action>) -> impl IntoView + use<> {
    let (row, record) = (action.row, &action.what.record);
    let words = &scene.words;
    let code = action.what.province().cloned();
    let href = code.as_ref().map(|code| format!("#{}", anchor(code)));
    let place = code.as_ref().map(|code| scene.province_name(code));
    let meta: Vec<String> =
        place.into_iter().chain([words.kind(&record.kind), words.period(&record.period)]).collect();
    let title = record.title.get(&words.language).to_owned();
    let possible = words.say(Key::Possible);
    view! {
        <li class="em-record" hidden=ui.outside(row)>
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
            <p class="em-note" hidden=ui.not_possible(row)>{possible}</p>
        </li>
    }
}

fn detail(
    ui: Ui,
    scene: &Scene,
    province: &Province,
    actions: &[Selected<'_, Action>],
) -> impl IntoView + use<> {
    let code = province.code.clone();
    let name = scene.province_name(&code);
    let local = scene.local_name(province).map(|(language, name)| {
        view! { " " <span class="em-local" lang=language>{name}</span> }
    });
    let own = actions.iter().filter(|action| action.what.province() == Some(&code));
    let items: Vec<_> =
        own.map(|action| item(ui, scene, action.row, &action.what.record, None)).collect();
    let empty = scene.words.say(if items.is_empty() { Key::None } else { Key::NoneInRange });
    let (shown, counted) = (code.clone(), code.clone());
    let open = flag(move || ui.province.with(|chosen| chosen.as_ref() == Some(&shown)));
    let some = flag(move || ui.facts.with(|facts| facts.count(&counted).all()) != 0);
    view! {
        <section
            class="em-detail"
            class:em-open=open
            id=anchor(&code)
        >
            <h3>{name}{local}</h3>
            <p class="em-empty" hidden=some>{empty}</p>
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
