//! The map of flows between countries.

use super::country_picture::{in_pixels, label_lines, shape, translate, view_box};
use super::legend::world_legend;
use super::node::{Element, html, svg};
use super::{Key, Scene, Ui};
use crate::map::{Arc, ArcWidth, WorldMap};
use crate::model::{Atlas, CountryCode, Destination, Row};
use crate::query::{Certainty, DayRange, DestinationFigure, destinations, select};

/// The picture with its legend. Its data are fetched only for readers who open it.
pub(super) fn world_picture(ui: Ui) -> Element {
    html("div").class("em-world-view").swap(move || match ui.atlas() {
        Some(loaded) if loaded.atlas.countries.is_empty() => Some(
            html("p")
                .class("em-notice")
                .attr("role", "alert")
                .text(ui.say(Key::ProblemFileCountries)),
        ),
        Some(loaded) => Some(drawing(ui, &loaded.atlas)),
        None => {
            // As high as the picture that will be there.
            let empty = svg("svg").class("em-map em-world").attr("aria-hidden", "true");
            let empty = empty.attr("viewBox", view_box(WorldMap::FRAME));
            let words = html("p").class("em-caption").text(ui.say(Key::Loading));
            Some(html("div").child(html("div").class("em-box").child(empty)).child(words))
        }
    })
}

/// The drawing, and in words what it cannot show.
fn drawing(ui: Ui, atlas: &Atlas) -> Element {
    let scene = ui.scene();
    let everything = select(scene.dataset(), DayRange::ALL);
    let figures = destinations(scene.dataset(), &everything);
    let map = WorldMap::new(scene.dataset(), atlas, |country| lines(&scene, &figures, country));
    let largest = figures.iter().map(|figure| figure.sum.number).max().unwrap_or_default();
    let arcs = map.arcs.iter().map(|arc| arc_view(ui, &scene, &figures, arc, largest));
    let points = map.points.iter().map(|point| {
        let is_origin = map.arcs.iter().any(|arc| arc.origin == point.country);
        let radius = if is_origin { "6" } else { "3" };
        let dot = svg("circle").class("em-point").attr("r", radius);
        let words = label_lines(&point.label, "em-label em-bold");
        in_pixels(point.at, std::iter::once(dot).chain(words))
    });
    let origin = map.arcs.first().map(|arc| scene.country_name(arc.origin));
    let label = scene.words.fill(Key::Sending, &[("country", &origin.unwrap_or_default())]);
    let picture = svg("svg")
        .class("em-map em-world")
        .attr("viewBox", view_box(map.frame))
        .attr("role", "img")
        .attr("aria-label", label)
        .child(shape("em-graticule", map.graticule.clone()))
        .child(shape("em-land", map.land.clone()))
        .children(arcs)
        .children(points);
    let captions = unnamed(&scene)
        .into_iter()
        .map(|(row, text)| html("p").class("em-caption").shown(ui.inside(row)).text(text));
    let attribution = atlas.attribution.as_ref().map(|text| text.get(&scene.words.language));
    html("div")
        .child(html("div").class("em-box").child(picture))
        .children(captions)
        .child(world_legend(ui))
        .children(attribution.map(|text| html("p").class("em-meta").text(text.to_owned())))
}

fn lines(scene: &Scene, figures: &[DestinationFigure<'_>], country: CountryCode) -> Vec<String> {
    let figure = figures.iter().find(|figure| figure.country == country);
    let figure = figure.map(|figure| scene.words.sum(&figure.sum));
    std::iter::once(scene.country_name(country)).chain(figure).collect()
}

fn arc_view(
    ui: Ui,
    scene: &Scene,
    figures: &[DestinationFigure<'_>],
    arc: &Arc,
    largest: u64,
) -> Element {
    let figure = figures
        .iter()
        .find(|figure| (figure.origin, figure.country) == (arc.origin, arc.destination));
    let number = figure.filter(|figure| figure.sum.published > 0).map(|figure| figure.sum.number);
    let rows: Vec<_> =
        figure.map(|figure| figure.records.iter().map(|one| one.row).collect()).unwrap_or_default();
    let (kind, width) = match ArcWidth::new(number, largest) {
        ArcWidth::People(width) => ("em-arc", width),
        ArcWidth::NotPublished => ("em-arc em-unknown", 3),
    };
    let best = move || {
        let facts = ui.facts();
        rows.iter().map(|row| facts.certainty(*row)).min().unwrap_or(Certainty::Outside)
    };
    let inside = best.clone();
    let words = format!(
        "{}: {}",
        scene.country_name(arc.destination),
        figure.map(|figure| scene.words.sum(&figure.sum)).unwrap_or_default()
    );
    let head = svg("g")
        .attr("transform", format!("{}rotate({})", translate(arc.tip), arc.heading))
        .child(shape("em-px em-head", "M2 0l-13-7 3 7-3 7z"));
    svg("g")
        .live_class(move || {
            let perhaps = best() == Certainty::Possible;
            if perhaps { "em-flow em-perhaps" } else { "em-flow" }.into()
        })
        .shown(move || inside() != Certainty::Outside)
        .child(svg("title").text(words))
        .child(shape(kind, arc.path.clone()).attr("stroke-width", width.to_string()))
        .child(head)
}

/// A sentence for each figure whose destinations are not named: no arc is invented for it.
fn unnamed(scene: &Scene) -> Vec<(Row, String)> {
    let words = &scene.words;
    let flows = select(scene.dataset(), DayRange::ALL).flows;
    let several =
        flows.iter().filter(|flow| matches!(flow.what.destination, Destination::Several(_)));
    several
        .map(|flow| {
            let record = &flow.what.record;
            let people = record.people.map(|people| words.people(people)).unwrap_or_default();
            let places = scene.destination(flow.what.destination);
            let text = words.fill(Key::FlowsDrawn, &[("figure", &people), ("places", &places)]);
            let title = record.title.get(&words.language);
            (flow.row, format!("{title} ({}): {text}", words.period(&record.period)))
        })
        .collect()
}
