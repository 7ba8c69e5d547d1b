//! Enlarging the map, with gestures that leave the page's scrolling alone: the wheel only with
//! Ctrl or Command, two fingers and never one. Buttons do all of it, too (WCAG 2.5.1, 2.5.7).

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use geo_types::Coord;
use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event, PointerEvent, WheelEvent};

use super::node::{Element, html};
use super::{Key, Ui};
use crate::map::{Frame, Gesture, Zoom, whole};

/// How far the buttons and keys move what is seen, in its own size.
const STEP: f64 = 0.4;
/// The `viewBox` of what is seen.
pub(super) fn view_box(ui: Ui, frame: Frame) -> String {
    let [left, top, width, height] = ui.choice().zoom.window(frame).map(whole);
    format!("{left} {top} {width} {height}")
}

/// The buttons over the picture.
pub(super) fn zoom_buttons(ui: Ui, frame: Frame) -> Element {
    let button = |sign: &'static str, key: Key| {
        html("button").attr("type", "button").attr("aria-label", ui.say(key)).text(sign)
    };
    let pan = |sign: &'static str, key: Key, x: f64, y: f64| {
        button(sign, key).shown(move || ui.choice().zoom.scale() > 1).on_click(move || {
            ui.change(|choice| {
                choice.zoom = choice.zoom.panned(frame, Coord { x: x * STEP, y: y * STEP });
            });
        })
    };
    html("div")
        .class("em-zoom em-needs-script")
        .attr("role", "group")
        .attr("aria-label", ui.say(Key::Zoom))
        .child(
            button("+", Key::ZoomIn)
                .flag("disabled", move || !ui.choice().live || ui.choice().zoom.is_most())
                .on_click(move || {
                    ui.change(|choice| choice.zoom = choice.zoom.into(choice.zoom.middle(frame)));
                }),
        )
        .child(
            button("−", Key::ZoomOut)
                .flag("disabled", move || ui.choice().zoom.scale() == 1)
                .on_click(move || ui.change(|choice| choice.zoom = choice.zoom.out())),
        )
        .child(pan("↑", Key::PanUp, 0.0, -1.0))
        .child(pan("↓", Key::PanDown, 0.0, 1.0))
        .child(pan("←", Key::PanLeft, -1.0, 0.0))
        .child(pan("→", Key::PanRight, 1.0, 0.0))
}

/// Shows a province large, or the whole country again.
pub(super) fn zoom_to(ui: Ui, at: Coord<f64>) -> Element {
    let is_large = move || ui.choice().zoom.scale() > 1;
    html("button")
        .class("em-needs-script")
        .attr("type", "button")
        .flag("disabled", move || !ui.choice().live)
        .on_click(move || {
            ui.change(|choice| {
                let whole = choice.zoom.scale() > 1;
                choice.zoom = if whole { Zoom::default() } else { choice.zoom.around(at) };
            });
        })
        .live_text(move || ui.say(if is_large() { Key::ZoomAll } else { Key::ZoomTo }))
}

/// Lets the picture follow gestures.
pub(super) fn with_gestures(ui: Ui, frame: Frame, picture: Element) -> Element {
    let gesture: Rc<RefCell<Gesture>> = Rc::default();
    let [wheel, down] = [(); 2].map(|()| Rc::clone(&gesture));
    let follow = move |event: &Event| follow(ui, frame, &gesture, event);
    picture
        .on("wheel", move |event| {
            let turn = event.unchecked_ref::<WheelEvent>();
            if !(turn.ctrl_key() || turn.meta_key()) {
                hint(ui);
                return;
            }
            event.prevent_default();
            let Some(at) = place(event) else { return };
            // By lines or pages: a notch of a mouse.
            let pixels = turn.delta_mode() == WheelEvent::DOM_DELTA_PIXEL;
            let by = turn.delta_y() * if pixels { 1.0 } else { 100.0 };
            ui.change(|choice| {
                choice.zoom = wheel.borrow_mut().turned(choice.zoom, frame, by, at);
            });
        })
        .on("pointerdown", move |event| {
            let pointer = event.unchecked_ref::<PointerEvent>();
            if let Some(at) = place(event) {
                let touch = pointer.pointer_type() == "touch";
                down.borrow_mut().down(pointer.pointer_id(), at, touch);
            }
        })
        // Provinces are links, which browsers would drag away.
        .on("dragstart", |event| event.prevent_default())
        .on("pointermove", follow.clone())
        .on("pointerup", follow.clone())
        .on("pointercancel", follow)
}

fn follow(ui: Ui, frame: Frame, gesture: &RefCell<Gesture>, event: &Event) {
    let pointer = event.unchecked_ref::<PointerEvent>();
    let id = pointer.pointer_id();
    // It went up, perhaps outside of the picture.
    if pointer.buttons() == 0 {
        gesture.borrow_mut().up(id);
        return;
    }
    let Some(at) = place(event) else { return };
    let moved = gesture.borrow_mut().moved(ui.choice().zoom, frame, id, at);
    if let Some(zoom) = moved {
        // Captured, so that the province under it is not clicked in the end.
        if let Some(picture) = picture(event) {
            let _ = picture.set_pointer_capture(id);
        }
        ui.change(|choice| choice.zoom = zoom);
    }
}

/// Says for a moment how the wheel would enlarge the map, to those who turn it. Screen readers
/// have no wheel.
fn hint(ui: Ui) {
    if !ui.choice().hinted {
        ui.change(|choice| choice.hinted = true);
        let end = move || {
            if ui.is_there() {
                ui.change(|choice| choice.hinted = false);
            }
        };
        set_timeout(end, Duration::from_millis(1_500));
    }
}

/// The words of that.
pub(super) fn zoom_hint(ui: Ui) -> Element {
    html("p")
        .class("em-hint")
        .attr("aria-hidden", "true")
        .shown(move || ui.choice().hinted)
        .text(ui.say(Key::ZoomHint))
}

/// What it happens on.
fn picture(event: &Event) -> Option<DomElement> {
    event.current_target()?.dyn_into().ok()
}

/// Where a pointer is, in parts of the picture's width and height.
fn place(event: &Event) -> Option<Coord<f64>> {
    let bounds = picture(event)?.get_bounding_client_rect();
    let pointer = event.unchecked_ref::<PointerEvent>();
    let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
    Some(Coord {
        x: (x - bounds.left()) / bounds.width().max(1.0),
        y: (y - bounds.top()) / bounds.height().max(1.0),
    })
}
