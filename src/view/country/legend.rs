//! What colours and symbols mean. The kinds in it are also the switches that show and hide them.

use crate::model::ActionKind;
use crate::view::dom::{Element, html};
use crate::view::messages::{MessageId, PluralId};
use crate::view::state::{Scene, Ui};
use crate::view::svg::symbol_icon;

/// The legend of the map of the provinces.
pub(in crate::view) fn country_legend(ui: Ui) -> Element {
    let scene = ui.scene();
    html("div")
        .class("em-legend")
        .attr("part", "legend")
        .attr("role", "group")
        .attr("aria-label", ui.say(MessageId::Legend))
        .child(
            html("ul")
                .attr("aria-label", ui.say(MessageId::LegendActions))
                .children(colours(&scene)),
        )
        .child(
            html("ul")
                .class("em-kinds")
                .attr("aria-label", ui.say(MessageId::LegendKinds))
                .children(kinds(ui, &scene)),
        )
}

fn colours(scene: &Scene) -> Vec<Element> {
    let words = &scene.words;
    let entry =
        |class: String, text: String| html("li").child(html("span").class(class)).text(text);
    let ranges = scene.class_breaks.ranges().into_iter().map(|(from, to)| {
        let class = scene.class_breaks.class(from).unwrap_or_default();
        let text = match to {
            Some(to) if to == from => words.count(PluralId::Actions, from),
            Some(to) => format!("{}–{}", words.number_of(from), words.number_of(to)),
            None => words.fill(MessageId::More, &[("n", &words.number_of(from))]),
        };
        entry(format!("em-swatch em-s{class}"), text)
    });
    let others =
        [("em-swatch em-maybe", MessageId::LegendPossible), ("em-swatch", MessageId::LegendNone)];
    let others = others.map(|(class, key)| entry(class.to_owned(), words.say(key)));
    ranges.chain(others).collect()
}

/// The kinds with their symbols; each is a switch that shows or hides its records.
fn kinds(ui: Ui, scene: &Scene) -> Vec<Element> {
    let entry = |kind: &ActionKind| {
        let (shown, counted, toggled) = (kind.clone(), kind.clone(), kind.clone());
        let count = move || {
            let aggregates = ui.aggregates();
            let found = aggregates.kinds.iter().find(|(kind, _)| *kind == counted);
            found.map(|(_, count)| ui.scene().words.number_of(count.all())).unwrap_or_default()
        };
        let switch = html("button")
            .class("em-kind")
            .attr("type", "button")
            .flag("disabled", move || !ui.is_live())
            .dyn_attr("aria-pressed", move || {
                Some(if ui.shows(&shown) { "true" } else { "false" }.into())
            })
            .on_click(move || ui.toggle_kind(&toggled))
            .child(symbol_icon(scene.kinds.sign(kind)))
            .text(scene.words.kind(kind))
            .text(" ")
            .child(html("span").class("em-count").dyn_text(count));
        html("li").child(switch)
    };
    scene.kinds.all().map(entry).collect()
}
