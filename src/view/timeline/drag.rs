//! A pointer that drags over the timeline.

use geo_types::Coord;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as DomElement, Event, PointerEvent};

use crate::query::{DayRange, Drag, DragTarget, Handle};
use crate::view::dom::{current_target, pointer_fraction};
use crate::view::state::Ui;

/// A pointer that moves further than this is no click any more, in CSS pixels.
const SLACK: f64 = 4.0;

/// A drag that is under way.
pub(super) struct DragState {
    drag: Drag,
    target: DragTarget,
    /// Where it began, in CSS pixels.
    x: f64,
    moved: bool,
    /// The chosen days before the drag.
    pub(super) before: DayRange,
}

/// The pointer goes down; `None` if that starts no drag.
pub(super) fn start_drag(ui: Ui, event: &Event) -> Option<DragState> {
    let pressed = event.unchecked_ref::<PointerEvent>();
    if !ui.is_live() || pressed.button() != 0 {
        return None;
    }
    let Coord { x: at, .. } = pointer_fraction(event)?;
    let target: DomElement = event.target()?.dyn_into().ok()?;
    let on = target.closest("[data-grip]").ok().flatten();
    let name = on.as_ref().and_then(|on| on.get_attribute("data-grip"));
    let range = ui.range();
    let drag_target = match name.as_deref() {
        Some("from") => DragTarget::Handle(Handle::From),
        Some("to") => DragTarget::Handle(Handle::To),
        // A click chooses it.
        Some("span") => return None,
        // A window over everything cannot be moved.
        Some(_) if range != DayRange::ALL => DragTarget::Window,
        _ => DragTarget::New,
    };
    // The drag goes on when the pointer leaves the picture.
    if let Some(picture) = current_target(event) {
        let _ = picture.set_pointer_capture(pressed.pointer_id());
    }
    Some(DragState {
        drag: Drag::new(drag_target, at, range),
        target: drag_target,
        x: client_x(event),
        moved: false,
        before: range,
    })
}

/// The pointer moves.
pub(super) fn update_drag(ui: Ui, drag: &mut Option<DragState>, event: &Event) {
    let (Some(drag), Some(Coord { x: at, .. })) = (drag, pointer_fraction(event)) else { return };
    drag.moved |= (client_x(event) - drag.x).abs() > SLACK;
    if drag.moved
        && let Some(line) = &ui.aggregates().timeline
    {
        ui.try_range(drag.drag.to(line, at));
    }
}

/// The pointer goes up. Without a move it was a click, which chooses the bar under it.
pub(super) fn end_drag(ui: Ui, drag: Option<DragState>, event: &Event) {
    let (Some(drag), Some(Coord { x: at, .. })) = (drag, pointer_fraction(event)) else { return };
    if !drag.moved
        && !matches!(drag.target, DragTarget::Handle(_))
        && let Some(line) = &ui.aggregates().timeline
    {
        ui.try_range(Drag::new(DragTarget::New, at, drag.before).to(line, at));
    }
    ui.settle_range(drag.before);
}

fn client_x(event: &Event) -> f64 {
    f64::from(event.unchecked_ref::<PointerEvent>().client_x())
}
