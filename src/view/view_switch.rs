//! The links to the views.

use super::dom::{Element, html};
use super::messages::MessageId;
use super::state::{Ui, ViewName};

/// A link for each view; without a script it leads to the page that shows it.
pub(super) fn view_switch(ui: Ui) -> Element {
    let links = ViewName::ALL.into_iter().zip(ui.scene().page.views.clone());
    let links = links.map(|(name, href)| {
        html("a")
            .attr("href", href)
            .current(move || ui.view() == name)
            .on_click(move || ui.choose_view(name))
            .text(ui.say(name.message()))
    });
    html("nav")
        .class("em-views")
        .attr("part", "views")
        .attr("aria-label", ui.say(MessageId::View))
        .children(links)
}
