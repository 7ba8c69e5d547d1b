//! What could not be shown, in words for readers. The details for editors are in the console.

use crate::load::Layer;
use crate::view::dom::{Element, html};
use crate::view::messages::{MessageId, PluralId};
#[cfg(feature = "sheets")]
use crate::view::state::Fresh;
use crate::view::state::Ui;

/// A notice that a link asked for something that does not exist.
pub(super) fn correction(ui: Ui) -> Element {
    html("p")
        .class("em-notice")
        .attr("role", "status")
        .shown(move || ui.with(|state| state.corrected))
        .text(ui.say(MessageId::Corrected))
}

/// When the data were read, where they are read again and again; and, spoken, how many records are new
/// or that they could not be read.
#[cfg(feature = "sheets")]
pub(super) fn freshness(ui: Ui) -> Option<Element> {
    if !ui.scene().page.is_living {
        return None;
    }
    let text = move |say: fn(Ui, &Fresh) -> String| {
        move || {
            ui.with(|state| state.fresh.as_ref().map(|fresh| say(ui, fresh)).unwrap_or_default())
        }
    };
    let when = |ui: Ui, fresh: &Fresh| {
        let words = &ui.scene().words;
        let values = [("date", &*words.day(fresh.day)), ("time", &*fresh.time)];
        words.fill(MessageId::FreshAsOf, &values) + " "
    };
    let news = |ui: Ui, fresh: &Fresh| match fresh.new {
        Some(0) => String::new(),
        Some(new) => ui.scene().words.count(PluralId::FreshNew, new),
        None => ui.say(MessageId::FreshFailed),
    };
    let line = html("p")
        .class("em-meta em-fresh")
        .shown(move || ui.with(|state| state.fresh.is_some()))
        .child(html("span").dyn_text(text(when)))
        .child(html("span").attr("role", "status").dyn_text(text(news)));
    Some(line)
}

/// The small module leaves data that are read again to the large one.
#[cfg(not(feature = "sheets"))]
pub(super) fn freshness(_: Ui) -> Option<Element> {
    None
}

/// A line for each file that could not be read, and one for all records that are missing.
pub(super) fn notices(ui: Ui) -> Option<Element> {
    let scene = ui.scene();
    let diagnostics = &scene.loaded.diagnostics;
    let mut lines: Vec<String> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_whole_file())
        .map(|diagnostic| scene.words.say(file_message(diagnostic.layer)))
        .collect();
    let lost = |layer| scene.loaded.lost(layer);
    let records = lost(Layer::Provinces) + lost(Layer::Actions) + lost(Layer::Flows);
    if records > 0 {
        lines.push(scene.words.count(PluralId::ProblemRecords, records));
    }
    if !lines.is_empty() {
        lines.push(scene.words.say(MessageId::ProblemRest));
    }
    (!lines.is_empty()).then(|| {
        html("div")
            .class("em-notice")
            .attr("role", "alert")
            .children(lines.into_iter().map(|line| html("p").text(line)))
    })
}

fn file_message(layer: Layer) -> MessageId {
    match layer {
        Layer::Provinces => MessageId::ProblemFileProvinces,
        Layer::Actions => MessageId::ProblemFileActions,
        Layer::Flows => MessageId::ProblemFileFlows,
        Layer::Countries => MessageId::ProblemFileCountries,
        Layer::Kinds => MessageId::ProblemFileKinds,
    }
}
