//! One record in full.

use super::node::{Element, heading, html, svg};
use super::{Key, Scene, Ui};
use crate::map::glyph;
use crate::model::{Kind, Record, Row};
use crate::query::{DayRange, select};

/// A kind's sign, for the eye only: its name always stands beside it.
pub(super) fn sign(kind: &Kind) -> Element {
    svg("svg")
        .class("em-sign")
        .attr("viewBox", "-10 -10 20 20")
        .attr("aria-hidden", "true")
        .children(disc(kind))
}

/// A sign on its disc.
pub(super) fn disc(kind: &Kind) -> [Element; 2] {
    [svg("circle").attr("r", "9"), svg("path").attr("d", glyph(kind))]
}

/// Records one after the other.
pub(super) fn list(items: Vec<Element>) -> Element {
    html("ol").children(items)
}

/// What stands over and under a title.
pub(super) fn meta(parts: &[String]) -> Element {
    html("p").class("em-meta").text(parts.join(" · "))
}

/// A remark on a record that is only possibly in the chosen days.
pub(super) fn note(ui: Ui, row: Row, text: String) -> Element {
    html("p").class("em-note").shown(ui.possible(row)).text(text)
}

/// A record as an item of a list, hidden where it is outside.
pub(super) fn item(
    ui: Ui,
    scene: &Scene,
    row: Row,
    record: &Record,
    lead: Option<String>,
) -> Element {
    let words = &scene.words;
    let language = words.language.as_str();
    let period = words.period(&record.period);
    let head: Vec<String> =
        lead.into_iter().chain([words.kind(&record.kind), period.clone()]).collect();
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
    let said = match record.url.clone() {
        Some(url) => {
            let link = html("a").attr("href", url).attr("rel", "noopener");
            meta(&said).text(" ").child(link.text(words.say(Key::Read)))
        }
        None => meta(&said),
    };
    let people = record.people.map(|people| words.people(people));
    let explain = if record.people.is_some() { Key::ExplainWhole } else { Key::ExplainPossible };
    html("li")
        .class("em-record")
        .shown(ui.inside(row))
        .child(sign(&record.kind))
        .child(meta(&head))
        .child(html("p").class("em-name").text(record.title.get(language).to_owned()))
        .children(people.map(|people| html("p").class("em-people").text(people)))
        .child(html("p").text(record.summary.get(language).to_owned()))
        .child(note(ui, row, words.fill(explain, &[("period", &period)])))
        .child(said)
}

/// The actions of the country as a whole.
pub(super) fn national(ui: Ui) -> Element {
    let scene = ui.scene();
    let actions = select(scene.dataset(), DayRange::ALL).actions;
    let national = actions.iter().filter(|one| one.what.province().is_none());
    let items = national.map(|one| item(ui, &scene, one.row, &one.what.record, None)).collect();
    let none = move || ui.facts().national.all() == 0;
    html("section")
        .class("em-national")
        .attr("part", "national")
        .child(heading(ui, 1).class("em-head").text(ui.say(Key::National)))
        .child(html("p").class("em-meta").text(ui.say(Key::NationalNote)))
        .child(html("p").class("em-empty").shown(none).text(ui.say(Key::NoNational)))
        .child(list(items))
}
