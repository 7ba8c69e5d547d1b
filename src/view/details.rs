//! What was done in the provinces: all of them in short, each in full.
//!
//! Every province's detail is in the page from the start, shown when it is chosen or, where no
//! script runs, when the address points at it (`:target`).

use super::controls::province_select;
use super::node::{Element, heading, html};
use super::record::{item, list, meta, note, sign};
use super::zoom::zoom_to;
use super::{Key, Scene, Ui};
use crate::model::{Action, Province, ProvinceCode};
use crate::query::{DayRange, Selected, select};

/// Where a province's detail is in the page.
pub(super) fn anchor(code: &ProvinceCode) -> String {
    plain("em-", code.as_str())
}

/// A name that an element can have as its id and an address as its end.
pub(super) fn plain(start: &str, text: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    start.chars().chain(text.chars().map(plain)).collect()
}

/// The list of all, or one province.
pub(super) fn panel(ui: Ui) -> Element {
    let scene = ui.scene();
    let actions = select(scene.dataset(), DayRange::ALL).actions;
    let local = actions.iter().filter(|action| action.what.province().is_some());
    let short = local.map(|action| short_item(ui, &scene, action)).collect();
    let provinces = scene.dataset().provinces.iter();
    let details = provinces.map(|province| detail(ui, &scene, province, &actions));
    let none = move || ui.facts().local.all() == 0;
    html("div")
        .live_class(move || {
            let chosen = ui.choice().province.is_some();
            if chosen { "em-panel em-chosen" } else { "em-panel" }.into()
        })
        .attr("id", "em-list")
        .attr("part", "panel")
        .child(province_select(ui))
        .children(details)
        .child(
            html("section")
                .class("em-list")
                .child(heading(ui, 1).class("em-head").text(ui.say(Key::Provinces)))
                .child(html("p").class("em-empty").shown(none).text(ui.say(Key::NoneInRange)))
                .child(list(short)),
        )
}

/// An action in two lines; its title leads to the province.
fn short_item(ui: Ui, scene: &Scene, action: &Selected<'_, Action>) -> Element {
    let (row, record) = (action.row, &action.what.record);
    let words = &scene.words;
    let code = action.what.province().cloned();
    let place = code.as_ref().map(|code| scene.province_name(code));
    let head: Vec<String> =
        place.into_iter().chain([words.kind(&record.kind), words.period(&record.period)]).collect();
    let link = html("a")
        .class("em-name")
        .attr("href", code.as_ref().map(|code| format!("#{}", anchor(code))).unwrap_or_default())
        .on_click(move || ui.choose_province(code.clone()))
        .text(record.title.get(&words.language).to_owned());
    html("li")
        .class("em-record")
        .shown(ui.inside(row))
        .child(sign(&record.kind))
        .child(meta(&head))
        .child(link)
        .child(note(ui, row, words.say(Key::Possible)))
}

fn detail(ui: Ui, scene: &Scene, province: &Province, actions: &[Selected<'_, Action>]) -> Element {
    let code = province.code.clone();
    let own = actions.iter().filter(|action| action.what.province() == Some(&code));
    let items: Vec<_> =
        own.map(|action| item(ui, scene, action.row, &action.what.record, None)).collect();
    let empty = scene.words.say(if items.is_empty() { Key::None } else { Key::NoneInRange });
    let name = heading(ui, 1).class("em-head").text(scene.province_name(&code));
    let name = match scene.local_name(province) {
        Some((language, local)) => {
            name.text(" ").child(html("span").class("em-local").attr("lang", language).text(local))
        }
        None => name,
    };
    let place = scene.country.shape(&code).map(|shape| shape.at);
    let (id, counted) = (anchor(&code), code.clone());
    let none = move || ui.facts().count(&counted).all() == 0;
    html("section")
        .live_class(move || {
            let open = ui.choice().province.as_ref() == Some(&code);
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
                .text(scene.words.say(Key::AllProvinces)),
        )
}
