//! What colours and signs mean.

use super::country_picture::shape;
use super::node::{Element, html, svg};
use super::record::sign;
use super::{Key, Plural, Scene, Ui};
use crate::model::sorted;

/// For the map of the provinces.
pub(super) fn country_legend(ui: Ui) -> Element {
    let scene = ui.scene();
    html("div")
        .class("em-legend")
        .attr("role", "group")
        .attr("aria-label", ui.say(Key::Legend))
        .child(html("ul").attr("aria-label", ui.say(Key::LegendActions)).children(colours(&scene)))
        .child(html("ul").children(signs(&scene)))
}

fn colours(scene: &Scene) -> Vec<Element> {
    let words = &scene.words;
    let number = |count: usize| words.locale.number(u64::try_from(count).unwrap_or(u64::MAX));
    let entry =
        |class: String, text: String| html("li").child(html("span").class(class)).text(text);
    let ranges = scene.classes.ranges().into_iter().map(|(from, to)| {
        let shade = scene.classes.shade(from).unwrap_or_default();
        let text = match to {
            Some(to) if to == from => words.count(Plural::Actions, from),
            Some(to) => format!("{}–{}", number(from), number(to)),
            None => words.fill(Key::More, &[("n", &number(from))]),
        };
        entry(format!("em-swatch em-s{shade}"), text)
    });
    let others = [("em-swatch em-maybe", Key::LegendPossible), ("em-swatch", Key::LegendNone)];
    let others = others.map(|(class, key)| entry(class.to_owned(), words.say(key)));
    ranges.chain(others).collect()
}

fn signs(scene: &Scene) -> Vec<Element> {
    let kinds = scene.country.provinces.iter().flat_map(|shape| shape.kinds.iter());
    let mut kinds = sorted(kinds.collect(), Ord::cmp);
    kinds.dedup();
    let entry = |kind| html("li").child(sign(kind)).text(scene.words.kind(kind));
    kinds.into_iter().map(entry).collect()
}

/// For the map of flows.
pub(super) fn world_legend(ui: Ui) -> Element {
    let entry = |(class, key): (&'static str, Key)| {
        let sample = svg("svg").class("em-sample").attr("viewBox", "0 0 40 12");
        let sample = sample.attr("aria-hidden", "true").child(shape(class, "M2 6h36"));
        html("li").child(sample).text(ui.say(key))
    };
    let entries = [("em-arc", Key::LegendPeople), ("em-arc em-unknown", Key::NotPublished)];
    html("ul")
        .class("em-legend")
        .attr("aria-label", ui.say(Key::Legend))
        .children(entries.map(entry))
}
