//! The points where arcs begin and end, with the labels of their countries.

use super::all_flows::AllFlows;
use crate::map::{WorldMap, WorldPoint};
use crate::view::dom::{Element, svg};
use crate::view::state::Ui;
use crate::view::svg::{in_pixels, label_with};

/// A country's point and label.
pub(super) fn country_point(
    ui: Ui,
    flows: AllFlows<'_>,
    map: &WorldMap,
    point: &WorldPoint,
) -> Element {
    let country = point.country;
    let is_origin = map.arcs.iter().any(|arc| arc.origin == country);
    let dot = svg("circle").class("em-point").attr("r", if is_origin { "6" } else { "3" });
    // Where a destination has several records, fewer of them may be in the chosen days.
    let now = move || ui.aggregates().sent.iter().find(|sent| sent.country == country).copied();
    let usual = flows.sent.iter().find(|sent| sent.country == country).map(|sent| sent.total);
    let names = point.name_lines;
    let words = label_with(&point.label, "em-label em-bold", &|number, line, text| {
        if number < names {
            return text.text(line);
        }
        text.dyn_text(move || match now().map(|sent| sent.total) {
            total if total == usual => line.clone(),
            Some(total) if number == names => ui.scene().words.total(&total),
            _ => String::new(),
        })
    });
    in_pixels(point.at, std::iter::once(dot).chain(words))
        .shown(move || is_origin || now().is_some())
}
