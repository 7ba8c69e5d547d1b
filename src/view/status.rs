//! What the picture shows, in a sentence or two: to be read beside it, and spoken when it changes
//! (WCAG 4.1.3). It is one element from the start, since screen readers follow no later one.

use super::node::{Element, html};
use super::{Key, Plural, Scene, Ui, ViewName};
use crate::model::{Flow, Record};
use crate::query::{Certainty, Count, Facts};

/// How many destinations are named in one breath.
const BREATH: usize = 5;

pub(super) fn status(ui: Ui) -> Element {
    html("p")
        .class("em-status")
        .attr("part", "status")
        .attr("role", "status")
        // Not each step of many.
        .live("aria-live", move || Some(if ui.choice().playing { "off" } else { "polite" }.into()))
        .live_text(move || {
            let (scene, facts, choice) = (ui.scene(), ui.facts(), ui.choice());
            let period = scene.words.range(ui.range());
            if choice.view == ViewName::World {
                return flows(&scene, &facts, &period);
            }
            let mut text = actions(&scene, &facts, &period);
            if let Some(code) = choice.province {
                let count = facts.count(&code);
                let in_dataset = scene.country.shape(&code).is_some_and(|it| !it.kinds.is_empty());
                let count = scene.count_text(count, in_dataset);
                text.push_str(&format!(" {}: {count}", scene.province_name(&code)));
            }
            text
        })
}

/// How many actions, and where.
fn actions(scene: &Scene, facts: &Facts, period: &str) -> String {
    let words = &scene.words;
    let Count { certain, possible } = facts.local;
    let all = certain + possible + facts.national.all();
    let provinces = scene.country.provinces.iter();
    let provinces = provinces.filter(|shape| facts.count(&shape.code).all() > 0).count();
    let mut text = words.fill(
        Key::Status,
        &[
            ("period", period),
            ("actions", &words.count(Plural::Actions, all)),
            ("local", &words.number_of(facts.local.all())),
            ("provinces", &words.count(Plural::InProvinces, provinces)),
            ("national", &words.number_of(facts.national.all())),
        ],
    );
    let possible = possible + facts.national.possible;
    if possible > 0 {
        text.push(' ');
        text.push_str(&words.fill(Key::StatusPossible, &[("n", &words.number_of(possible))]));
    }
    text
}

/// Where people were sent, each place with its figure: they are never added up.
fn flows(scene: &Scene, facts: &Facts, period: &str) -> String {
    let words = &scene.words;
    let with_figure = |place: String, figure: String| format!("{place} ({figure})");
    let is_inside = |record: &Record| {
        let row = scene.dataset().row(&record.id);
        row.is_some_and(|row| facts.certainty(row) != Certainty::Outside)
    };
    let unnamed = |flow: &&Flow| flow.country().is_none() && is_inside(&flow.record);
    let several = scene.dataset().flows.iter().filter(unnamed).map(|flow| {
        let figure = flow.record.people.map(|people| words.number(people));
        with_figure(scene.destination(flow.destination), figure.unwrap_or_default())
    });
    let sent = facts.sent.iter();
    let sent = sent.map(|sent| with_figure(scene.country_name(sent.country), words.sum(&sent.sum)));
    let mut places: Vec<String> = several.chain(sent).collect();
    if places.is_empty() {
        return words.say(Key::FlowsNone);
    }
    let rest = places.len().saturating_sub(BREATH);
    places.truncate(BREATH);
    let mut list = places.join(", ");
    if rest > 0 {
        list.push(' ');
        list.push_str(&words.fill(Key::AndMore, &[("n", &words.number_of(rest))]));
    }
    words.fill(Key::StatusFlows, &[("period", period), ("list", &list)])
}
