//! A link that shows another reader the same.

use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::{Copied, Ui};

/// The button that asks for the link. What is done with it is up to the page around.
pub(super) fn link(ui: Ui) -> Element {
    let by_hand = move || {
        ui.with(|state| match &state.link {
            Copied::ByHand(link) => Some(link.clone()),
            Copied::No | Copied::Yes => None,
        })
    };
    html("div")
        .class("em-link")
        .child(
            html("button")
                .attr("type", "button")
                .on_click(move || ui.ask_for_link())
                .text(ui.say(MessageId::CopyLink)),
        )
        .child(html("span").attr("role", "status").dyn_text(move || {
            let is_copied = ui.with(|state| state.link == Copied::Yes);
            if is_copied { ui.say(MessageId::LinkCopied) } else { String::new() }
        }))
        .child(
            html("input")
                .attr("type", "url")
                .attr("readonly", "")
                .attr("aria-label", ui.say(MessageId::CopyLink))
                .shown(move || by_hand().is_some())
                .value(move || by_hand().unwrap_or_default()),
        )
}
