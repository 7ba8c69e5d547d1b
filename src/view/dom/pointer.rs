//! Where an event happened.

use geo_types::Coord;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, PointerEvent};

/// The element whose listener is called.
pub(in crate::view) fn current_target(event: &Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// Where a pointer is in the element whose listener is called, as fractions of its width and
/// height: from 0 to 1, or beyond where the pointer has left it.
pub(in crate::view) fn pointer_fraction(event: &Event) -> Option<Coord<f64>> {
    let bounds = current_target(event)?.get_bounding_client_rect();
    let pointer = event.unchecked_ref::<PointerEvent>();
    let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
    Some(Coord {
        x: (x - bounds.left()) / bounds.width().max(1.0),
        y: (y - bounds.top()) / bounds.height().max(1.0),
    })
}
