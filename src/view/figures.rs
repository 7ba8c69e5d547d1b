//! The figures in large type, each with its qualifier, its time and its source.

use leptos::prelude::*;

use super::{Key, Scene, Ui};
use crate::model::{People, Record, RecordId};
use crate::query::{Certainty, is_part_of};

/// A tile for each record with a number. Which of them stand alone and which are parts of others
/// depends on the range.
#[component]
pub(super) fn Figures(ui: Ui) -> impl IntoView {
    let tiles = ui.with(|scene| {
        let mut records: Vec<&Record> =
            scene.dataset().records().filter(|record| number(record).is_some()).collect();
        records.sort_by_key(|record| std::cmp::Reverse(number(record)));
        records.into_iter().map(|record| tile(ui, scene, record)).collect::<Vec<_>>()
    });
    let label = ui.say(Key::Figures);
    (!tiles.is_empty()).then(|| view! { <ul class="em-figures" aria-label=label>{tiles}</ul> })
}

fn number(record: &Record) -> Option<u64> {
    record.people.and_then(People::number)
}

fn tile(ui: Ui, scene: &Scene, record: &Record) -> impl IntoView + use<> {
    let words = &scene.words;
    let language = &words.language;
    let big = record.people.map(|people| words.number(people));
    let title = record.title.get(language).to_owned();
    let places = scene.dataset().flows.iter().find(|flow| flow.record.id == record.id);
    let places = places.map(|flow| scene.destination(flow.destination));
    let period = words.period(&record.period);
    let who = record.attributed_to.get(language);
    let who = (!who.is_empty()).then(|| words.fill(Key::Attributed, &[("who", who)]));
    let meta: Vec<String> = places.into_iter().chain([period.clone()]).chain(who).collect();
    let note = words.fill(Key::ExplainWhole, &[("period", &period)]);
    let parts: Vec<_> = scene
        .dataset()
        .records()
        .filter(|part| part.people.is_some() && is_part_of(scene.dataset(), part, record))
        .map(|part| part_line(ui, scene, &record.id, part))
        .collect();
    let (id, same) = (record.id.clone(), record.id.clone());
    view! {
        <li class="em-figure" hidden=move || !ui.facts.with(|facts| facts.figures.contains_key(&id))>
            <p class="em-big">{big}</p>
            <p>{title}</p>
            <p class="em-meta">{meta.join(" · ")}</p>
            <p class="em-note" hidden=move || ui.certainty(&same) != Certainty::Possible>{note}</p>
            <ul class="em-parts">{parts}</ul>
        </li>
    }
}

/// A part of a figure: shown where it is one in the chosen range.
fn part_line(ui: Ui, scene: &Scene, whole: &RecordId, part: &Record) -> impl IntoView + use<> {
    let words = &scene.words;
    let figure = part.people.map(|people| words.number(people)).unwrap_or_default();
    let title = part.title.get(&words.language);
    let text = match part.people.and_then(People::number) {
        Some(_) => format!("{} {figure}: {title}", words.say(Key::Includes)),
        None => format!("{title} ({figure})"),
    };
    let (whole, id) = (whole.clone(), part.id.clone());
    let is_part = move || {
        ui.facts.with(|facts| facts.figures.get(&whole).is_some_and(|parts| parts.contains(&id)))
    };
    view! { <li hidden=move || !is_part()>{text}</li> }
}
