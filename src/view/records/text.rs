//! Pieces of text that several lists share.

use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, HtmlElement};

use crate::model::RecordIndex;
use crate::query::Certainty;
use crate::view::dom::{Element, current_target, html};
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
                .on("click", move |event| {
                    let shown = ui.listing(&more).records.len();
                    let section = current_target(event);
                    let section = section.and_then(|it| it.closest("section").ok().flatten());
                    ui.show_more(&more);
                    // At the last page the button goes away, and the focus would go with it.
                    set_timeout(move || focus_item(section.as_ref(), shown), Duration::ZERO);
                })
                .text(ui.say(MessageId::ShowMore)),
        );
    [records, more]
}

/// Moves the focus to an item of a list, counted from 0.
fn focus_item(section: Option<&DomElement>, number: usize) {
    let path = format!("ol > :nth-child({})", number + 1);
    let item = section.and_then(|section| section.query_selector(&path).ok().flatten());
    if let Some(item) = item.and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
        item.set_tab_index(-1);
        let _ = item.focus();
    }
}

/// The small line over or under a title.
pub(in crate::view) fn meta(parts: &[String]) -> Element {
    html("p").class("em-meta").text(parts.join(" · "))
}

/// A remark on a record that is only possibly in the chosen days.
pub(in crate::view) fn note(text: String) -> Element {
    html("p").class("em-note").text(text)
}
