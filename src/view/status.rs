//! What the picture shows, in a sentence or two: to read beside it, and spoken by screen readers when
//! it changes (WCAG 4.1.3). The element is there from the start: screen readers do not announce one
//! that is added later.

use crate::model::{Flow, Record};
use crate::query::{Aggregates, Certainty, Count, Filter};
use crate::view::dom::{Element, html};
use crate::view::messages::{MessageId, PluralId};
use crate::view::state::{Scene, Ui, ViewName};

/// How many destinations are named; of the others only their number is.
const NAMED: usize = 5;

/// The sentence, which follows the state.
pub(super) fn status(ui: Ui) -> Element {
    html("p")
        .class("em-status")
        .attr("part", "status")
        .attr("role", "status")
        // Steps of playing are not announced.
        .dyn_attr("aria-live", move || {
            Some(if ui.with(|state| state.playing) { "off" } else { "polite" }.into())
        })
        .dyn_text(move || {
            let (scene, aggregates) = (ui.scene(), ui.aggregates());
            let period = scene.words.range(ui.range());
            if ui.view() == ViewName::World {
                return flows(&scene, &aggregates, &ui.filter(), &period);
            }
            let mut text = actions(&scene, &aggregates, &period);
            if let Some(code) = ui.with(|state| state.province.clone()) {
                let count = aggregates.count(&code);
                let in_dataset = scene.country.shape(&code).is_some_and(|it| !it.kinds.is_empty());
                let count = scene.count_text(count, in_dataset);
                let change = scene.change_text(&aggregates, Some(&code));
                let change = change.map(|change| format!(" ({change})")).unwrap_or_default();
                text.push_str(&format!(" {}: {count}{change}", scene.province_name(&code)));
            }
            text
        })
}

/// How many actions, and where.
fn actions(scene: &Scene, aggregates: &Aggregates, period: &str) -> String {
    let words = &scene.words;
    let Count { certain, possible } = aggregates.local;
    let all = certain + possible + aggregates.national.all();
    let provinces = scene.country.provinces.iter();
    let provinces = provinces.filter(|shape| aggregates.count(&shape.code).all() > 0).count();
    let mut text = words.fill(
        MessageId::Status,
        &[
            ("period", period),
            ("actions", &words.count(PluralId::Actions, all)),
            ("local", &words.number_of(aggregates.local.all())),
            ("provinces", &words.count(PluralId::InProvinces, provinces)),
            ("national", &words.number_of(aggregates.national.all())),
        ],
    );
    if let Some(change) = scene.change_text(aggregates, None) {
        text.push_str(&format!(" ({change})"));
    }
    let possible = possible + aggregates.national.possible;
    if possible > 0 {
        text.push(' ');
        text.push_str(&words.fill(MessageId::StatusPossible, &[("n", &words.number_of(possible))]));
    }
    text
}

/// Where people were sent, each place with its figure: they are never added up.
fn flows(scene: &Scene, aggregates: &Aggregates, filter: &Filter, period: &str) -> String {
    let words = &scene.words;
    let with_figure = |place: String, figure: String| format!("{place} ({figure})");
    let is_inside = |record: &Record| filter.certainty(record) != Certainty::Outside;
    let unnamed = |flow: &&Flow| flow.country().is_none() && is_inside(&flow.record);
    let several = scene.dataset().flows.iter().filter(unnamed).map(|flow| {
        let figure = flow.record.people.map(|people| words.number(people));
        with_figure(scene.destination(flow.destination), figure.unwrap_or_default())
    });
    let sent = aggregates.sent.iter();
    let sent =
        sent.map(|sent| with_figure(scene.country_name(sent.country), words.total(&sent.total)));
    let mut places: Vec<String> = several.chain(sent).collect();
    if places.is_empty() {
        return words.say(MessageId::FlowsNone);
    }
    let rest = places.len().saturating_sub(NAMED);
    places.truncate(NAMED);
    let mut list = places.join(", ");
    if rest > 0 {
        list.push(' ');
        list.push_str(&words.fill(MessageId::AndMore, &[("n", &words.number_of(rest))]));
    }
    words.fill(MessageId::StatusFlows, &[("period", period), ("list", &list)])
}
