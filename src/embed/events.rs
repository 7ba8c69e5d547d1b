//! What the page around is told.

use std::time::Duration;

use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use super::api::{MapError, ProvinceSelect, RangeChange, event};
use crate::load::Diagnostic;
use crate::view::{Event, Scene};

/// Tells what the reader did.
pub(super) fn tell(host: &HtmlElement, scene: &Scene, told: &Event) {
    match told {
        Event::Province(code) => {
            let name = code.as_ref().map(|code| scene.province_name(code));
            let code = code.as_ref().map(ToString::to_string);
            dispatch(host, event::PROVINCE, &ProvinceSelect { code, name });
        }
        Event::Range(range) => {
            let [from, to] = [range.from(), range.to()].map(|day| day.map(|day| day.to_string()));
            dispatch(host, event::RANGE, &RangeChange { from, to });
        }
        // Nothing outside relies on them.
        Event::View(_) | Event::Hidden(_) | Event::Link | Event::Download(..) => {}
    }
}

/// Tells an editor what is wrong with the data.
pub(super) fn report(host: &HtmlElement, diagnostic: &Diagnostic) {
    let error = MapError::new(diagnostic);
    warn(&error.message);
    dispatch(host, event::ERROR, &error);
}

/// Tells that the map is there, once it has been painted: a task after the next frame. Where
/// nothing is painted, as in a tab behind another, no frame comes and no one needs to wait.
pub(super) fn announce_drawing(host: HtmlElement) {
    let announce = move || {
        let performance = web_sys::window().and_then(|window| window.performance());
        if let Some(performance) = performance {
            let _ = performance.mark("map-drawn");
        }
        dispatch(&host, event::READY, &());
    };
    if leptos::prelude::document().hidden() {
        leptos::prelude::set_timeout(announce, Duration::ZERO);
    } else {
        leptos::prelude::request_animation_frame(move || {
            leptos::prelude::set_timeout(announce, Duration::ZERO);
        });
    }
}

/// Writes to the console.
pub(super) fn warn(message: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&format!("enforcement-map: {message}")));
}

fn dispatch(host: &HtmlElement, name: &str, detail: &impl Serialize) {
    // `null` where there is nothing, as the DOM has it, instead of serde's `undefined`; and what is
    // flattened is a plain object, too, instead of a `Map`.
    let serializer = serde_wasm_bindgen::Serializer::new()
        .serialize_missing_as_null(true)
        .serialize_maps_as_objects(true);
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    if let Ok(detail) = detail.serialize(&serializer) {
        init.set_detail(&detail);
    }
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Whether a listener throws is not for the widget to mind.
        let _ = host.dispatch_event(&event);
    }
}
