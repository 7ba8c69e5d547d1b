//! What can be chosen in a picture as one stop of the keyboard: a listbox with an active
//! descendant (WAI-ARIA Authoring Practices, "Listbox"). Without a script they stay links.

use std::cell::RefCell;
use std::rc::Rc;

use geo_types::Coord;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event, KeyboardEvent};

use super::details::anchor;
use super::node::Element;
use super::{Scene, Spot, Ui};
use crate::map::{Direction, next_point};

/// For how long letters belong to one name, in milliseconds.
const PATIENCE: f64 = 700.0;

/// What can be chosen.
pub(super) struct Stop {
    pub(super) spot: Spot,
    pub(super) name: String,
    /// Where it is in the picture.
    pub(super) at: Coord<f64>,
}

/// The letters of a name, typed one after the other.
#[derive(Default)]
struct Typed {
    letters: String,
    at: f64,
}

/// Where an option is.
pub(super) fn option_id(spot: &Spot) -> String {
    match spot {
        Spot::Province(code) => format!("{}-option", anchor(code)),
        Spot::Destination(country) => format!("em-to-{country}-option"),
    }
}

/// Makes an element an option.
pub(super) fn option(ui: Ui, spot: &Spot, element: Element) -> Element {
    let (selected, current) = (spot.clone(), spot.clone());
    element
        .attr("id", option_id(spot))
        .live("role", move || ui.choice().live.then_some("option".into()))
        .live("tabindex", move || ui.choice().live.then_some("-1".into()))
        .live("aria-selected", move || {
            let is_chosen = ui.is_chosen(&selected);
            ui.choice().live.then(|| if is_chosen { "true" } else { "false" }.into())
        })
        .current(move || ui.is_chosen(&current))
}

/// Makes a listbox of the element that holds the options, of which Home and End reach the first
/// and the last.
pub(super) fn listbox(ui: Ui, name: String, stops: Vec<Stop>, element: Element) -> Element {
    let typed = RefCell::new(Typed::default());
    let last: Rc<RefCell<Option<Spot>>> = Rc::default();
    let left = Rc::clone(&last);
    let stops = Rc::new(stops);
    let [within, focusable] = [Rc::clone(&stops), Rc::clone(&stops)];
    let alive = move |value: &'static str| move || ui.choice().live.then_some(value.into());
    element
        .live("role", alive("listbox"))
        .live("tabindex", alive("0"))
        .live("aria-label", move || ui.choice().live.then(|| name.clone().into()))
        .live("aria-activedescendant", move || {
            let focused = ui.choice().focused?;
            let is_here = within.iter().any(|stop| stop.spot == focused);
            is_here.then(|| option_id(&focused).into())
        })
        .on("focusin", move |event| {
            let chosen = || focusable.iter().find(|stop| ui.is_chosen(&stop.spot));
            let usual = || chosen().or(focusable.first()).map(|stop| stop.spot.clone());
            let before = || last.borrow().clone().or_else(usual);
            ui.point_at(target(&focusable, event).or_else(before));
        })
        .on("focusout", move |_| {
            *left.borrow_mut() = ui.choice().focused;
            ui.point_at(None);
        })
        .on("keydown", move |event| press(ui, &stops, &mut typed.borrow_mut(), event))
}

/// The one whose own element a pointer or a script gave the focus to.
fn target(stops: &[Stop], event: &Event) -> Option<Spot> {
    let id = event.target()?.dyn_into::<DomElement>().ok()?.id();
    let mut spots = stops.iter().map(|stop| &stop.spot);
    spots.find(|spot| option_id(spot) == id).cloned()
}

fn press(ui: Ui, stops: &[Stop], typed: &mut Typed, event: &Event) {
    let pressed = event.unchecked_ref::<KeyboardEvent>();
    let (scene, Some(focused)) = (ui.scene(), ui.choice().focused) else { return };
    let Some(here) = stops.iter().position(|stop| stop.spot == focused) else { return };
    if pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key() {
        return;
    }
    let toward = |direction| {
        let points: Vec<_> = stops.iter().map(|stop| stop.at).collect();
        next_point(&points, here, direction)
    };
    let key = pressed.key();
    let next = match key.as_str() {
        "ArrowUp" => toward(Direction::Up),
        "ArrowDown" => toward(Direction::Down),
        "ArrowLeft" => toward(Direction::Left),
        "ArrowRight" => toward(Direction::Right),
        "Home" => Some(0),
        "End" => stops.len().checked_sub(1),
        "Enter" => {
            ui.toggle(&focused);
            None
        }
        " " if event.time_stamp() - typed.at > PATIENCE => {
            ui.toggle(&focused);
            None
        }
        letter if letter.chars().count() == 1 => {
            if event.time_stamp() - typed.at > PATIENCE {
                typed.letters.clear();
            }
            typed.at = event.time_stamp();
            typed.letters.push_str(&scene.words.locale.lower(letter));
            named(&scene, stops, here, &typed.letters)
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(stop) = next.and_then(|place| stops.get(place)) {
        ui.point_at(Some(stop.spot.clone()));
    }
}

/// The next one whose name, or one of its words, begins with these letters. With a first letter
/// the search goes on from the present one, with more it may stay there.
fn named(scene: &Scene, stops: &[Stop], here: usize, letters: &str) -> Option<usize> {
    let start = if letters.chars().count() > 1 { here } else { here + 1 };
    let round = || (0..stops.len()).cycle().skip(start).take(stops.len());
    let begins = |name: &str| scene.words.locale.lower(name).starts_with(letters);
    let name = |place: usize| stops.get(place).map(|stop| stop.name.as_str()).unwrap_or_default();
    let whole = round().find(|place| begins(name(*place)));
    whole.or_else(|| round().find(|place| name(*place).split(' ').any(begins)))
}
