//! Whom the data are owed to, where they are shown.

use super::node::{Element, html};
use super::{Key, Ui};

/// The attribution of each file and the note on boundaries.
pub(super) fn attributions(ui: Ui) -> Element {
    let scene = ui.scene();
    let texts = scene.dataset().attributions.iter();
    let texts = texts.map(|text| text.get(&scene.words.language).to_owned());
    html("footer")
        .class("em-sources")
        .attr("part", "sources")
        .children(texts.map(|text| html("p").text(text)))
        .child(html("p").text(ui.say(Key::BoundaryNote)))
}
