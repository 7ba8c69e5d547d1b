//! One record in full.

use super::{meta, note};
use crate::model::{Record, RecordIndex};
use crate::query::Certainty;
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::Scene;
use crate::view::svg::symbol_icon;

/// A record as an item of a list.
pub(in crate::view) fn record_item(
    scene: &Scene,
    index: RecordIndex,
    record: &Record,
    certainty: Certainty,
    lead: Option<String>,
) -> Element {
    let words = &scene.words;
    let language = words.language.as_str();
    let period = words.period(&record.period);
    let head: Vec<String> =
        lead.into_iter().chain([words.kind(&record.kind), period.clone()]).collect();
    let whole = scene.index.whole(index).and_then(|whole| scene.dataset().record_at(whole));
    let whole = whole.map(|whole| {
        let mut name = whole.title.get(language).to_owned();
        if let Some(people) = whole.people {
            name = format!("{name} ({})", words.number(people));
        }
        words.fill(MessageId::IncludedIn, &[("whole", &name)])
    });
    let said = [
        (MessageId::Attributed, &record.attributed_to),
        (MessageId::Reported, &record.reported_by),
    ]
    .into_iter()
    .filter(|(_, who)| !who.is_empty())
    .map(|(key, who)| words.fill(key, &[("who", who.get(language))]));
    let said: Vec<String> = whole.into_iter().chain(said).collect();
    let said = match record.url.clone() {
        Some(url) => {
            let mut link = html("a").attr("href", url).attr("rel", "noopener");
            // In a frame, the source would take the place of the map.
            if scene.page.is_own {
                link = link.attr("target", "_blank");
            }
            meta(&said).text(" ").child(link.text(words.say(MessageId::Read)))
        }
        None => meta(&said),
    };
    let people = record.people.map(|people| words.people(people));
    let explain =
        if record.people.is_some() { MessageId::ExplainWhole } else { MessageId::ExplainPossible };
    html("li")
        .class("em-record")
        .child(symbol_icon(scene.kinds.sign(&record.kind)))
        .child(meta(&head))
        .child(html("p").class("em-name").text(record.title.get(language).to_owned()))
        .children(people.map(|people| html("p").class("em-people").text(people)))
        .child(html("p").text(record.summary.get(language).to_owned()))
        .children(
            (certainty == Certainty::Possible)
                .then(|| note(words.fill(explain, &[("period", &period)]))),
        )
        .child(said)
}
