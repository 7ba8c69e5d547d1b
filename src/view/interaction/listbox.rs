//! The provinces or arcs of a picture as a listbox: one tab option, within which an active descendant
//! moves (WAI-ARIA Authoring Practices, "Listbox"). Without a script they stay links.

use std::cell::RefCell;
use std::rc::Rc;

use geo_types::Coord;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event, KeyboardEvent};

use crate::map::{Direction, next_point};
use crate::view::dom::Element;
use crate::view::records::province_id;
use crate::view::state::{Scene, Selectable, Ui};

/// How long after the last letter the next one still belongs to the same name, in milliseconds.
const TYPEAHEAD: f64 = 700.0;

/// An option of the listbox.
pub(in crate::view) struct ListboxOption {
    pub(in crate::view) selectable: Selectable,
    pub(in crate::view) name: String,
    /// Where it is in the picture.
    pub(in crate::view) at: Coord<f64>,
}

/// The letters of a name, typed one after the other.
#[derive(Default)]
struct Typed {
    letters: String,
    at: f64,
}

/// The id of an option's element.
pub(in crate::view) fn option_id(selectable: &Selectable) -> String {
    match selectable {
        Selectable::Province(code) => format!("{}-option", province_id(code)),
        Selectable::Destination(country) => format!("em-to-{country}-option"),
        Selectable::Span(number) => format!("em-span-{number}"),
    }
}

/// Makes an element an option. Options have the role only while controls work.
pub(in crate::view) fn option(ui: Ui, selectable: &Selectable, element: Element) -> Element {
    let (selected, current) = (selectable.clone(), selectable.clone());
    element
        .attr("id", option_id(selectable))
        .dyn_attr("role", move || ui.is_live().then_some("option".into()))
        .dyn_attr("tabindex", move || ui.is_live().then_some("-1".into()))
        .dyn_attr("aria-selected", move || {
            let is_selected = ui.is_selected(&selected);
            ui.is_live().then(|| if is_selected { "true" } else { "false" }.into())
        })
        .current(move || ui.is_selected(&current))
}

/// Makes a listbox of the element that holds the options. Their order is that of Home and End.
pub(in crate::view) fn listbox(
    ui: Ui,
    name: String,
    options: impl Fn() -> Rc<Vec<ListboxOption>> + 'static,
    element: Element,
) -> Element {
    let typed = RefCell::new(Typed::default());
    let last: Rc<RefCell<Option<Selectable>>> = Rc::default();
    let left = Rc::clone(&last);
    let options: Rc<dyn Fn() -> Rc<Vec<ListboxOption>>> = Rc::new(options);
    let [within, focusable] = [Rc::clone(&options), Rc::clone(&options)];
    let alive = move |value: &'static str| move || ui.is_live().then_some(value.into());
    element
        .dyn_attr("role", alive("listbox"))
        .dyn_attr("tabindex", alive("0"))
        .dyn_attr("aria-label", move || ui.is_live().then(|| name.clone().into()))
        .dyn_attr("aria-activedescendant", move || {
            let focused = ui.focused()?;
            let is_here = within().iter().any(|option| option.selectable == focused);
            is_here.then(|| option_id(&focused).into())
        })
        .on("focusin", move |event| {
            let focusable = focusable();
            let chosen = || focusable.iter().find(|option| ui.is_selected(&option.selectable));
            let usual = || chosen().or(focusable.first()).map(|option| option.selectable.clone());
            let before = || last.borrow().clone().or_else(usual);
            ui.focus(target(&focusable, event).or_else(before));
        })
        .on("focusout", move |_| {
            *left.borrow_mut() = ui.focused();
            ui.focus(None);
        })
        .on("keydown", move |event| press(ui, &options(), &mut typed.borrow_mut(), event))
}

/// The option whose own element a pointer or a script has focused.
fn target(options: &[ListboxOption], event: &Event) -> Option<Selectable> {
    let id = event.target()?.dyn_into::<DomElement>().ok()?.id();
    let mut all = options.iter().map(|option| &option.selectable);
    all.find(|selectable| option_id(selectable) == id).cloned()
}

fn press(ui: Ui, options: &[ListboxOption], typed: &mut Typed, event: &Event) {
    let pressed = event.unchecked_ref::<KeyboardEvent>();
    let (scene, Some(focused)) = (ui.scene(), ui.focused()) else { return };
    let Some(here) = options.iter().position(|option| option.selectable == focused) else { return };
    if pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key() {
        return;
    }
    let toward = |direction| {
        let points: Vec<_> = options.iter().map(|option| option.at).collect();
        next_point(&points, here, direction)
    };
    let key = pressed.key();
    let next = match key.as_str() {
        "ArrowUp" => toward(Direction::Up),
        "ArrowDown" => toward(Direction::Down),
        "ArrowLeft" => toward(Direction::Left),
        "ArrowRight" => toward(Direction::Right),
        "Home" => Some(0),
        "End" => options.len().checked_sub(1),
        "Enter" => {
            ui.toggle(&focused);
            None
        }
        " " if event.time_stamp() - typed.at > TYPEAHEAD => {
            ui.toggle(&focused);
            None
        }
        letter if letter.chars().count() == 1 => {
            if event.time_stamp() - typed.at > TYPEAHEAD {
                typed.letters.clear();
            }
            typed.at = event.time_stamp();
            typed.letters.push_str(&scene.words.locale.lower(letter));
            named(&scene, options, here, &typed.letters)
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(option) = next.and_then(|index| options.get(index)) {
        ui.focus(Some(option.selectable.clone()));
    }
}

/// The next one whose name, or one of its words, begins with these letters. With a first letter
/// the search goes on from the present one, with more it may stay there.
fn named(scene: &Scene, options: &[ListboxOption], here: usize, letters: &str) -> Option<usize> {
    let start = if letters.chars().count() > 1 { here } else { here + 1 };
    let round = || (0..options.len()).cycle().skip(start).take(options.len());
    let begins = |name: &str| scene.words.locale.lower(name).starts_with(letters);
    let name =
        |index: usize| options.get(index).map(|option| option.name.as_str()).unwrap_or_default();
    let whole = round().find(|index| begins(name(*index)));
    whole.or_else(|| round().find(|index| name(*index).split(' ').any(begins)))
}
