//! The figures in large type, each with its qualifier, its time and its source.

use leptos::prelude::*;

use super::ui::flag;
use super::{Key, Scene, Ui};
use crate::model::{People, Record, Row, sorted};
use crate::query::is_part_of;

/// A tile for each record with a number. Which of them stand alone and which are parts of others
/// depends on the range.
#[component]
pub(super) fn Figures(ui: Ui) -> impl IntoView {
    let tiles = ui.with(|scene| {
        let records = scene.dataset().rows().filter(|(_, record)| number(record).is_some());
        let records = sorted(records.collect(), |(_, a), (_, b)| number(b).cmp(&number(a)));
        records.into_iter().map(|(row, record)| tile(ui, scene, row, record)).collect::<Vec<_>>()
    });
    let label = ui.say(Key::Figures);
    (!tiles.is_empty()).then(|| view! { <ul class="em-figures" aria-label=label>{tiles}</ul> })
}

fn number(record: &Record) -> Option<u64> {
    record.people.and_then(People::number)
}

fn tile(ui: Ui, scene: &Scene, figure: Row, record: &Record) -> impl IntoView + use<> {
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
        .rows()
        .filter(|(_, part)| part.people.is_some() && is_part_of(scene.dataset(), part, record))
        .map(|(row, part)| part_line(ui, scene, figure, row, part))
        .collect();
    let hidden = flag(move || !ui.facts.with(|facts| facts.is_figure(figure)));
    view! {
        <li class="em-figure" hidden=hidden>
            <p class="em-big">{big}</p>
            <p>{title}</p>
            <p class="em-meta">{meta.join(" · ")}</p>
            <p class="em-note" hidden=ui.not_possible(figure)>{note}</p>
            <ul class="em-parts">{parts}</ul>
        </li>
    }
}

/// A part of a figure: shown where it is one in the chosen range.
fn part_line(ui: Ui, scene: &Scene, figure: Row, row: Row, part: &Record) -> impl IntoView + use<> {
    let words = &scene.words;
    let number = part.people.map(|people| words.number(people)).unwrap_or_default();
    let title = part.title.get(&words.language);
    let text = match part.people.and_then(People::number) {
        Some(_) => format!("{} {number}: {title}", words.say(Key::Includes)),
        None => format!("{title} ({number})"),
    };
    let hidden = flag(move || !ui.facts.with(|facts| facts.is_part(row, figure)));
    view! { <li hidden=hidden>{text}</li> }
}
