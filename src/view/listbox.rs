//! The provinces of the picture as one stop of the keyboard: a listbox with an active descendant
//! (WAI-ARIA Authoring Practices, "Listbox"). Without a script they stay links.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event, KeyboardEvent};

use super::details::anchor;
use super::node::Element;
use super::{Key, Scene, Ui};
use crate::map::{Direction, next_province};
use crate::model::{ProvinceCode, sorted};

/// For how long letters belong to one name, in milliseconds.
const PATIENCE: f64 = 700.0;

/// The letters of a name, typed one after the other.
#[derive(Default)]
struct Typed {
    letters: String,
    at: f64,
}

/// Where an option is.
pub(super) fn option_id(code: &ProvinceCode) -> String {
    format!("{}-option", anchor(code))
}

/// Makes a listbox of the element that holds the provinces.
pub(super) fn listbox(ui: Ui, element: Element) -> Element {
    let typed = RefCell::new(Typed::default());
    let last: Rc<RefCell<Option<ProvinceCode>>> = Rc::default();
    let left = Rc::clone(&last);
    let alive = move |value: &'static str| move || ui.choice().live.then_some(value.into());
    let label = ui.say(Key::Map);
    element
        .live("role", alive("listbox"))
        .live("tabindex", alive("0"))
        .live("aria-label", move || ui.choice().live.then(|| label.clone().into()))
        .live("aria-activedescendant", move || {
            ui.choice().focused.map(|code| option_id(&code).into())
        })
        .on("focusin", move |event| {
            let scene = ui.scene();
            let names = by_name(&scene);
            let first = || names.first().map(|(_, code)| code.clone());
            let before = || last.borrow().clone().or(ui.choice().province).or_else(first);
            ui.point_at(target(&scene, event).or_else(before));
        })
        .on("focusout", move |_| {
            *left.borrow_mut() = ui.choice().focused;
            ui.point_at(None);
        })
        .on("keydown", move |event| press(ui, &mut typed.borrow_mut(), event))
}

/// The province whose own element a pointer or a script gave the focus to.
fn target(scene: &Scene, event: &Event) -> Option<ProvinceCode> {
    let id = event.target()?.dyn_into::<DomElement>().ok()?.id();
    let shapes = scene.country.provinces.iter();
    shapes.map(|shape| &shape.code).find(|code| option_id(code) == id).cloned()
}

/// The provinces in the order of their names.
fn by_name(scene: &Scene) -> Vec<(String, ProvinceCode)> {
    let shapes = scene.country.provinces.iter();
    let named = shapes.map(|shape| (scene.province_name(&shape.code), shape.code.clone()));
    sorted(named.collect(), |(a, _), (b, _)| a.cmp(b))
}

fn press(ui: Ui, typed: &mut Typed, event: &Event) {
    let pressed = event.unchecked_ref::<KeyboardEvent>();
    let (scene, Some(here)) = (ui.scene(), ui.choice().focused) else { return };
    if pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key() {
        return;
    }
    let toward = |direction| next_province(&scene.country.provinces, &here, direction);
    let names = by_name(&scene);
    let key = pressed.key();
    let next = match key.as_str() {
        "ArrowUp" => toward(Direction::Up),
        "ArrowDown" => toward(Direction::Down),
        "ArrowLeft" => toward(Direction::Left),
        "ArrowRight" => toward(Direction::Right),
        "Home" => names.first().map(|(_, code)| code.clone()),
        "End" => names.last().map(|(_, code)| code.clone()),
        "Enter" => {
            ui.toggle_province(&here);
            None
        }
        " " if event.time_stamp() - typed.at > PATIENCE => {
            ui.toggle_province(&here);
            None
        }
        letter if letter.chars().count() == 1 => {
            if event.time_stamp() - typed.at > PATIENCE {
                typed.letters.clear();
            }
            typed.at = event.time_stamp();
            typed.letters.push_str(&scene.words.locale.lower(letter));
            named(&scene, &names, &here, &typed.letters)
        }
        _ => return,
    };
    event.prevent_default();
    if next.is_some() {
        ui.point_at(next);
    }
}

/// The next province whose name, or one of its words, begins with these letters. With a first
/// letter the search goes on from the present one, with more it may stay there.
fn named(
    scene: &Scene,
    names: &[(String, ProvinceCode)],
    here: &ProvinceCode,
    letters: &str,
) -> Option<ProvinceCode> {
    let place = names.iter().position(|(_, code)| code == here).unwrap_or_default();
    let start = if letters.chars().count() > 1 { place } else { place + 1 };
    let round = || names.iter().cycle().skip(start).take(names.len());
    let begins = |name: &str| scene.words.locale.lower(name).starts_with(letters);
    let whole = round().find(|(name, _)| begins(name));
    let word = || round().find(|(name, _)| name.split(' ').any(begins));
    whole.or_else(word).map(|(_, code)| code.clone())
}
