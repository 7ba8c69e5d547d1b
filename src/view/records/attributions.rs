//! Attribution: where the data are from.

use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::{Layout, Ui};

/// The attribution of each file and the note on boundaries.
pub(in crate::view) fn attributions(ui: Ui) -> Element {
    let scene = ui.scene();
    let texts = scene.dataset().attributions.iter();
    let mut lines: Vec<String> = Vec::new();
    for text in texts.map(|text| text.get(&scene.words.language).to_owned()) {
        if !lines.contains(&text) {
            lines.push(text);
        }
    }
    html("footer").class("em-sources").attr("part", "sources").child(
        html("details")
            .flag("open", move || ui.with(|state| state.layout == Layout::Full))
            .child(html("summary").text(lines.join(" ")))
            .child(html("p").text(ui.say(MessageId::BoundaryNote))),
    )
}
