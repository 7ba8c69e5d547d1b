//! The panel: one place in which what the reader chooses unfolds. It holds the actions in the
//! provinces, those of the country as a whole, and where people were sent. The compact layout shows
//! one of them at a time, the long form all.
//!
//! Without a script, the links lead to the lists and details, which are shown while the address
//! points at them (`:target`).

use leptos::prelude::event_target_value;

use super::zoom::zoom_to;
use crate::model::{Province, ProvinceCode, RecordIndex, sorted};
use crate::query::Certainty;
use crate::view::dom::{Element, heading, html};
use crate::view::messages::MessageId;
use crate::view::records::{
    FLOWS_ID, NATIONAL_ID, flows, list, meta, national, note, province_id, record_item,
};
use crate::view::state::{Listed, PanelPart, Scene, Ui};
use crate::view::svg::symbol_icon;

/// The id of the list of actions in provinces.
const LOCAL_ID: &str = "em-list";

/// Up to how many provinces each has its detail in the page, so that links lead there without a
/// script.
const DETAILS: usize = 60;

/// The panel with its links.
pub(in crate::view) fn panel(ui: Ui) -> Element {
    html("div")
        .class("em-panel")
        .dyn_attr("data-part", move || ui.panel_part().map(|part| part.as_str().into()))
        .child(links(ui))
        .child(html("div").class("em-sheet").child(local(ui)).child(national(ui)).child(flows(ui)))
}

/// A link to each list, with how many records of it are in range.
fn links(ui: Ui) -> Element {
    let link = |part: PanelPart| {
        let (id, name) = match part {
            PanelPart::Local => (LOCAL_ID, MessageId::ViewCountry),
            PanelPart::National => (NATIONAL_ID, MessageId::ListNational),
            PanelPart::Flows => (FLOWS_ID, MessageId::ListFlows),
        };
        let count = move || {
            let aggregates = ui.aggregates();
            let count = match part {
                PanelPart::Local => aggregates.local.all(),
                PanelPart::National => aggregates.national.all(),
                PanelPart::Flows => ui.listing(&Listed::Flows(None)).all,
            };
            ui.scene().words.number_of(count)
        };
        html("a")
            .attr("href", format!("#{id}"))
            .attr("data-part", part.as_str())
            .current(move || ui.panel_part() == Some(part))
            .on_click(move || ui.toggle_part(part))
            .text(ui.say(name))
            .text(" ")
            .child(html("span").class("em-count").dyn_text(count))
    };
    html("nav")
        .class("em-lists")
        .attr("aria-label", ui.say(MessageId::Lists))
        .children(PanelPart::ALL.map(link))
}

/// The list of all actions in provinces, or the detail of one province.
fn local(ui: Ui) -> Element {
    let scene = ui.scene();
    let none = move || ui.aggregates().local.all() == 0;
    let box_ = html("div")
        .dyn_class(move || {
            let chosen = ui.with(|state| state.province.is_some());
            if chosen { "em-local-part em-chosen" } else { "em-local-part" }.into()
        })
        .attr("id", LOCAL_ID)
        .attr("part", "panel")
        .child(province_select(ui));
    let provinces = &scene.dataset().provinces;
    let box_ = if provinces.len() <= DETAILS {
        box_.children(provinces.iter().map(|province| detail(ui, &scene, province)))
    } else {
        let chosen = move || ui.with(|state| state.province.clone());
        let key = move || chosen().map_or("none".into(), |code| code.to_string().into());
        box_.keyed(key, move || {
            let (scene, code) = (ui.scene(), chosen()?);
            scene.dataset().province(&code).map(|province| detail(ui, &scene, province))
        })
    };
    box_.child(
        html("section")
            .class("em-list")
            .child(
                heading(scene.heading_level(1)).class("em-head").text(ui.say(MessageId::Provinces)),
            )
            .child(html("p").class("em-empty").shown(none).text(ui.say(MessageId::NoneInRange)))
            .children(list(ui, &Listed::Local, move |index, certainty| {
                short_item(ui, index, certainty)
            })),
    )
}

/// An action in two lines; its title leads to the province.
fn short_item(ui: Ui, index: RecordIndex, certainty: Certainty) -> Option<Element> {
    let scene = ui.scene();
    let action = scene.dataset().action(index)?;
    let (record, words) = (&action.record, &scene.words);
    let code = action.province()?.clone();
    let head = [scene.province_name(&code), words.kind(&record.kind), words.period(&record.period)];
    let link = html("a")
        .class("em-name")
        .attr("href", format!("#{}", province_id(&code)))
        .on_click(move || ui.choose_province(Some(code.clone())))
        .text(record.title.get(&words.language).to_owned());
    let item = html("li")
        .class("em-record")
        .child(symbol_icon(scene.kinds.sign(&record.kind)))
        .child(meta(&head))
        .child(link)
        .children((certainty == Certainty::Possible).then(|| note(words.say(MessageId::Possible))));
    Some(item)
}

fn detail(ui: Ui, scene: &Scene, province: &Province) -> Element {
    let code = province.code.clone();
    let has_any = scene.everything.count(&code).all() > 0;
    let empty = scene.words.say(if has_any { MessageId::NoneInRange } else { MessageId::None });
    let name = heading(scene.heading_level(1)).class("em-head").text(scene.province_name(&code));
    let name = match scene.local_name(province) {
        Some((language, local)) => {
            name.text(" ").child(html("span").class("em-local").attr("lang", language).text(local))
        }
        None => name,
    };
    let place = scene.country.shape(&code).map(|shape| shape.at);
    let (id, counted, listed) = (province_id(&code), code.clone(), code.clone());
    let none = move || ui.aggregates().count(&counted).all() == 0;
    let compared = code.clone();
    let change = move || ui.scene().change_text(&ui.aggregates(), Some(&compared));
    let has_change = change.clone();
    let change = html("p")
        .class("em-meta")
        .shown(move || has_change().is_some())
        .dyn_text(move || change().unwrap_or_default());
    // Before the script, all have their records, to which links lead; afterwards the open one.
    let shown = code.clone();
    let is_drawn = move || ui.with(|state| !state.live || state.province.as_ref() == Some(&shown));
    let records = html("div").keyed(
        {
            let is_drawn = is_drawn.clone();
            move || if is_drawn() { "drawn" } else { "left out" }.into()
        },
        move || {
            is_drawn().then(|| {
                let listed = Listed::Province(listed.clone());
                html("div").children(list(ui, &listed, move |index, certainty| {
                    let scene = ui.scene();
                    let record = &scene.dataset().action(index)?.record;
                    Some(record_item(&scene, index, record, certainty, None))
                }))
            })
        },
    );
    html("section")
        .dyn_class(move || {
            let open = ui.with(|state| state.province.as_ref() == Some(&code));
            if open { "em-detail em-open" } else { "em-detail" }.into()
        })
        .attr("id", id)
        .child(name)
        .child(html("p").class("em-empty").shown(none).text(empty))
        .children((!scene.index.has_few()).then_some(change))
        .children(has_any.then_some(records))
        .children(place.map(|at| zoom_to(ui, at)))
        .child(
            html("a")
                .class("em-back")
                .attr("href", format!("#{LOCAL_ID}"))
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
