//! Attribution: where the data are from.

use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::Ui;

/// The attribution of each file and the note on boundaries.
pub(in crate::view) fn attributions(ui: Ui) -> Element {
    let scene = ui.scene();
    let texts = scene.dataset().attributions.iter();
    let texts = texts.map(|text| text.get(&scene.words.language).to_owned());
    html("footer")
        .class("em-sources")
        .attr("part", "sources")
        .children(texts.map(|text| html("p").text(text)))
        .child(html("p").text(ui.say(MessageId::BoundaryNote)))
}
