//! The links to the three views.

use super::dom::{Element, html};
use super::messages::MessageId;
use super::state::{Ui, ViewName};

/// A link for each view; without a script it leads to the page that shows it.
pub(super) fn view_switch(ui: Ui) -> Element {
    let page = ui.scene().page.clone();
    let item = |href: String, text: MessageId, name: ViewName| {
        html("a")
            .attr("href", href)
            .current(move || ui.view() == name)
            .on_click(move || ui.choose_view(name))
            .text(ui.say(text))
    };
    html("nav")
        .class("em-views")
        .attr("part", "views")
        .attr("aria-label", ui.say(MessageId::View))
        .child(item(page.country, MessageId::ViewCountry, ViewName::Country))
        .child(item(page.world, MessageId::ViewWorld, ViewName::World))
        .child(item(page.table, MessageId::ViewTable, ViewName::Table))
}
