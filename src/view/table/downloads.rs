//! Downloading the shown records, or all of them, as CSV or GeoJSON.

use super::selection;
use crate::query::{DayRange, Filter, Table, action_rows, csv, flow_rows, geojson};
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::{Scene, Ui};

/// The buttons for both formats.
pub(super) fn downloads(ui: Ui, table: Table) -> Element {
    let rows = move |scene: &Scene, filter: &Filter| {
        let selection = selection(scene, filter);
        let language = scene.words.language.as_str();
        match table {
            Table::Actions => action_rows(scene.dataset(), &selection.actions, language),
            Table::Flows => flow_rows(scene.dataset(), &selection.flows, language),
        }
    };
    let button = |format: &'static str, everything: bool| {
        let name = match (table, format) {
            (Table::Actions, "CSV") => "actions.csv",
            (Table::Actions, _) => "actions.geojson",
            (Table::Flows, "CSV") => "flows.csv",
            (Table::Flows, _) => "flows.geojson",
        };
        let scope = if everything { MessageId::DownloadAll } else { MessageId::DownloadShown };
        html("button")
            .attr("type", "button")
            .flag("disabled", move || !ui.is_live())
            .on_click(move || {
                let scene = ui.scene();
                let filter = if everything { Filter::from(DayRange::ALL) } else { ui.filter() };
                let rows = rows(&scene, &filter);
                let content = match format {
                    "CSV" => csv(table, &rows),
                    _ => geojson(scene.dataset(), &rows),
                };
                ui.download(name, content);
            })
            .text(format!("{format}: {}", ui.say(scope)))
    };
    html("div")
        .class("em-presets em-needs-script")
        .attr("role", "group")
        .attr("aria-label", ui.say(MessageId::Download))
        .child(html("span").class("em-meta").text(ui.say(MessageId::Download)))
        .child(button("CSV", false))
        .child(button("GeoJSON", false))
        .child(button("CSV", true))
        .child(button("GeoJSON", true))
}
