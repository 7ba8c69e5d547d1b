//! The figures in large type, each with its qualifier, its time and its source.

use super::meta;
use crate::model::{People, Record, RecordIndex, sorted};
use crate::query::is_part_of;
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::{Scene, Ui};

/// The most tiles that are drawn.
const MOST: usize = 12;

/// A tile for each record with a number. Which of them stand alone and which are parts of others
/// depends on the range.
pub(in crate::view) fn figures(ui: Ui) -> Option<Element> {
    let scene = ui.scene();
    let records = scene.dataset().indexed_records().filter(|(_, record)| number(record).is_some());
    let mut records = sorted(records.collect(), |(_, a), (_, b)| number(b).cmp(&number(a)));
    records.truncate(MOST);
    (!records.is_empty()).then(|| {
        let tiles = records.into_iter().map(|(index, record)| tile(ui, &scene, index, record));
        html("ul")
            .class("em-figures")
            .attr("part", "figures")
            .attr("aria-label", ui.say(MessageId::Figures))
            .children(tiles)
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
