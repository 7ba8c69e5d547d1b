//! Pieces of text that several lists share.

use crate::model::RecordIndex;
use crate::query::Certainty;
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::{Listed, Ui};

/// The first records of a list, with how many there are and a button for more of them. A screen
/// reader and print get the same.
pub(in crate::view) fn list(
    ui: Ui,
    listed: &Listed,
    item: impl Fn(RecordIndex, Certainty) -> Option<Element> + 'static,
) -> [Element; 2] {
    let [key, made, told, rest, more] = [(); 5].map(|()| listed.clone());
    // What the records of a list depend on. Anything else that changes leaves the elements alone.
    let key = move || {
        let listing = ui.listing(&key);
        let mut text = String::from("=");
        for (RecordIndex(index), certainty) in listing.records {
            let sign = if certainty == Certainty::Certain { ' ' } else { '?' };
            text.push_str(&index.to_string());
            text.push(sign);
        }
        text.into()
    };
    let records = html("div").keyed(key, move || {
        let items = ui.listing(&made).records.into_iter();
        Some(html("ol").children(items.filter_map(|(index, certainty)| item(index, certainty))))
    });
    let has_more = move || {
        let listing = ui.listing(&rest);
        listing.records.len() < listing.all
    };
    let count = move || {
        let (scene, listing) = (ui.scene(), ui.listing(&told));
        let (shown, all) = (listing.records.len(), listing.all);
        if shown == all {
            return String::new();
        }
        let [shown, all] = [shown, all].map(|number| scene.words.number_of(number));
        scene.words.fill(MessageId::ShownOf, &[("n", &shown), ("all", &all)])
    };
    let more = html("p")
        .class("em-rest")
        .shown(has_more)
        .child(html("span").class("em-meta").attr("role", "status").dyn_text(count))
        .child(
            html("button")
                .class("em-needs-script")
                .attr("type", "button")
                .on_click(move || ui.show_more(&more))
                .text(ui.say(MessageId::ShowMore)),
        );
    [records, more]
}

/// The small line over or under a title.
pub(in crate::view) fn meta(parts: &[String]) -> Element {
    html("p").class("em-meta").text(parts.join(" · "))
}

/// A remark on a record that is only possibly in the chosen days.
pub(in crate::view) fn note(text: String) -> Element {
    html("p").class("em-note").text(text)
}
