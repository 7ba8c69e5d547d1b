//! The map of flows between countries.

use std::rc::Rc;

use geo_types::Coord;

use super::country_picture::{in_pixels, label_with, shape, translate, view_box};
use super::flows::flow_id;
use super::legend::world_legend;
use super::listbox::{Stop, listbox, option};
use super::node::{Element, html, svg};
use super::tooltip::{tooltip, with_tooltip};
use super::{Key, Scene, Spot, Ui};
use crate::map::{Arc, ArcWidth, Frame, WorldMap, WorldPoint};
use crate::model::{Atlas, CountryCode, Destination, Row, sorted};
use crate::query::{Certainty, DayRange, Filter, Sent, select};

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

/// The drawings, and in words what they cannot show.
fn drawing(ui: Ui, atlas: &Atlas) -> Element {
    let scene = ui.scene();
    let flows = Flows::new(&scene);
    let drawings = WorldMap::drawings(
        scene.dataset(),
        atlas,
        &|country| flows.lines(&scene, country),
        &|country| flows.rank(country),
    );
    let pictures = drawings.into_iter().enumerate().map(|(number, map)| {
        let picture = picture(ui, &scene, &flows, Rc::new(map));
        let near = (number > 0).then(|| html("p").class("em-caption").text(ui.say(Key::Near)));
        html("div").children(near).child(picture)
    });
    let captions = unnamed(&scene)
        .into_iter()
        .map(|(row, text)| html("p").class("em-caption").shown(ui.inside(row)).text(text));
    let attribution = atlas.attribution.as_ref().map(|text| text.get(&scene.words.language));
    html("div")
        .children(pictures)
        .children(captions)
        .child(world_legend(ui, flows.largest, flows.sent.len()))
        .children(attribution.map(|text| html("p").class("em-meta").text(text.to_owned())))
}

/// All flows whose destination was named, whatever the chosen days: places and scales are theirs,
/// so that nothing jumps when others are chosen.
struct Flows {
    sent: Vec<Sent>,
    /// The largest published figure.
    largest: u64,
}

impl Flows {
    fn new(scene: &Scene) -> Self {
        let sent = scene.facts(&Filter::default()).sent;
        let largest = sent.iter().map(|sent| sent.sum.number).max().unwrap_or_default();
        Self { sent, largest }
    }

    /// Its place among the destinations.
    fn rank(&self, country: CountryCode) -> usize {
        let place = self.sent.iter().position(|sent| sent.country == country);
        place.unwrap_or(self.sent.len())
    }

    fn lines(&self, scene: &Scene, country: CountryCode) -> Vec<String> {
        let sent = self.sent.iter().filter(|sent| sent.country == country);
        let figures = sent.map(|sent| scene.words.sum(&sent.sum));
        std::iter::once(scene.country_name(country)).chain(figures).collect()
    }
}

/// How wide an arc is, in CSS pixels, and whether that says something.
fn width(sent: Option<Sent>, largest: u64, arcs: usize) -> (i32, bool) {
    let number = sent.filter(|sent| sent.sum.published > 0).map(|sent| sent.sum.number);
    match ArcWidth::new(number, largest, arcs) {
        ArcWidth::People(width) => (width, true),
        ArcWidth::NotPublished => (3, false),
    }
}

fn picture(ui: Ui, scene: &Scene, flows: &Flows, map: Rc<WorldMap>) -> Element {
    let origin = map.arcs.first().map(|arc| scene.country_name(arc.origin));
    let label = scene.words.fill(Key::Sending, &[("country", &origin.unwrap_or_default())]);
    // The widest lie below.
    let arcs = sorted(map.arcs.iter().collect(), |a: &&Arc, b| {
        flows.rank(a.destination).cmp(&flows.rank(b.destination))
    });
    let mut stops: Vec<Stop> = Vec::new();
    for arc in arcs.iter().filter(|arc| !arc.short) {
        let spot = Spot::Destination(arc.destination);
        if !stops.iter().any(|stop| stop.spot == spot) {
            stops.push(Stop { spot, name: scene.country_name(arc.destination), at: arc.tip });
        }
    }
    let places: Vec<(Spot, Coord<f64>)> =
        stops.iter().map(|stop| (stop.spot.clone(), stop.at)).collect();
    let arcs = arcs.iter().map(|arc| arc_view(ui, scene, flows, arc));
    let arcs = listbox(ui, label.clone(), stops, svg("g").children(arcs));
    let points = map.points.iter().map(|point| point_view(ui, flows, &map, point));
    let lit = places.clone();
    let frame = map.frame;
    let many = if flows.sent.len() > ArcWidth::CROWD { " em-many" } else { "" };
    let picture = svg("svg")
        .attr("part", "picture")
        .live_class(move || {
            let one = lit.iter().any(|(spot, _)| ui.is_lit(spot));
            format!("em-map em-world{many}{}", if one { " em-one" } else { "" }).into()
        })
        .attr("viewBox", view_box(frame))
        .attr("role", "group")
        .attr("aria-label", label)
        .child(shape("em-graticule", map.graticule.clone()))
        .child(shape("em-land", map.land.clone()))
        .child(arcs)
        .child(svg("g").class("em-still").children(points));
    let tip = tooltip(
        ui,
        Box::new(move |_, spot| {
            let (_, at) = places.iter().find(|(other, _)| other == spot)?;
            Some(Coord { x: at.x / Frame::WIDTH, y: at.y / frame.height })
        }),
    );
    html("div").class("em-box").child(picture).child(tip)
}

/// An arc: a link to its record that works without a script too.
fn arc_view(ui: Ui, scene: &Scene, flows: &Flows, arc: &Arc) -> Element {
    let (origin, country) = (arc.origin, arc.destination);
    let name = scene.country_name(country);
    let sent = move || ui.facts().sent(origin, country).copied();
    let words = move || {
        let figure = sent().map(|sent| ui.scene().words.sum(&sent.sum)).unwrap_or_default();
        Some(format!("{name}: {figure}").into())
    };
    let (largest, arcs) = (flows.largest, flows.sent.len());
    let width = move || width(sent(), largest, arcs);
    let head = svg("g")
        .attr("transform", format!("{}rotate({})", translate(arc.tip), arc.heading))
        .child(shape("em-px em-arrow", "M2 0l-13-7 3 7-3 7z"));
    let spot = Spot::Destination(country);
    let (lit, focused) = (spot.clone(), spot.clone());
    let class = move || {
        let mut class = "em-flow".to_owned();
        if sent().is_some_and(|sent| sent.certainty == Certainty::Possible) {
            class.push_str(" em-perhaps");
        }
        if ui.is_lit(&lit) {
            class.push_str(" em-lit");
        }
        if ui.choice().focused.as_ref() == Some(&focused) {
            class.push_str(" em-focused");
        }
        class.into()
    };
    let records = scene.dataset().flows.iter();
    let first = records.into_iter().find(|flow| flow.country() == Some(country));
    let link = svg("a")
        .attr("href", first.map(|flow| format!("#{}", flow_id(flow))).unwrap_or_default())
        .live_class(class)
        .live("aria-label", words)
        .shown(move || sent().is_some())
        // Wider than it is, for the pointer and the focus (WCAG 2.5.8).
        .child(shape("em-reach", arc.path.clone()))
        .child(
            svg("path")
                .live_class(move || if width().1 { "em-arc" } else { "em-arc em-unknown" }.into())
                .attr("d", arc.path.clone())
                .live("stroke-width", move || Some(width().0.to_string().into())),
        )
        .child(head);
    let link = if arc.short { link } else { option(ui, &spot, with_tooltip(ui, &spot, link)) };
    link.on_click(move || ui.toggle(&spot))
}

fn point_view(ui: Ui, flows: &Flows, map: &WorldMap, point: &WorldPoint) -> Element {
    let country = point.country;
    let is_origin = map.arcs.iter().any(|arc| arc.origin == country);
    let dot = svg("circle").class("em-point").attr("r", if is_origin { "6" } else { "3" });
    // Where a destination has several records, fewer of them may be in the chosen days.
    let now = move || ui.facts().sent.iter().find(|sent| sent.country == country).copied();
    let usual = flows.sent.iter().find(|sent| sent.country == country).map(|sent| sent.sum);
    let names = point.name_lines;
    let words = label_with(&point.label, "em-label em-bold", &|place, line, text| {
        if place < names {
            return text.text(line);
        }
        text.live_text(move || match now().map(|sent| sent.sum) {
            sum if sum == usual => line.clone(),
            Some(sum) if place == names => ui.scene().words.sum(&sum),
            _ => String::new(),
        })
    });
    in_pixels(point.at, std::iter::once(dot).chain(words))
        .shown(move || is_origin || now().is_some())
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
