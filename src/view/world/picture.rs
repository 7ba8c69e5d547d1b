//! The picture of the world as a whole: its drawings, the legend, and in words what cannot be drawn.

use super::all_flows::AllFlows;
use super::drawing::drawing;
use super::legend::world_legend;
use crate::map::WorldMap;
use crate::model::{Atlas, Destination, RecordIndex};
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::{Scene, Ui};

/// The drawings, and in words what they cannot show; nothing before the countries are there.
pub(in crate::view) fn contents(ui: Ui) -> Element {
    match ui.atlas() {
        Some(loaded) if !loaded.atlas.countries.is_empty() => drawings(ui, &loaded.atlas),
        _ => html("p")
            .class("em-notice")
            .attr("role", "alert")
            .text(ui.say(MessageId::ProblemFileCountries)),
    }
}

fn drawings(ui: Ui, atlas: &Atlas) -> Element {
    let scene = ui.scene();
    let flows = AllFlows::new(&scene);
    let drawings = WorldMap::drawings(
        scene.dataset(),
        atlas,
        &|country| flows.label(&scene, country),
        &|country| flows.rank(country),
    );
    let pictures = drawings.into_iter().enumerate().map(|(number, map)| {
        let picture = drawing(ui, &scene, flows, &map);
        let near =
            (number > 0).then(|| html("p").class("em-caption").text(ui.say(MessageId::Near)));
        html("div").children(near).child(picture)
    });
    let captions = unnamed(&scene)
        .into_iter()
        .map(|(index, text)| html("p").class("em-caption").shown(ui.inside(index)).text(text));
    let attribution = atlas.attribution.as_ref().map(|text| text.get(&scene.words.language));
    html("div")
        .children(pictures)
        .children(captions)
        .child(world_legend(ui, flows.scale))
        .children(attribution.map(|text| html("p").class("em-meta").text(text.to_owned())))
}

/// A sentence for each figure whose destinations are not named: no arc is invented for it.
fn unnamed(scene: &Scene) -> Vec<(RecordIndex, String)> {
    let words = &scene.words;
    let several = scene.flows();
    let several = several.filter(|(_, flow)| matches!(flow.destination, Destination::Several(_)));
    several
        .map(|(index, flow)| {
            let record = &flow.record;
            let people = record.people.map(|people| words.people(people)).unwrap_or_default();
            let places = scene.destination(flow.destination);
            let text =
                words.fill(MessageId::FlowsDrawn, &[("figure", &people), ("places", &places)]);
            let title = record.title.get(&words.language);
            (index, format!("{title} ({}): {text}", words.period(&record.period)))
        })
        .collect()
}
