//! Zooming the map by gestures that leave the page's scrolling alone: the wheel only with Ctrl or
//! Command, touch only with two fingers. Buttons do all of it too (WCAG 2.5.1, 2.5.7).

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use geo_types::Coord;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, PointerEvent, WheelEvent};

use crate::map::{Gesture, Viewport, Zoom, round};
use crate::view::dom::{Element, current_target, html, pointer_fraction};
use crate::view::messages::MessageId;
use crate::view::state::Ui;

/// How far a button pans, as a fraction of the visible part.
const STEP: f64 = 0.4;
/// How long the hint about the wheel is shown.
const HINT: Duration = Duration::from_millis(1_500);

/// The `viewBox` of the visible part.
pub(in crate::view) fn visible_view_box(ui: Ui, viewport: Viewport) -> String {
    let [left, top, width, height] = ui.zoom().window(viewport).map(round);
    format!("{left} {top} {width} {height}")
}

/// The buttons over the picture.
pub(in crate::view) fn zoom_buttons(ui: Ui, viewport: Viewport) -> Element {
    let button = |symbol: &'static str, key: MessageId| {
        html("button").attr("type", "button").attr("aria-label", ui.say(key)).text(symbol)
    };
    let pan = |symbol: &'static str, key: MessageId, x: f64, y: f64| {
        button(symbol, key).shown(move || ui.zoom().scale() > 1).on_click(move || {
            ui.change(|state| {
                state.zoom = state.zoom.panned(viewport, Coord { x: x * STEP, y: y * STEP });
            });
        })
    };
    html("div")
        .class("em-zoom em-needs-script")
        .attr("role", "group")
        .attr("aria-label", ui.say(MessageId::Zoom))
        .child(
            button("+", MessageId::ZoomIn)
                .flag("disabled", move || !ui.is_live() || ui.zoom().is_max())
                .on_click(move || {
                    ui.change(|state| {
                        state.zoom = state.zoom.zoom_in_at(state.zoom.middle(viewport))
                    });
                }),
        )
        .child(
            button("−", MessageId::ZoomOut)
                .flag("disabled", move || ui.zoom().scale() == 1)
                .on_click(move || ui.change(|state| state.zoom = state.zoom.zoom_out())),
        )
        .child(pan("↑", MessageId::PanUp, 0.0, -1.0))
        .child(pan("↓", MessageId::PanDown, 0.0, 1.0))
        .child(pan("←", MessageId::PanLeft, -1.0, 0.0))
        .child(pan("→", MessageId::PanRight, 1.0, 0.0))
}

/// The button that zooms to a province, or back to the whole country.
pub(in crate::view) fn zoom_to(ui: Ui, at: Coord<f64>) -> Element {
    let is_large = move || ui.zoom().scale() > 1;
    html("button")
        .class("em-needs-script em-zoom-to")
        .attr("type", "button")
        .flag("disabled", move || !ui.is_live())
        .on_click(move || {
            ui.change(|state| {
                let is_large = state.zoom.scale() > 1;
                state.zoom = if is_large { Zoom::default() } else { state.zoom.closest_at(at) };
            });
        })
        .dyn_text(move || ui.say(if is_large() { MessageId::ZoomAll } else { MessageId::ZoomTo }))
}

/// Makes a picture follow gestures.
pub(in crate::view) fn with_gestures(ui: Ui, viewport: Viewport, picture: Element) -> Element {
    let gesture: Rc<RefCell<Gesture>> = Rc::default();
    let [wheel, down] = [(); 2].map(|()| Rc::clone(&gesture));
    let follow = move |event: &Event| follow(ui, viewport, &gesture, event);
    picture
        .on("wheel", move |event| {
            let turn = event.unchecked_ref::<WheelEvent>();
            if !(turn.ctrl_key() || turn.meta_key()) {
                hint(ui);
                return;
            }
            event.prevent_default();
            let Some(at) = pointer_fraction(event) else { return };
            // A mouse that turns by lines or pages: one notch counts as 100 pixels.
            let pixels = turn.delta_mode() == WheelEvent::DOM_DELTA_PIXEL;
            let by = turn.delta_y() * if pixels { 1.0 } else { 100.0 };
            ui.change(|state| {
                state.zoom = wheel.borrow_mut().turned(state.zoom, viewport, by, at);
            });
        })
        .on("pointerdown", move |event| {
            let pointer = event.unchecked_ref::<PointerEvent>();
            if let Some(at) = pointer_fraction(event) {
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

fn follow(ui: Ui, viewport: Viewport, gesture: &RefCell<Gesture>, event: &Event) {
    let pointer = event.unchecked_ref::<PointerEvent>();
    let id = pointer.pointer_id();
    // It was released, perhaps outside of the picture.
    if pointer.buttons() == 0 {
        gesture.borrow_mut().up(id);
        return;
    }
    let Some(at) = pointer_fraction(event) else { return };
    let moved = gesture.borrow_mut().moved(ui.zoom(), viewport, id, at);
    if let Some(zoom) = moved {
        // Captured, so that its release does not click the province under it.
        if let Some(picture) = current_target(event) {
            let _ = picture.set_pointer_capture(id);
        }
        ui.change(|state| state.zoom = zoom);
    }
}

/// Shows for a moment how the wheel zooms the map, to readers who turn it over the map. Screen
/// readers have no wheel.
fn hint(ui: Ui) {
    if !ui.with(|state| state.hinted) {
        ui.change(|state| state.hinted = true);
        ui.change_after(HINT, |state| state.hinted = false);
    }
}

/// The text of that hint.
pub(in crate::view) fn zoom_hint(ui: Ui) -> Element {
    html("p")
        .class("em-hint")
        .attr("aria-hidden", "true")
        .shown(move || ui.with(|state| state.hinted))
        .text(ui.say(MessageId::ZoomHint))
}
