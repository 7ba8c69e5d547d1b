//! The actions in the provinces: a list of all in short, and each province's own in full.
//!
//! Every province's detail is in the page from the start. It is shown when the province is
//! selected or, where no script runs, when the address points at it (`:target`).

use crate::view::dom::{Element, heading, html};
use crate::view::messages::MessageId;
use crate::view::records::{list, meta, note, province_id, record_item};
use crate::view::state::{Scene, Ui};
use crate::view::svg::symbol_icon;
use leptos::prelude::event_target_value;

use super::zoom::zoom_to;
use crate::model::{Action, Province, ProvinceCode, RecordIndex, sorted};

/// The list of all actions in provinces, or the detail of one province.
pub(in crate::view) fn panel(ui: Ui) -> Element {
    let scene = ui.scene();
    let local = scene.actions().filter(|(_, action)| action.province().is_some());
    let short = local.map(|(index, action)| short_item(ui, &scene, index, action)).collect();
    let provinces = scene.dataset().provinces.iter();
    let details = provinces.map(|province| detail(ui, &scene, province));
    let none = move || ui.aggregates().local.all() == 0;
    html("div")
        .dyn_class(move || {
            let chosen = ui.with(|state| state.province.is_some());
            if chosen { "em-panel em-chosen" } else { "em-panel" }.into()
        })
        .attr("id", "em-list")
        .attr("part", "panel")
        .child(province_select(ui))
        .children(details)
        .child(
            html("section")
                .class("em-list")
                .child(
                    heading(scene.heading_level(1))
                        .class("em-head")
                        .text(ui.say(MessageId::Provinces)),
                )
                .child(html("p").class("em-empty").shown(none).text(ui.say(MessageId::NoneInRange)))
                .child(list(short)),
        )
}

/// An action in two lines; its title leads to the province.
fn short_item(ui: Ui, scene: &Scene, index: RecordIndex, action: &Action) -> Element {
    let record = &action.record;
    let words = &scene.words;
    let code = action.province().cloned();
    let place = code.as_ref().map(|code| scene.province_name(code));
    let head: Vec<String> =
        place.into_iter().chain([words.kind(&record.kind), words.period(&record.period)]).collect();
    let link = html("a")
        .class("em-name")
        .attr(
            "href",
            code.as_ref().map(|code| format!("#{}", province_id(code))).unwrap_or_default(),
        )
        .on_click(move || ui.choose_province(code.clone()))
        .text(record.title.get(&words.language).to_owned());
    html("li")
        .class("em-record")
        .shown(ui.inside(index))
        .child(symbol_icon(&record.kind))
        .child(meta(&head))
        .child(link)
        .child(note(ui, index, words.say(MessageId::Possible)))
}

fn detail(ui: Ui, scene: &Scene, province: &Province) -> Element {
    let code = province.code.clone();
    let own = scene.actions().filter(|(_, action)| action.province() == Some(&code));
    let items = own.map(|(index, action)| record_item(ui, scene, index, &action.record, None));
    let items: Vec<_> = items.collect();
    let empty =
        scene.words.say(if items.is_empty() { MessageId::None } else { MessageId::NoneInRange });
    let name = heading(scene.heading_level(1)).class("em-head").text(scene.province_name(&code));
    let name = match scene.local_name(province) {
        Some((language, local)) => {
            name.text(" ").child(html("span").class("em-local").attr("lang", language).text(local))
        }
        None => name,
    };
    let place = scene.country.shape(&code).map(|shape| shape.at);
    let (id, counted) = (province_id(&code), code.clone());
    let none = move || ui.aggregates().count(&counted).all() == 0;
    html("section")
        .dyn_class(move || {
            let open = ui.with(|state| state.province.as_ref() == Some(&code));
            if open { "em-detail em-open" } else { "em-detail" }.into()
        })
        .attr("id", id)
        .child(name)
        .child(html("p").class("em-empty").shown(none).text(empty))
        .child(list(items))
        .children(place.map(|at| zoom_to(ui, at)))
        .child(
            html("a")
                .class("em-back")
                .attr("href", "#em-list")
                .on_click(move || ui.choose_province(None))
                .text(scene.words.say(MessageId::AllProvinces)),
        )
}

/// All provinces by name: for a finger the small ones are easier to hit here than on the map.
fn province_select(ui: Ui) -> Element {
    let scene = ui.scene();
    let options =
        scene.dataset().provinces.iter().map(|province| {
            (scene.province_name(&province.code), province.code.as_str().to_owned())
        });
    let options = sorted(options.collect(), |a, b| a.cmp(b));
    let option = |(name, code): (String, String)| html("option").attr("value", code).text(name);
    let select = html("select")
        .flag("disabled", move || !ui.is_live())
        .value(move || {
            ui.with(|state| {
                state.province.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default()
            })
        })
        .on("change", move |event| {
            ui.choose_province(ProvinceCode::new(&event_target_value(event)).ok());
        })
        .child(option((ui.say(MessageId::AllProvinces), String::new())))
        .children(options.into_iter().map(option));
    html("label")
        .class("em-needs-script em-select")
        .text(ui.say(MessageId::ChooseProvince))
        .child(select)
}
