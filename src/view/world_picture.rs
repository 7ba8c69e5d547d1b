//! The map of flows between countries.

use leptos::prelude::*;

use super::country_picture::{name, shape, translate, view_box};
use super::ui::{flag, text};
use super::{Key, Scene, Ui};
use crate::map::{Arc, ArcWidth, WorldMap};
use crate::model::{CountryCode, Destination};
use crate::query::{Certainty, DayRange, DestinationFigure, destinations, select};

/// The drawing, and in words what it cannot show.
#[component]
pub(super) fn WorldPicture(ui: Ui) -> impl IntoView {
    let (map, label, arcs, unnamed) = ui.with(|scene| {
        let everything = select(scene.dataset(), DayRange::ALL);
        let figures = destinations(scene.dataset(), &everything);
        let map = WorldMap::new(scene.dataset(), |country| lines(scene, &figures, country));
        let largest = figures.iter().map(|figure| figure.sum.number).max().unwrap_or_default();
        let arcs: Vec<_> =
            map.arcs.iter().map(|arc| arc_view(ui, scene, &figures, arc, largest)).collect();
        let origin = map.arcs.first().map(|arc| scene.country_name(arc.origin));
        let label = scene.words.fill(Key::Sending, &[("country", &origin.unwrap_or_default())]);
        (map, label, arcs, unnamed(scene))
    });
    let origins: Vec<CountryCode> = map.arcs.iter().map(|arc| arc.origin).collect();
    let points: Vec<_> = map
        .points
        .iter()
        .map(|point| {
            let at = translate(point.at);
            let text = name(&point.label, "em-label em-bold", 7);
            let radius = if origins.contains(&point.country) { "6" } else { "3" };
            view! { <g transform=at><g class="em-px"><circle class="em-point" r=radius></circle>{text}</g></g> }
        })
        .collect();
    view! {
        <div class="em-box">
            <svg class="em-map em-world" viewBox=view_box(map.frame) role="img" aria-label=label>
                <path class="em-graticule" d=map.graticule></path>
                <path class="em-land" d=map.land></path>
                {arcs}
                {points}
            </svg>
        </div>
        {unnamed.into_iter().map(|text| view! { <p class="em-caption">{text}</p> }).collect::<Vec<_>>()}
    }
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
) -> impl IntoView + use<> {
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
        ui.facts
            .with(|facts| rows.iter().map(|row| facts.certainty(*row)).min())
            .unwrap_or(Certainty::Outside)
    };
    let outside = best.clone();
    let class = text(move || {
        let perhaps = best() == Certainty::Possible;
        if perhaps { "em-flow em-perhaps" } else { "em-flow" }.to_owned()
    });
    let head = format!("{}rotate({})", translate(arc.tip), arc.heading);
    let path = arc.path.clone();
    let words = format!(
        "{}: {}",
        scene.country_name(arc.destination),
        figure.map(|figure| scene.words.sum(&figure.sum)).unwrap_or_default()
    );
    view! {
        <g class=class hidden=flag(move || outside() == Certainty::Outside)>
            <title>{words}</title>
            <path class=kind d=path stroke-width=width></path>
            <g transform=head>{shape("em-px em-head", "M2 0l-13-7 3 7-3 7z")}</g>
        </g>
    }
}

/// A sentence for each figure whose destinations are not named: no arc is invented for it.
fn unnamed(scene: &Scene) -> Vec<String> {
    let words = &scene.words;
    let flows = scene.dataset().flows.iter();
    let several = flows.filter(|flow| matches!(flow.destination, Destination::Several(_)));
    several
        .map(|flow| {
            let people = flow.record.people.map(|people| words.people(people)).unwrap_or_default();
            let places = scene.destination(flow.destination);
            let text = words.fill(Key::FlowsDrawn, &[("figure", &people), ("places", &places)]);
            let title = flow.record.title.get(&words.language);
            format!("{title} ({}): {text}", words.period(&flow.record.period))
        })
        .collect()
}
