//! What could not be shown, in the reader's words. An editor's details are in the console.

use super::node::{Element, html};
use super::{Key, Plural, Ui};
use crate::load::Layer;

/// Said where a link asked for something that is not there.
pub(super) fn correction(ui: Ui) -> Element {
    html("p")
        .class("em-notice")
        .attr("role", "status")
        .shown(move || ui.choice().corrected)
        .text(ui.say(Key::Corrected))
}

/// One line for each file that is missing, and one for records that are.
pub(super) fn notices(ui: Ui) -> Option<Element> {
    let scene = ui.scene();
    let diagnostics = &scene.loaded.diagnostics;
    let mut lines: Vec<String> = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_whole_file())
        .map(|diagnostic| scene.words.say(file_key(diagnostic.layer)))
        .collect();
    let lost = |layer| scene.loaded.lost(layer);
    let records = lost(Layer::Provinces) + lost(Layer::Actions) + lost(Layer::Flows);
    if records > 0 {
        lines.push(scene.words.count(Plural::ProblemRecords, records));
    }
    if !lines.is_empty() {
        lines.push(scene.words.say(Key::ProblemRest));
    }
    (!lines.is_empty()).then(|| {
        html("div")
            .class("em-notice")
            .attr("role", "alert")
            .children(lines.into_iter().map(|line| html("p").text(line)))
    })
}

fn file_key(layer: Layer) -> Key {
    match layer {
        Layer::Provinces => Key::ProblemFileProvinces,
        Layer::Actions => Key::ProblemFileActions,
        Layer::Flows => Key::ProblemFileFlows,
        Layer::Countries => Key::ProblemFileCountries,
    }
}
