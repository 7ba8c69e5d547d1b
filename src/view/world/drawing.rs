//! One drawing of the world with its arcs and tooltip.

use std::rc::Rc;

use geo_types::Coord;

use super::all_flows::AllFlows;
use super::arc::arc_link;
use super::point::country_point;
use crate::map::{Arc, ArcWidth, Viewport, WorldMap};
use crate::model::sorted;
use crate::view::dom::{Element, html, svg};
use crate::view::interaction::{ListboxOption, listbox, tooltip};
use crate::view::messages::MessageId;
use crate::view::state::{Scene, Selectable, Ui};
use crate::view::svg::{fitted, path, view_box};

/// A drawing.
pub(super) fn drawing(ui: Ui, scene: &Scene, flows: AllFlows<'_>, map: &WorldMap) -> Element {
    let origin = map.arcs.first().map(|arc| scene.country_name(arc.origin));
    let label = scene.words.fill(MessageId::Sending, &[("country", &origin.unwrap_or_default())]);
    // The widest arcs are drawn first and lie below.
    let arcs = sorted(map.arcs.iter().collect(), |a: &&Arc, b| {
        flows.rank(a.destination).cmp(&flows.rank(b.destination))
    });
    let mut options: Vec<ListboxOption> = Vec::new();
    for arc in arcs.iter().filter(|arc| !arc.short) {
        let selectable = Selectable::Destination(arc.destination);
        if !options.iter().any(|option| option.selectable == selectable) {
            options.push(ListboxOption {
                selectable,
                name: scene.country_name(arc.destination),
                at: arc.tip,
            });
        }
    }
    let places: Vec<(Selectable, Coord<f64>)> =
        options.iter().map(|option| (option.selectable.clone(), option.at)).collect();
    let options = Rc::new(options);
    let arcs = arcs.iter().map(|arc| arc_link(ui, scene, flows, arc));
    let arcs = listbox(ui, label.clone(), move || Rc::clone(&options), svg("g").children(arcs));
    let points = map.points.iter().map(|point| country_point(ui, flows, map, point));
    let lit = places.clone();
    let viewport = map.viewport;
    let many = if flows.sent.len() > ArcWidth::CROWD { " em-many" } else { "" };
    let picture = svg("svg")
        .attr("part", "picture")
        .dyn_class(move || {
            let one = lit.iter().any(|(selectable, _)| ui.is_highlighted(selectable));
            format!("em-map em-world{many}{}", if one { " em-one" } else { "" }).into()
        })
        .attr("viewBox", view_box(viewport))
        .attr("role", "group")
        .attr("aria-label", label)
        .child(path("em-graticule", map.graticule.clone()))
        .child(path("em-land", map.land.clone()))
        .child(arcs)
        .child(svg("g").class("em-still").children(points));
    let tip = tooltip(
        ui,
        Box::new(move |_, selectable| {
            let (_, at) = places.iter().find(|(other, _)| other == selectable)?;
            Some(Coord { x: at.x / Viewport::WIDTH, y: at.y / viewport.height })
        }),
    );
    fitted(viewport, html("div").class("em-box").child(picture).child(tip))
}
