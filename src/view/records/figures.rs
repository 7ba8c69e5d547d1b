//! The figures in large type, each with its qualifier, its time and its source.

use super::meta;
use crate::model::{People, Record, RecordIndex, sorted};
use crate::query::is_part_of;
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::{Scene, Ui};

/// The most tiles that are drawn.
const MOST: usize = 12;

/// Of how many kinds the people are shown.
const KINDS: usize = 2;

/// The figures in large type: of each record where there are few, else sums.
pub(in crate::view) fn figures(ui: Ui) -> Option<Element> {
    if ui.scene().index.has_few() { single(ui) } else { Some(sums(ui)) }
}

/// How many actions there are in range, with those of as many days before, and the people of the kinds
/// that have the most. They are never added up: the same people may have been arrested and deported.
fn sums(ui: Ui) -> Element {
    let scene = ui.scene();
    let all = move || {
        let aggregates = ui.aggregates();
        let mut count = aggregates.local;
        count += aggregates.national;
        ui.scene().words.actions(count)
    };
    let change = move || ui.scene().change_text(&ui.aggregates(), None).unwrap_or_default();
    let actions = html("li")
        .class("em-figure")
        .child(html("p").class("em-big").dyn_text(all))
        .child(html("p").dyn_text(change));
    let most =
        sorted(scene.everything.people.clone(), |(_, a), (_, b)| b.all.number.cmp(&a.all.number));
    let people = most.into_iter().take(KINDS).map(|(kind, _)| {
        let name = scene.words.kind(&kind);
        let sum = move || {
            let found = ui.aggregates();
            let found = found.people.iter().find(|(other, _)| *other == kind);
            found.map(|(_, sum)| *sum).filter(|sum| sum.all.published + sum.all.not_published > 0)
        };
        let is_shown = sum.clone();
        let text = move || sum().map(|sum| ui.scene().words.people_sum(&sum)).unwrap_or_default();
        html("li")
            .class("em-figure")
            .shown(move || is_shown().is_some())
            .child(html("p").class("em-big").dyn_text(text))
            .child(html("p").text(name))
    });
    list(ui).child(actions).children(people)
}

fn list(ui: Ui) -> Element {
    html("ul")
        .class("em-figures")
        .attr("part", "figures")
        .attr("aria-label", ui.say(MessageId::Figures))
}

/// A tile for each record with a number. Which of them stand alone and which are parts of others
/// depends on the range.
fn single(ui: Ui) -> Option<Element> {
    let scene = ui.scene();
    let records = scene.dataset().indexed_records().filter(|(_, record)| number(record).is_some());
    let mut records = sorted(records.collect(), |(_, a), (_, b)| number(b).cmp(&number(a)));
    records.truncate(MOST);
    (!records.is_empty()).then(|| {
        let tiles = records.into_iter().map(|(index, record)| tile(ui, &scene, index, record));
        list(ui).children(tiles)
    })
}

fn number(record: &Record) -> Option<u64> {
    record.people.and_then(People::number)
}

fn tile(ui: Ui, scene: &Scene, figure: RecordIndex, record: &Record) -> Element {
    let words = &scene.words;
    let language = &words.language;
    let big = record.people.map(|people| words.number(people));
    let places = scene.dataset().flows.iter().find(|flow| flow.record.id == record.id);
    let places = places.map(|flow| scene.destination(flow.destination));
    let period = words.period(&record.period);
    let who = record.attributed_to.get(language);
    let who = (!who.is_empty()).then(|| words.fill(MessageId::Attributed, &[("who", who)]));
    let about: Vec<String> = places.into_iter().chain([period.clone()]).chain(who).collect();
    let whole = words.fill(MessageId::ExplainWhole, &[("period", &period)]);
    let parts = scene
        .dataset()
        .indexed_records()
        .filter(|(_, part)| part.people.is_some() && is_part_of(scene.dataset(), part, record))
        .map(|(index, part)| part_line(ui, scene, figure, index, part));
    html("li")
        .class("em-figure")
        .shown(move || ui.aggregates().is_figure(figure))
        .children(big.map(|big| html("p").class("em-big").text(big)))
        .child(html("p").text(record.title.get(language).to_owned()))
        .child(meta(&about))
        .child(html("p").class("em-note").shown(ui.possible(figure)).text(whole))
        .child(html("ul").class("em-parts").children(parts))
}

/// A part of a figure: shown where it is one in the chosen range.
fn part_line(
    ui: Ui,
    scene: &Scene,
    figure: RecordIndex,
    index: RecordIndex,
    part: &Record,
) -> Element {
    let words = &scene.words;
    let number = part.people.map(|people| words.number(people)).unwrap_or_default();
    let title = part.title.get(&words.language);
    let text = match part.people.and_then(People::number) {
        Some(_) => format!("{} {number}: {title}", words.say(MessageId::Includes)),
        None => format!("{title} ({number})"),
    };
    html("li").shown(move || ui.aggregates().is_part(index, figure)).text(text)
}
