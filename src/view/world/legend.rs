//! What the widths of arcs mean.

use super::all_flows::ArcScale;
use crate::map::ArcWidth;
use crate::model::People;
use crate::view::dom::{Element, html, svg};
use crate::view::messages::MessageId;
use crate::view::state::Ui;
use crate::view::svg::path;

/// The legend of the map of flows.
pub(super) fn world_legend(ui: Ui, scale: ArcScale) -> Element {
    let scene = ui.scene();
    let sample = |class: &'static str, width: i32| {
        let line = path(class, "M2 7h27").attr("stroke-width", width.to_string());
        let head = svg("g").attr("transform", "translate(38 7)");
        svg("svg")
            .class("em-sample")
            .attr("viewBox", "0 0 40 14")
            .attr("aria-hidden", "true")
            .child(line)
            .child(head.child(path("em-arrow", "M2 0l-13-7 3 7-3 7z")))
    };
    let figures = ArcWidth::samples(scale.largest).into_iter().filter_map(|number| {
        match ArcWidth::new(Some(number), scale.largest, scale.arcs) {
            ArcWidth::People(width) => {
                let text = scene.words.people(People::Exactly(number));
                Some(html("li").child(sample("em-arc", width)).text(text))
            }
            ArcWidth::NotPublished => None,
        }
    });
    let unknown = sample("em-arc em-unknown", 3);
    let unknown = html("li").child(unknown).text(ui.say(MessageId::NotPublished));
    html("ul")
        .class("em-legend")
        .attr("part", "legend")
        .attr("aria-label", ui.say(MessageId::LegendPeople))
        .children(figures.chain([unknown]))
}
