//! What colours and signs mean.

use super::country_picture::shape;
use super::node::{Element, html, svg};
use super::record::sign;
use super::{Key, Plural, Scene, Ui};
use crate::map::ArcWidth;
use crate::model::{Kind, People};
use crate::query::{Count, Filter};

/// For the map of the provinces.
pub(super) fn country_legend(ui: Ui) -> Element {
    let scene = ui.scene();
    html("div")
        .class("em-legend")
        .attr("part", "legend")
        .attr("role", "group")
        .attr("aria-label", ui.say(Key::Legend))
        .child(html("ul").attr("aria-label", ui.say(Key::LegendActions)).children(colours(&scene)))
        .child(
            html("ul")
                .class("em-kinds")
                .attr("aria-label", ui.say(Key::LegendKinds))
                .children(kinds(ui, &scene)),
        )
}

fn colours(scene: &Scene) -> Vec<Element> {
    let words = &scene.words;
    let entry =
        |class: String, text: String| html("li").child(html("span").class(class)).text(text);
    let ranges = scene.classes.ranges().into_iter().map(|(from, to)| {
        let shade = scene.classes.shade(from).unwrap_or_default();
        let text = match to {
            Some(to) if to == from => words.count(Plural::Actions, from),
            Some(to) => format!("{}–{}", words.number_of(from), words.number_of(to)),
            None => words.fill(Key::More, &[("n", &words.number_of(from))]),
        };
        entry(format!("em-swatch em-s{shade}"), text)
    });
    let others = [("em-swatch em-maybe", Key::LegendPossible), ("em-swatch", Key::LegendNone)];
    let others = others.map(|(class, key)| entry(class.to_owned(), words.say(key)));
    ranges.chain(others).collect()
}

/// The kinds with their signs; each is a switch that lets them in or leaves them out.
fn kinds(ui: Ui, scene: &Scene) -> Vec<Element> {
    let entry = |(kind, _): (Kind, Count)| {
        let (shown, counted, toggled) = (kind.clone(), kind.clone(), kind.clone());
        let count = move || {
            let facts = ui.facts();
            let found = facts.kinds.iter().find(|(kind, _)| *kind == counted);
            found.map(|(_, count)| ui.scene().words.number_of(count.all())).unwrap_or_default()
        };
        let switch = html("button")
            .class("em-kind")
            .attr("type", "button")
            .flag("disabled", move || !ui.choice().live)
            .live("aria-pressed", move || {
                Some(if ui.filter().shows(&shown) { "true" } else { "false" }.into())
            })
            .on_click(move || ui.toggle_kind(&toggled))
            .child(sign(&kind))
            .text(scene.words.kind(&kind))
            .text(" ")
            .child(html("span").class("em-count").live_text(count));
        html("li").child(switch)
    };
    scene.facts(&Filter::default()).kinds.into_iter().map(entry).collect()
}

/// For the map of flows.
pub(super) fn world_legend(ui: Ui, largest: u64, arcs: usize) -> Element {
    let scene = ui.scene();
    let sample = |class: &'static str, width: i32| {
        let line = shape(class, "M2 7h27").attr("stroke-width", width.to_string());
        let head = svg("g").attr("transform", "translate(38 7)");
        svg("svg")
            .class("em-sample")
            .attr("viewBox", "0 0 40 14")
            .attr("aria-hidden", "true")
            .child(line)
            .child(head.child(shape("em-arrow", "M2 0l-13-7 3 7-3 7z")))
    };
    let figures = ArcWidth::samples(largest).into_iter().filter_map(|number| {
        match ArcWidth::new(Some(number), largest, arcs) {
            ArcWidth::People(width) => {
                let text = scene.words.people(People::Exactly(number));
                Some(html("li").child(sample("em-arc", width)).text(text))
            }
            ArcWidth::NotPublished => None,
        }
    });
    let unknown = sample("em-arc em-unknown", 3);
    let unknown = html("li").child(unknown).text(ui.say(Key::NotPublished));
    html("ul")
        .class("em-legend")
        .attr("part", "legend")
        .attr("aria-label", ui.say(Key::LegendPeople))
        .children(figures.chain([unknown]))
}
