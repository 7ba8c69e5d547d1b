//! The map of the provinces.

use std::borrow::Cow;

use geo_types::Coord;

use super::details::anchor;
use super::listbox::{Stop, listbox, option};
use super::node::{Element, html, svg};
use super::record::disc;
use super::tooltip::{tooltip, with_tooltip};
use super::zoom::{self, with_gestures, zoom_buttons, zoom_hint};
use super::{Choice, Key, Scene, Spot, Ui};
use crate::map::{Anchor, CountryMap, Frame, Label, ProvinceShape, SurroundingShape, Water, whole};
use crate::model::sorted;
use crate::query::{Certainty, Count};

/// The drawing.
pub(super) fn country_picture(ui: Ui) -> Element {
    let scene = ui.scene();
    let CountryMap { frame, provinces, surroundings } = &scene.country;
    let frame = *frame;
    let surfaces = |is_water: bool| {
        let shapes = surroundings.iter().filter(move |one| one.water.is_some() == is_water);
        shapes.filter_map(surface)
    };
    // Where the provinces end at a lake's shore, another source's lake may leave a gap: a wider one
    // lies under them.
    let beds = surroundings.iter().filter(|one| one.water == Some(Water::Lake));
    let beds = beds.map(|lake| shape("em-bed", lake.path.clone()));
    let links = provinces.iter().map(|shape| province(ui, &scene, shape));
    let still = svg("g")
        .class("em-still")
        .children(surfaces(true))
        .child(outline(ui, "em-outline", |choice| choice.province.map(Spot::Province)))
        .child(outline(ui, "em-outline em-focus", |choice| choice.focused))
        .children(surroundings.iter().filter_map(surrounding_name))
        .children(provinces.iter().map(|shape| mark(ui, shape)));
    // Without neighbours in the data, what is around is not known, and need not be the sea.
    let ground = if surroundings.is_empty() { " em-bare" } else { "" };
    let picture = svg("svg")
        .attr("part", "picture")
        .live_class(move || format!("em-map{ground} em-z{}", ui.choice().zoom.scale()).into())
        .live("viewBox", move || Some(zoom::view_box(ui, frame).into()))
        .attr("role", "group")
        .attr("aria-label", ui.say(Key::Map))
        .child(svg("defs").child(hatch()))
        .children(surfaces(false))
        .children(beds)
        .child(listbox(
            ui,
            ui.say(Key::Map),
            stops(&scene),
            svg("g").class("em-provinces").children(links),
        ))
        .child(still);
    let picture = with_gestures(ui, frame, picture);
    html("div")
        .class("em-box")
        .child(picture)
        .child(zoom_buttons(ui, frame))
        .child(zoom_hint(ui))
        .child(tooltip(
            ui,
            Box::new(|ui, spot| {
                let Spot::Province(code) = spot else { return None };
                let (scene, zoom) = (ui.scene(), ui.choice().zoom);
                Some(zoom.place(scene.country.frame, scene.country.shape(code)?.at))
            }),
        ))
}

/// The provinces in the order of their names.
fn stops(scene: &Scene) -> Vec<Stop> {
    let stop = |shape: &ProvinceShape| Stop {
        spot: Spot::Province(shape.code.clone()),
        name: scene.province_name(&shape.code),
        at: shape.at,
    };
    sorted(scene.country.provinces.iter().map(stop).collect(), |a, b| a.name.cmp(&b.name))
}

/// What provinces are filled with where something was only possibly done.
fn hatch() -> Element {
    svg("pattern")
        .attr("id", "em-hatch")
        .attr("width", "14")
        .attr("height", "14")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(shape("em-hatch", "M0 0h14v14h-14z"))
        .child(shape("em-stripe", "M4 0v14"))
}

/// A province's outline, drawn over all others: a border belongs to two provinces, and the later
/// one lies on top.
fn outline(ui: Ui, class: &'static str, which: fn(Choice) -> Option<Spot>) -> Element {
    let path = move || {
        let scene = ui.scene();
        let Some(Spot::Province(code)) = which(ui.choice()) else { return String::new() };
        let shape = scene.country.shape(&code);
        shape.map(|shape| shape.path.clone()).unwrap_or_default()
    };
    svg("path").class(class).live("d", move || Some(path().into()))
}

pub(super) fn view_box(frame: Frame) -> String {
    format!("0 0 {} {}", whole(Frame::WIDTH), whole(frame.height))
}

pub(super) fn translate(at: Coord<f64>) -> String {
    format!("translate({} {})", whole(at.x), whole(at.y))
}

/// A path.
pub(super) fn shape(class: &'static str, path: impl Into<Cow<'static, str>>) -> Element {
    svg("path").class(class).attr("d", path)
}

/// What is in CSS pixels around a point of the drawing, whatever the drawing's scale.
pub(super) fn in_pixels(at: Coord<f64>, what: impl IntoIterator<Item = Element>) -> Element {
    svg("g").attr("transform", translate(at)).child(svg("g").class("em-px").children(what))
}

fn surface(surrounding: &SurroundingShape) -> Option<Element> {
    let class = match surrounding.water {
        None => "em-land",
        Some(Water::River) => "em-river",
        Some(Water::Lake | Water::Sea) => "em-lake",
    };
    (!surrounding.path.is_empty()).then(|| shape(class, surrounding.path.clone()))
}

/// A province: a link to its detail that works without a script too.
fn province(ui: Ui, scene: &Scene, shape: &ProvinceShape) -> Element {
    let code = shape.code.clone();
    let in_dataset = !shape.kinds.is_empty();
    let name = scene.province_name(&code);
    let counted = code.clone();
    let count = move || ui.facts().count(&counted);
    let for_title = count.clone();
    let title = move || format!("{name}: {}", ui.scene().count_text(for_title(), in_dataset));
    let for_class = count.clone();
    let class = move || {
        let count = for_class();
        match ui.scene().classes.shade(count.certain) {
            Some(shade) => format!("em-province em-s{shade}").into(),
            None if count.possible > 0 => "em-province em-maybe".into(),
            None => "em-province".into(),
        }
    };
    // A presentation attribute: in a shadow root, a style sheet's `url(#...)` is not found by
    // every browser.
    let hatched = move || {
        let count = count();
        (count.certain == 0 && count.possible > 0).then_some("url(#em-hatch)".into())
    };
    let area = svg("path")
        .live_class(class)
        .live("fill", hatched)
        .attr("data-code", code.as_str().to_owned())
        .attr("d", shape.path.clone());
    let target = shape.tiny.then(|| {
        // A dot that is as large as a finger whatever the drawing's scale (WCAG 2.5.8).
        let dot = format!("M{} {}h.01", whole(shape.at.x), whole(shape.at.y));
        self::shape("em-target", dot)
    });
    let spot = Spot::Province(code);
    let link = svg("a")
        .attr("href", format!("#{}", anchor(&shape.code)))
        .live("aria-label", move || Some(title().into()))
        .child(area)
        .children(target);
    let link = with_tooltip(ui, &spot, option(ui, &spot, link));
    link.on_click(move || ui.toggle(&spot))
}

/// A province's signs and name, for the eye: the link has both in words.
fn mark(ui: Ui, shape: &ProvinceShape) -> Element {
    let code = shape.code.clone();
    // Centred, in half widths of a sign.
    let start = 1 - i32::try_from(shape.kinds.len()).unwrap_or_default();
    let signs = (0..).zip(&shape.kinds).map(|(place, kind)| {
        let (code, counted) = (code.clone(), kind.clone());
        let certainty = move || {
            let facts = ui.facts();
            match facts.tally(&code).map(|tally| tally.of(&counted)).unwrap_or_default() {
                Count { certain: 1.., .. } => Certainty::Certain,
                Count { possible: 1.., .. } => Certainty::Possible,
                Count { .. } => Certainty::Outside,
            }
        };
        let inside = certainty.clone();
        svg("g")
            .live_class(move || {
                let perhaps = certainty() == Certainty::Possible;
                if perhaps { "em-mark em-perhaps" } else { "em-mark" }.into()
            })
            .attr("transform", format!("translate({} 0)", (start + 2 * place) * 10))
            .shown(move || inside() != Certainty::Outside)
            .children(disc(kind))
    });
    let class = if shape.kinds.is_empty() { "em-label" } else { "em-label em-bold" };
    in_pixels(shape.at, signs.chain(label_lines(&shape.label, class)))
}

fn surrounding_name(shape: &SurroundingShape) -> Option<Element> {
    let label = shape.label.as_ref()?;
    let class = if shape.water.is_some() { "em-label em-water" } else { "em-label em-foreign" };
    Some(in_pixels(label.at, label_lines(label, class)))
}

/// From one line of a label to the next, in CSS pixels.
const LINE: i32 = 15;

/// The text of a label, in CSS pixels around its anchor.
pub(super) fn label_lines(label: &Label, class: &str) -> Vec<Element> {
    label_with(label, class, &|_, line, text| text.text(line))
}

/// The same with each line put into its element by the caller.
pub(super) fn label_with(
    label: &Label,
    class: &str,
    put: &dyn Fn(usize, String, Element) -> Element,
) -> Vec<Element> {
    let tier = label.tier.map_or_else(|| "em-never".to_owned(), |tier| format!("em-t{tier}"));
    let class = format!("{class} {tier}");
    let others = LINE * (i32::try_from(label.lines.len()).unwrap_or(1) - 1);
    let centred = 4 - others / 2;
    let (half_width, half_height) = (whole(label.half.x), whole(label.half.y));
    let (align, x, first) = match label.anchor {
        Anchor::Middle => ("middle", 0, centred),
        Anchor::Below => ("middle", 0, half_height + 12),
        Anchor::Above => ("middle", 0, -half_height - 4 - others),
        Anchor::Right => ("start", half_width + 3, centred),
        Anchor::Left => ("end", -half_width - 3, centred),
    };
    let mut y = first + whole(label.shift.y);
    let mut lines = Vec::new();
    for (place, line) in label.lines.iter().enumerate() {
        let text = svg("text")
            .class(class.clone())
            .attr("x", (x + whole(label.shift.x)).to_string())
            .attr("y", y.to_string())
            .attr("text-anchor", align);
        lines.push(put(place, line.clone(), text));
        y += LINE;
    }
    lines
}
