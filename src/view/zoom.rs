//! Enlarging the map, with gestures that leave the page's scrolling alone: the wheel only with
//! Ctrl or Command, two fingers and never one. Buttons do all of it, too (WCAG 2.5.1, 2.5.7).

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use geo_types::Coord;
use leptos::prelude::set_timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event, PointerEvent};

use super::node::{Element, html};
use super::{Key, Ui};
use crate::map::{Frame, Zoom, whole};

/// How far the buttons and keys move what is seen, in its own size.
const STEP: f64 = 0.4;
/// How much further apart two fingers go for one step, or nearer for one back.
const PINCH: f64 = 1.4;

/// A pointer that is down.
#[derive(Clone, Copy)]
struct Finger {
    id: i32,
    at: Coord<f64>,
    touch: bool,
}

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
    let fingers: Rc<RefCell<Vec<Finger>>> = Rc::default();
    let [down, moving, up, cancel] = [(); 4].map(|()| Rc::clone(&fingers));
    let release = move |fingers: &RefCell<Vec<Finger>>, event: &Event| {
        let id = event.unchecked_ref::<PointerEvent>().pointer_id();
        fingers.borrow_mut().retain(|finger| finger.id != id);
    };
    picture
        .on("wheel", move |event| {
            let wheel = event.unchecked_ref::<web_sys::WheelEvent>();
            if !(wheel.ctrl_key() || wheel.meta_key()) {
                hint(ui);
                return;
            }
            event.prevent_default();
            let Some(place) = place(event) else { return };
            ui.change(|choice| {
                let at = choice.zoom.point(frame, place);
                let zoom = choice.zoom;
                choice.zoom = if wheel.delta_y() < 0.0 { zoom.into(at) } else { zoom.out() };
            });
        })
        .on("pointerdown", move |event| {
            let pointer = event.unchecked_ref::<PointerEvent>();
            if let Some(at) = place(event) {
                let touch = pointer.pointer_type() == "touch";
                down.borrow_mut().push(Finger { id: pointer.pointer_id(), at, touch });
            }
        })
        // Provinces are links, which browsers would drag away.
        .on("dragstart", |event| event.prevent_default())
        .on("pointermove", move |event| follow(ui, frame, &mut moving.borrow_mut(), event))
        .on("pointerup", move |event| release(&up, event))
        .on("pointercancel", move |event| release(&cancel, event))
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

/// Where a pointer is, in parts of the picture's width and height.
fn place(event: &Event) -> Option<Coord<f64>> {
    let picture: DomElement = event.current_target()?.dyn_into().ok()?;
    let bounds = picture.get_bounding_client_rect();
    let pointer = event.unchecked_ref::<PointerEvent>();
    let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
    Some(Coord {
        x: (x - bounds.left()) / bounds.width().max(1.0),
        y: (y - bounds.top()) / bounds.height().max(1.0),
    })
}

fn follow(ui: Ui, frame: Frame, fingers: &mut [Finger], event: &Event) {
    let id = event.unchecked_ref::<PointerEvent>().pointer_id();
    let Some(now) = place(event) else { return };
    let apart = |fingers: &[Finger]| match fingers {
        [a, b] => Some((a.at.x - b.at.x).hypot(a.at.y - b.at.y)),
        _ => None,
    };
    let zoom = ui.choice().zoom;
    let before = apart(fingers);
    let alone = fingers.len() == 1;
    let Some(finger) = fingers.iter_mut().find(|finger| finger.id == id) else { return };
    let way = finger.at - now;
    // One finger scrolls the page.
    if alone && finger.touch {
        return;
    }
    match before {
        // Two fingers: apart or together by enough for a step.
        Some(before) => {
            let was = std::mem::replace(&mut finger.at, now);
            let ratio = apart(fingers).unwrap_or(before) / before.max(0.01);
            if ratio > PINCH {
                ui.change(|choice| choice.zoom = zoom.into(zoom.point(frame, now)));
            } else if ratio < 1.0 / PINCH {
                ui.change(|choice| choice.zoom = zoom.out());
            } else if zoom.scale() > 1 && way.x.hypot(way.y) > 0.02 {
                ui.change(|choice| choice.zoom = zoom.panned(frame, way / 2.0));
            } else if let Some(finger) = fingers.iter_mut().find(|finger| finger.id == id) {
                // Wait until it is more.
                finger.at = was;
            }
        }
        None if zoom.scale() > 1 => {
            finger.at = now;
            // Captured, so that the province under it is not clicked in the end.
            let picture = event.current_target().and_then(|one| one.dyn_into::<DomElement>().ok());
            if let Some(picture) = picture {
                let _ = picture.set_pointer_capture(id);
            }
            ui.change(|choice| choice.zoom = zoom.panned(frame, way));
        }
        None => {}
    }
}
