//! The map of the provinces.

use std::rc::Rc;

use super::zoom::{visible_view_box, with_gestures, zoom_buttons, zoom_hint};
use crate::map::{BasemapShape, CountryMap, ProvinceShape, Water, round};
use crate::model::{ActionKind, sorted};
use crate::query::{Certainty, Count};
use crate::view::dom::{Element, html, svg};
use crate::view::interaction::{ListboxOption, listbox, option, tooltip, with_tooltip};
use crate::view::messages::MessageId;
use crate::view::records::province_id;
use crate::view::state::{Scene, Selectable, Ui, UiState};
use crate::view::svg::{fitted, in_pixels, label_lines, path, symbol_on_disc};

/// The most kinds of a province that are drawn as symbols: where one has more, numbers stand for them.
const MOST_SYMBOLS: usize = 3;

/// The map with its buttons and tooltip.
pub(in crate::view) fn country_picture(ui: Ui) -> Element {
    let scene = ui.scene();
    let CountryMap { viewport, provinces, basemap } = &scene.country;
    let viewport = *viewport;
    let options = Rc::new(options(&scene));
    let is_dense = provinces.iter().any(|shape| shape.kinds.len() > MOST_SYMBOLS);
    let surfaces = |is_water: bool| {
        let shapes = basemap.iter().filter(move |one| one.water.is_some() == is_water);
        shapes.filter_map(surface)
    };
    // Provinces end at a lake's shore, where the lake of another source may leave a gap: a wider
    // outline of it lies under them.
    let beds = basemap.iter().filter(|one| one.water == Some(Water::Lake));
    let beds = beds.map(|lake| path("em-bed", lake.path.clone()));
    let links = provinces.iter().map(|shape| province(ui, &scene, shape));
    let still = svg("g")
        .class("em-still")
        .children(surfaces(true))
        .child(outline(ui, "em-outline", |state| state.province.clone().map(Selectable::Province)))
        .child(outline(ui, "em-outline em-focus", |state| state.focused.clone()))
        .children(basemap.iter().filter_map(basemap_label))
        .children(provinces.iter().map(|shape| mark(ui, shape, is_dense)));
    // Without neighbours in the data nothing is known of what lies around: it need not be sea.
    let ground = if basemap.is_empty() { " em-bare" } else { "" };
    let picture = svg("svg")
        .attr("part", "picture")
        .dyn_class(move || format!("em-map{ground} em-z{}", ui.zoom().scale()).into())
        .dyn_attr("viewBox", move || Some(visible_view_box(ui, viewport).into()))
        .attr("role", "group")
        .attr("aria-label", ui.say(MessageId::Map))
        .child(svg("defs").child(hatch()))
        .children(surfaces(false))
        .children(beds)
        .child(listbox(
            ui,
            ui.say(MessageId::Map),
            move || Rc::clone(&options),
            svg("g").class("em-provinces").children(links),
        ))
        .child(still);
    let picture = with_gestures(ui, viewport, picture);
    let framed = html("div")
        .class("em-box")
        .child(picture)
        .child(zoom_buttons(ui, viewport))
        .child(zoom_hint(ui))
        .child(tooltip(
            ui,
            Box::new(|ui, selectable| {
                let Selectable::Province(code) = selectable else { return None };
                let (scene, zoom) = (ui.scene(), ui.zoom());
                Some(zoom.to_fraction(scene.country.viewport, scene.country.shape(code)?.at))
            }),
        ));
    fitted(viewport, framed)
}

/// The provinces in the order of their names.
fn options(scene: &Scene) -> Vec<ListboxOption> {
    let option = |shape: &ProvinceShape| ListboxOption {
        selectable: Selectable::Province(shape.code.clone()),
        name: scene.province_name(&shape.code),
        at: shape.at,
    };
    sorted(scene.country.provinces.iter().map(option).collect(), |a, b| a.name.cmp(&b.name))
}

/// The pattern that fills provinces with only possible actions.
fn hatch() -> Element {
    svg("pattern")
        .attr("id", "em-hatch")
        .attr("width", "14")
        .attr("height", "14")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", "rotate(45)")
        .child(path("em-hatch", "M0 0h14v14h-14z"))
        .child(path("em-stripe", "M4 0v14"))
}

/// A province's outline, drawn over all others: two provinces share a border, and the one drawn
/// later would cover half of it.
fn outline(ui: Ui, class: &'static str, which: fn(&UiState) -> Option<Selectable>) -> Element {
    let outline = move || {
        let scene = ui.scene();
        let Some(Selectable::Province(code)) = ui.with(which) else { return String::new() };
        let shape = scene.country.shape(&code);
        shape.map(|shape| shape.path.clone()).unwrap_or_default()
    };
    svg("path").class(class).dyn_attr("d", move || Some(outline().into()))
}

fn surface(basemap_shape: &BasemapShape) -> Option<Element> {
    let class = match basemap_shape.water {
        None => "em-land",
        Some(Water::River) => "em-river",
        Some(Water::Lake | Water::Sea) => "em-lake",
    };
    (!basemap_shape.path.is_empty()).then(|| path(class, basemap_shape.path.clone()))
}

/// A province: a link to its detail that works without a script too.
fn province(ui: Ui, scene: &Scene, shape: &ProvinceShape) -> Element {
    let code = shape.code.clone();
    let in_dataset = !shape.kinds.is_empty();
    let name = scene.province_name(&code);
    let counted = code.clone();
    let count = move || ui.aggregates().count(&counted);
    let for_title = count.clone();
    let title = move || format!("{name}: {}", ui.scene().count_text(for_title(), in_dataset));
    let for_class = count.clone();
    let class = move || {
        let count = for_class();
        match ui.scene().class_breaks.class(count.certain) {
            Some(class) => format!("em-province em-s{class}").into(),
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
        .dyn_class(class)
        .dyn_attr("fill", hatched)
        .attr("data-code", code.as_str().to_owned())
        .attr("d", shape.path.clone());
    let target = shape.tiny.then(|| {
        // A dot that has a finger's size at any scale of the drawing (WCAG 2.5.8).
        let dot = format!("M{} {}h.01", round(shape.at.x), round(shape.at.y));
        path("em-target", dot)
    });
    let selectable = Selectable::Province(code);
    let link = svg("a")
        .attr("href", format!("#{}", province_id(&shape.code)))
        .dyn_attr("aria-label", move || Some(title().into()))
        .child(area)
        .children(target);
    let link = with_tooltip(ui, &selectable, option(ui, &selectable, link));
    link.on_click(move || ui.toggle(&selectable))
}

/// A province's symbols or number, and its name, for the eye only: the link says all in words.
fn mark(ui: Ui, shape: &ProvinceShape, is_dense: bool) -> Element {
    let code = shape.code.clone();
    let class = if shape.kinds.is_empty() { "em-label" } else { "em-label em-bold" };
    let label = label_lines(&shape.label, class);
    if is_dense {
        let count = move || {
            let count = ui.aggregates().count(&code).all();
            if count == 0 { String::new() } else { ui.scene().words.number_of(count) }
        };
        let number = svg("text").class("em-label em-bold em-t1").attr("text-anchor", "middle");
        let number = number.attr("y", "4").dyn_text(count);
        return in_pixels(shape.at, label.into_iter().chain([number]));
    }
    // Centred, in half widths of a symbol.
    let start = 1 - i32::try_from(shape.kinds.len()).unwrap_or_default();
    let scene = ui.scene();
    let place = |kind: &ActionKind| scene.kinds.place(kind);
    // Without a list of kinds they are in their order already.
    let kinds = if cfg!(feature = "sheets") {
        sorted(shape.kinds.clone(), |a, b| place(a).cmp(&place(b)))
    } else {
        shape.kinds.clone()
    };
    let symbols = (0..).zip(kinds).map(|(index, kind)| {
        let (code, counted) = (code.clone(), kind.clone());
        let certainty = move || {
            let aggregates = ui.aggregates();
            match aggregates.kind_count(&code, &counted) {
                Count { certain: 1.., .. } => Certainty::Certain,
                Count { possible: 1.., .. } => Certainty::Possible,
                Count { .. } => Certainty::Outside,
            }
        };
        let inside = certainty.clone();
        svg("g")
            .dyn_class(move || {
                let perhaps = certainty() == Certainty::Possible;
                if perhaps { "em-mark em-perhaps" } else { "em-mark" }.into()
            })
            .attr("transform", format!("translate({} 0)", (start + 2 * index) * 10))
            .shown(move || inside() != Certainty::Outside)
            .children(symbol_on_disc(scene.kinds.sign(&kind)))
    });
    in_pixels(shape.at, symbols.chain(label))
}

fn basemap_label(shape: &BasemapShape) -> Option<Element> {
    let label = shape.label.as_ref()?;
    let class = if shape.water.is_some() { "em-label em-water" } else { "em-label em-foreign" };
    Some(in_pixels(label.at, label_lines(label, class)))
}
