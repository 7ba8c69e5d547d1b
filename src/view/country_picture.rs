//! The map of the provinces.

use geo_types::Coord;
use leptos::{ev, prelude::*, svg};

use super::details::anchor;
use super::record::disc;
use super::ui::{flag, maybe, text};
use super::{Key, Ui};
use crate::map::{
    Anchor, CountryMap, Frame, Label, ProvinceShape, SurroundingShape, Water, glyph, whole,
};
use crate::model::ProvinceCode;
use crate::query::{Certainty, Count};

/// The drawing.
#[component]
pub(super) fn CountryPicture(ui: Ui) -> impl IntoView {
    let focused = RwSignal::new(None);
    let parts = ui.with(|scene| {
        let CountryMap { frame, provinces, surroundings } = &scene.country;
        let surfaces = |is_water: bool| -> Vec<_> {
            let shapes = surroundings.iter().filter(|shape| shape.water.is_some() == is_water);
            shapes.filter_map(surface).collect()
        };
        let shapes: Vec<_> = provinces.iter().map(|shape| province(ui, focused, shape)).collect();
        let names: Vec<_> = surroundings.iter().filter_map(surrounding_name).collect();
        let marks: Vec<_> = provinces.iter().map(|shape| mark(ui, shape)).collect();
        (view_box(*frame), surfaces(false), shapes, surfaces(true), names, marks)
    });
    let (view_box, land, shapes, water, names, marks) = parts;
    // Drawn over all others: a border belongs to two provinces, and the later one lies on top.
    let outline = move |code: Option<ProvinceCode>| {
        ui.with(|scene| {
            let mut shapes = scene.country.provinces.iter();
            let shape = shapes.find(|shape| Some(&shape.code) == code.as_ref());
            shape.map(|shape| shape.path.clone()).unwrap_or_default()
        })
    };
    view! {
        <div class="em-box">
            <svg
                class="em-map"
                viewBox=view_box
                role="group"
                aria-label=ui.say(Key::Map)
            >
                <defs>
                    <pattern
                        id="em-hatch"
                        width="14"
                        height="14"
                        patternUnits="userSpaceOnUse"
                        patternTransform="rotate(45)"
                    >
                        {shape("em-hatch", "M0 0h14v14h-14z")}
                        {shape("em-stripe", "M4 0v14")}
                    </pattern>
                </defs>
                {land}
                <g class="em-provinces">{shapes}</g>
                <g class="em-still">
                    {water}
                    <path class="em-outline" d=text(move || outline(ui.province.get()))></path>
                    <path class="em-outline em-focus" d=text(move || outline(focused.get()))></path>
                    {names}
                    {marks}
                </g>
            </svg>
        </div>
    }
}

pub(super) fn view_box(frame: Frame) -> String {
    format!("0 0 {} {}", whole(Frame::WIDTH), whole(frame.height))
}

pub(super) fn translate(at: Coord<f64>) -> String {
    format!("translate({} {})", whole(at.x), whole(at.y))
}

/// A path. Its parts are values and not literals, which would be set by `innerHTML`.
pub(super) fn shape(class: &'static str, path: impl Into<String>) -> impl IntoView {
    view! { <path class=class d=path.into()></path> }
}

fn surface(surrounding: &SurroundingShape) -> Option<impl IntoView + use<>> {
    let class = match surrounding.water {
        None => "em-land",
        Some(Water::River) => "em-river",
        Some(Water::Lake | Water::Sea) => "em-lake",
    };
    let path = surrounding.path.clone();
    (!path.is_empty()).then(|| shape(class, path))
}

/// A province: a link to its detail that works without a script too.
fn province(
    ui: Ui,
    focused: RwSignal<Option<ProvinceCode>>,
    shape: &ProvinceShape,
) -> impl IntoView + use<> {
    let code = shape.code.clone();
    let in_dataset = !shape.kinds.is_empty();
    let name = ui.with(|scene| scene.province_name(&code));
    let counted = code.clone();
    let count = move || ui.facts.with(|facts| facts.count(&counted));
    let for_title = count.clone();
    let title = text(move || {
        let count = for_title();
        ui.with(|scene| format!("{name}: {}", scene.count_text(count, in_dataset)))
    });
    // A presentation attribute: in a shadow root, a style sheet's `url(#...)` is not found by
    // every browser.
    let for_class = count.clone();
    let hatch = maybe("url(#em-hatch)", move || {
        let count = count();
        count.certain == 0 && count.possible > 0
    });
    let class = text(move || {
        let count = for_class();
        let shade = ui.with(|scene| scene.classes.shade(count.certain));
        match shade {
            Some(shade) => format!("em-province em-s{shade}"),
            None if count.possible > 0 => "em-province em-maybe".to_owned(),
            None => "em-province".to_owned(),
        }
    });
    let chosen = code.clone();
    let current =
        maybe("true", move || ui.province.with(|province| province.as_ref() == Some(&chosen)));
    let target = shape.tiny.then(|| {
        // A dot that is as large as a finger whatever the drawing's scale (WCAG 2.5.8).
        let dot = format!("M{} {}h.01", whole(shape.at.x), whole(shape.at.y));
        self::shape("em-target", dot)
    });
    let (data_code, path, href) =
        (code.as_str().to_owned(), shape.path.clone(), format!("#{}", anchor(&code)));
    let own = code.clone();
    svg::a()
        .attr("href", href)
        .on(ev::focus, move |_| focused.set(Some(own.clone())))
        .on(ev::blur, move |_| focused.set(None))
        .attr("aria-current", current)
        .child((
            svg::title().child(title),
            view! { <path class=class fill=hatch data-code=data_code d=path></path> },
            target,
        ))
        .on(ev::click, move |event| {
            event.prevent_default();
            let again = ui.province.with_untracked(|chosen| chosen.as_ref() == Some(&code));
            ui.choose_province((!again).then(|| code.clone()));
        })
}

/// A province's signs and name, for the eye: the link has both in words.
fn mark(ui: Ui, shape: &ProvinceShape) -> impl IntoView + use<> {
    let code = shape.code.clone();
    // Centred, in half widths of a sign.
    let start = 1 - i32::try_from(shape.kinds.len()).unwrap_or_default();
    let signs: Vec<_> = shape
        .kinds
        .iter()
        .scan(start, |x, kind| {
            let at = format!("translate({} 0)", *x * 10);
            *x += 2;
            let (code, kind, path) = (code.clone(), kind.clone(), glyph(kind));
            let certainty = move || {
                ui.facts.with(|facts| {
                    let count = facts.tally(&code).map(|tally| tally.of(&kind)).unwrap_or_default();
                    match count {
                        Count { certain: 1.., .. } => Certainty::Certain,
                        Count { possible: 1.., .. } => Certainty::Possible,
                        Count { .. } => Certainty::Outside,
                    }
                })
            };
            let outside = certainty.clone();
            let class = text(move || {
                let perhaps = certainty() == Certainty::Possible;
                if perhaps { "em-mark em-perhaps" } else { "em-mark" }.to_owned()
            });
            Some(view! {
                <g class=class transform=at hidden=flag(move || outside() == Certainty::Outside)>
                    {disc(path)}
                </g>
            })
        })
        .collect();
    let at = translate(shape.at);
    let words = name(
        &shape.label,
        if shape.kinds.is_empty() { "em-label" } else { "em-label em-bold" },
        10,
    );
    view! { <g transform=at><g class="em-px">{signs}{words}</g></g> }
}

fn surrounding_name(shape: &SurroundingShape) -> Option<impl IntoView + use<>> {
    let label = shape.label.as_ref()?;
    let class = if shape.water.is_some() { "em-label em-water" } else { "em-label em-foreign" };
    let at = translate(label.at);
    let words = name(label, class, 0);
    Some(view! { <g transform=at><g class="em-px">{words}</g></g> })
}

/// From one line of a label to the next, in CSS pixels.
const LINE: i32 = 15;

/// The text of a label beside a symbol of a size, in CSS pixels around its anchor.
pub(super) fn name(label: &Label, class: &str, half: i32) -> impl IntoView + use<> {
    let tier = label.tier.map_or_else(|| "em-never".to_owned(), |tier| format!("em-t{tier}"));
    let class = format!("{class} {tier}");
    let others = LINE * (i32::try_from(label.lines.len()).unwrap_or(1) - 1);
    let centred = 4 - others / 2;
    let (align, x, first) = match label.anchor {
        Anchor::Middle => ("middle", 0, centred),
        Anchor::Below => ("middle", 0, half + 12),
        Anchor::Above => ("middle", 0, -half - 4 - others),
        Anchor::Right => ("start", half + 3, centred),
        Anchor::Left => ("end", -half - 3, centred),
    };
    let lines: Vec<_> = label
        .lines
        .iter()
        .scan(first, |y, line| {
            let at = *y;
            *y += LINE;
            let line = line.clone();
            Some(view! { <text class=class.clone() x=x y=at text-anchor=align>{line}</text> })
        })
        .collect();
    lines
}
