//! What colours and signs mean.

use leptos::prelude::*;

use super::country_picture::shape;
use super::record::sign;
use super::{Key, Scene, Ui};

/// For the map of the provinces.
#[component]
pub(super) fn CountryLegend(ui: Ui) -> impl IntoView {
    let (colours, signs) = ui.with(|scene| (colours(scene), signs(scene)));
    view! {
        <div class="em-legend" role="group" aria-label=ui.say(Key::Legend)>
            <ul aria-label=ui.say(Key::LegendActions)>{colours}</ul>
            <ul>{signs}</ul>
        </div>
    }
}

fn colours(scene: &Scene) -> Vec<impl IntoView + use<>> {
    let words = &scene.words;
    let number = |count: usize| words.locale.number(u64::try_from(count).unwrap_or(u64::MAX));
    let ranges = scene.classes.ranges();
    let mut entries: Vec<(String, String)> = ranges
        .into_iter()
        .map(|(from, to)| {
            let shade = scene.classes.shade(from).unwrap_or_default();
            let text = match to {
                Some(to) if to == from => words.count(super::Plural::Actions, from),
                Some(to) => format!("{}–{}", number(from), number(to)),
                None => words.fill(Key::More, &[("n", &number(from))]),
            };
            (format!("em-swatch em-s{shade}"), text)
        })
        .collect();
    entries.push(("em-swatch em-maybe".to_owned(), words.say(Key::LegendPossible)));
    entries.push(("em-swatch".to_owned(), words.say(Key::LegendNone)));
    let entry = |(class, text): (String, String)| {
        view! { <li><span class=class></span>{text}</li> }
    };
    entries.into_iter().map(entry).collect()
}

fn signs(scene: &Scene) -> Vec<impl IntoView + use<>> {
    let mut kinds: Vec<_> =
        scene.country.provinces.iter().flat_map(|shape| shape.kinds.iter()).collect();
    kinds.sort();
    kinds.dedup();
    let entry = |kind| {
        let name = scene.words.kind(kind);
        view! { <li>{sign(kind)}{name}</li> }
    };
    kinds.into_iter().map(entry).collect()
}

/// For the map of flows.
#[component]
pub(super) fn WorldLegend(ui: Ui) -> impl IntoView {
    let entry = |class: &'static str, key: Key| {
        view! {
            <li>
                <svg class="em-sample" viewBox="0 0 40 12" aria-hidden="true">
                    {shape(class, "M2 6h36")}
                </svg>
                {ui.say(key)}
            </li>
        }
    };
    view! {
        <ul class="em-legend" aria-label=ui.say(Key::Legend)>
            {entry("em-arc", Key::LegendPeople)}
            {entry("em-arc em-unknown", Key::NotPublished)}
        </ul>
    }
}
