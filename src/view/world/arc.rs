//! The arcs between countries.

use super::all_flows::AllFlows;
use crate::map::Arc;
use crate::query::Certainty;
use crate::view::dom::{Element, svg};
use crate::view::interaction::{option, with_tooltip};
use crate::view::records::flow_id;
use crate::view::state::{Scene, Selectable, Ui};
use crate::view::svg::{path, translate};

/// An arc: a link to its record, which works without a script too.
pub(super) fn arc_link(ui: Ui, scene: &Scene, flows: AllFlows<'_>, arc: &Arc) -> Element {
    let (origin, country) = (arc.origin, arc.destination);
    let name = scene.country_name(country);
    let sent = move || ui.aggregates().sent(origin, country).copied();
    let words = move || {
        let figure = sent().map(|sent| ui.scene().words.total(&sent.total)).unwrap_or_default();
        Some(format!("{name}: {figure}").into())
    };
    let scale = flows.scale;
    let width = move || scale.width(sent());
    let head = svg("g")
        .attr("transform", format!("{}rotate({})", translate(arc.tip), arc.heading))
        .child(path("em-px em-arrow", "M2 0l-13-7 3 7-3 7z"));
    let selectable = Selectable::Destination(country);
    let (lit, focused) = (selectable.clone(), selectable.clone());
    let class = move || {
        let mut class = "em-flow".to_owned();
        if sent().is_some_and(|sent| sent.certainty == Certainty::Possible) {
            class.push_str(" em-perhaps");
        }
        if ui.is_highlighted(&lit) {
            class.push_str(" em-lit");
        }
        if ui.with(|state| state.focused.as_ref() == Some(&focused)) {
            class.push_str(" em-focused");
        }
        class.into()
    };
    let records = scene.dataset().flows.iter();
    let first = records.into_iter().find(|flow| flow.country() == Some(country));
    let link = svg("a")
        .attr("href", first.map(|flow| format!("#{}", flow_id(flow))).unwrap_or_default())
        .dyn_class(class)
        .dyn_attr("aria-label", words)
        .shown(move || sent().is_some())
        // Wider than it is, for the pointer and the focus (WCAG 2.5.8).
        .child(path("em-reach", arc.path.clone()))
        .child(
            svg("path")
                .dyn_class(move || if width().1 { "em-arc" } else { "em-arc em-unknown" }.into())
                .attr("d", arc.path.clone())
                .dyn_attr("stroke-width", move || Some(width().0.to_string().into())),
        )
        .child(head);
    let link =
        if arc.short { link } else { option(ui, &selectable, with_tooltip(ui, &selectable, link)) };
    link.on_click(move || ui.toggle(&selectable))
}
