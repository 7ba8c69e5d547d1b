//! What is known only roughly, as thin lines above the bars: a month, a year, "up to January". Each has
//! a name, and choosing it chooses its days.
//!
//! Where there is room on a phone, the names are in the picture. Else they are in the tooltip and in
//! the name of the option only.

use std::borrow::Cow;
use std::rc::Rc;

use geo_types::Coord;

use super::position::percent;
use crate::query::{Counts as _, Span, Timeline};
use crate::view::dom::{Element, html, svg};
use crate::view::interaction::{ListboxOption, listbox, option_id, tooltip, with_tooltip};
use crate::view::messages::MessageId;
use crate::view::state::{Scene, Selectable, Ui};

/// The height of a lane without and with names, in CSS pixels.
const LANE: usize = 8;
const NAMED_LANE: usize = 16;

/// How many lanes without names there is room for.
const LANES: usize = 3;

/// The width of the timeline on a phone and of a letter, in CSS pixels.
const WIDTH: f64 = 310.0;
const LETTER: f64 = 6.2;

/// A name in the picture: its text, where it is anchored, and by which end.
type Name = (String, f64, &'static str);

/// The height of all lanes. It does not follow the chosen days, so that nothing below moves.
pub(super) fn height(scene: &Scene) -> usize {
    if !scene.index.calendar().has_rough() {
        return 0;
    }
    let spans = &scene.everything.spans;
    let names = scene.everything.timeline.as_ref().map(|line| names(scene, line, spans));
    let lanes = spans.iter().map(|span| span.lane + 1).max().unwrap_or_default();
    let size = if names.is_some_and(|names| is_named(&names)) { NAMED_LANE } else { LANE };
    (size * lanes).max(LANE * LANES)
}

/// The lines, as a listbox.
pub(super) fn spans(ui: Ui, height: usize) -> Element {
    let options = move || {
        let (scene, aggregates) = (ui.scene(), ui.aggregates());
        let Some(line) = &aggregates.timeline else { return Rc::default() };
        let option = |(number, span): (usize, &Span)| {
            let (start, end) = line.place(span);
            ListboxOption {
                selectable: Selectable::Span(number),
                name: span_name(&scene, span),
                at: Coord {
                    x: (start + end) * 500.0,
                    y: f64::from(u32::try_from(lane_top(span.lane, LANE, height)).unwrap_or(0)),
                },
            }
        };
        Rc::new(aggregates.spans.iter().enumerate().map(option).collect())
    };
    let key = move || {
        let aggregates = ui.aggregates();
        let mut key = String::from("=");
        for span in &aggregates.spans {
            let (start, end) = aggregates.timeline.as_ref().map_or((0.0, 0.0), |it| it.place(span));
            key.push_str(&percent(start));
            key.push_str(&percent(end));
            key.push_str(&(span.count * 8 + span.lane).to_string());
        }
        key.into()
    };
    let drawn = svg("g").keyed(key, move || {
        let (scene, aggregates) = (ui.scene(), ui.aggregates());
        let line = aggregates.timeline.as_ref()?;
        let lanes = aggregates.spans.iter().map(|span| span.lane + 1).max().unwrap_or_default();
        let fits = lanes * NAMED_LANE <= height;
        let names = names(&scene, line, &aggregates.spans);
        let is_named = fits && is_named(&names);
        let lane = if is_named { NAMED_LANE } else { LANE };
        let names = names.into_iter().map(|name| name.filter(|_| is_named));
        let spans = aggregates.spans.iter().enumerate().zip(names);
        let spans = spans.map(|((number, span), name)| {
            let y = lane_top(span.lane, lane, height);
            drawing(ui, &scene, (number, span), line.place(span), (y, lane), name)
        });
        Some(svg("g").children(spans))
    });
    listbox(ui, ui.say(MessageId::Rough), options, svg("g").class("em-spans").child(drawn))
        .shown(move || !ui.aggregates().spans.is_empty())
}

/// The tooltip of a line.
pub(super) fn span_tooltip(ui: Ui) -> Element {
    let at = move |ui: Ui, selectable: &Selectable| {
        let Selectable::Span(number) = selectable else { return None };
        let aggregates = ui.aggregates();
        let (start, end) = aggregates.timeline.as_ref()?.place(aggregates.spans.get(*number)?);
        Some(Coord { x: f64::midpoint(start.max(0.0), end.min(1.0)), y: 0.0 })
    };
    html("div").class("em-span-tip").child(tooltip(ui, Box::new(at)))
}

/// Where a lane's lines are, from the top, in CSS pixels.
fn lane_top(lane: usize, size: usize, height: usize) -> usize {
    height.saturating_sub(lane * size + 6)
}

/// When, and how many records.
fn span_name(scene: &Scene, span: &Span) -> String {
    let when = scene.words.part(span.part);
    let only = scene.dataset().record_at(span.record).filter(|_| span.count == 1);
    match only {
        Some(record) => format!("{when}: {}", record.title.get(&scene.words.language)),
        None => format!("{when}: {}", scene.records_text(span.count)),
    }
}

/// Whether names are in the picture: where most have room.
fn is_named(names: &[Option<Name>]) -> bool {
    names.iter().flatten().count() * 2 > names.len()
}

/// The names in the picture; `None` where there is no room.
fn names(scene: &Scene, line: &Timeline, spans: &[Span]) -> Vec<Option<Name>> {
    let place = |span: &Span| {
        let (start, end) = line.place(span);
        (start.max(0.0), end.min(1.0))
    };
    let name = |span: &Span| {
        let (start, end) = place(span);
        let others = || spans.iter().filter(|other| other.lane == span.lane).map(place);
        let before = others().map(|(_, end)| end).filter(|end| *end <= start);
        let after = others().map(|(start, _)| start).filter(|start| *start >= end);
        let (before, after) = (before.fold(0.0, f64::max), after.fold(1.0, f64::min));
        let fits = |text: String| {
            let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            let need = (f64::from(letters) * LETTER + 10.0) / WIDTH;
            if start + need <= after {
                Some((text, start, "start"))
            } else if end - need >= before {
                Some((text, end, "end"))
            } else {
                None
            }
        };
        let when = scene.words.part(span.part);
        let number = (span.count > 1).then(|| scene.records_text(span.count));
        let long = number.and_then(|number| fits(format!("{when} · {number}")));
        long.or_else(|| fits(when))
    };
    spans.iter().map(name).collect()
}

fn drawing(
    ui: Ui,
    scene: &Scene,
    (number, span): (usize, &Span),
    (start, end): (f64, f64),
    (y, lane): (usize, usize),
    name: Option<Name>,
) -> Element {
    let selectable = Selectable::Span(number);
    let (start, end) = (start.max(0.0), end.min(1.0));
    let line = |class: &'static str, y: usize, height: usize| {
        svg("rect")
            .class(class)
            .attr("x", percent(start))
            .attr("width", percent(end - start))
            .attr("y", y.to_string())
            .attr("height", height.to_string())
    };
    let end_mark = |at: &'static str, d: &'static str| {
        svg("svg")
            .attr("x", at)
            .attr("y", y.to_string())
            .attr("overflow", "visible")
            .child(svg("path").class("em-span-end").attr("d", d))
    };
    let text = name.map(|(text, at, anchor)| {
        svg("text")
            .class("em-tick em-span-name")
            .attr("x", percent(at))
            .attr("y", y.saturating_sub(3).to_string())
            .attr("text-anchor", anchor)
            .text(text)
    });
    let alive = |value: Cow<'static, str>| move || ui.is_live().then(|| value.clone());
    let (focused, lit) = (selectable.clone(), selectable.clone());
    let group = svg("g")
        .dyn_class(move || {
            if ui.focused().as_ref() == Some(&focused) {
                "em-span em-span-focused"
            } else if ui.is_highlighted(&lit) {
                "em-span em-lit"
            } else {
                "em-span"
            }
            .into()
        })
        .attr("id", option_id(&selectable))
        .attr("data-grip", "span")
        .dyn_attr("role", alive("option".into()))
        .dyn_attr("aria-selected", alive("false".into()))
        .dyn_attr("aria-label", alive(span_name(scene, span).into()))
        .child(line("em-span-reach", (y + 6).saturating_sub(lane), lane))
        .child(line("em-span-line", y, 4).attr("rx", "1.5"))
        .children(span.runs_off_start.then(|| end_mark("0%", "M4-2.5L-2 1.5L4 5.5z")))
        .children(span.runs_off_end.then(|| end_mark("100%", "M-4-2.5L2 1.5L-4 5.5z")))
        .children(text);
    with_tooltip(ui, &selectable, group).on_click(move || ui.toggle(&selectable))
}
