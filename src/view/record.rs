//! One record in full.

use leptos::prelude::*;

use super::ui::flag;
use super::{Key, Scene, Ui};
use crate::map::glyph;
use crate::model::{Kind, Record, Row};

/// A kind's sign, for the eye only: its name always stands beside it.
pub(super) fn sign(kind: &Kind) -> impl IntoView + use<> {
    let path = glyph(kind);
    view! {
        <svg class="em-sign" viewBox="-10 -10 20 20" aria-hidden="true">
            {disc(path)}
        </svg>
    }
}

/// A sign on its disc. The radius is a value and not a literal: see [`crate::view`].
pub(super) fn disc(path: &'static str) -> impl IntoView {
    const RADIUS: i32 = 9;
    view! {
        <circle r=RADIUS></circle>
        <path d=path></path>
    }
}

/// A record as an item of a list, hidden where it is outside.
pub(super) fn item(
    ui: Ui,
    scene: &Scene,
    row: Row,
    record: &Record,
    lead: Option<String>,
) -> impl IntoView + use<> {
    let words = &scene.words;
    let language = words.language.as_str();
    let period = words.period(&record.period);
    let meta: Vec<String> =
        lead.into_iter().chain([words.kind(&record.kind), period.clone()]).collect();
    let title = record.title.get(language).to_owned();
    let figure = record.people.map(|people| {
        let text = words.people(people);
        view! { <p class="em-people">{text}</p> }
    });
    let summary = record.summary.get(language).to_owned();
    let whole = record.part_of.as_ref().and_then(|id| scene.dataset().record(id));
    let whole = whole.map(|whole| {
        let mut name = whole.title.get(language).to_owned();
        if let Some(people) = whole.people {
            name = format!("{name} ({})", words.number(people));
        }
        words.fill(Key::IncludedIn, &[("whole", &name)])
    });
    let said = [(Key::Attributed, &record.attributed_to), (Key::Reported, &record.reported_by)]
        .into_iter()
        .filter(|(_, who)| !who.is_empty())
        .map(|(key, who)| words.fill(key, &[("who", who.get(language))]));
    let said: Vec<String> = whole.into_iter().chain(said).collect();
    let link = record.url.clone().map(|url| {
        view! { " " <a href=url rel="noopener">{words.say(Key::Read)}</a> }
    });
    let explain = if record.people.is_some() { Key::ExplainWhole } else { Key::ExplainPossible };
    let note = words.fill(explain, &[("period", &period)]);
    view! {
        <li class="em-record" hidden=ui.outside(row)>
            {sign(&record.kind)}
            <p class="em-meta">{meta.join(" · ")}</p>
            <p class="em-name">{title}</p>
            {figure}
            <p>{summary}</p>
            <p class="em-note" hidden=ui.not_possible(row)>{note}</p>
            <p class="em-meta">{said.join(" · ")}{link}</p>
        </li>
    }
}

/// The actions of the country as a whole.
#[component]
pub(super) fn National(ui: Ui) -> impl IntoView {
    let items = ui.with(|scene| {
        let everything = crate::query::select(scene.dataset(), crate::query::DayRange::ALL);
        let national = everything.actions.iter().filter(|one| one.what.province().is_none());
        let items = national.map(|one| item(ui, scene, one.row, &one.what.record, None));
        items.collect::<Vec<_>>()
    });
    let some = flag(move || ui.facts.with(|facts| facts.national.all()) > 0);
    view! {
        <section class="em-national">
            <h3>{ui.say(Key::National)}</h3>
            <p class="em-meta">{ui.say(Key::NationalNote)}</p>
            <p class="em-empty" hidden=some>{ui.say(Key::NoNational)}</p>
            <ol>{items}</ol>
        </section>
    }
}
