//! What the element's JavaScript is told: one function hears everything.

use std::time::Duration;

use js_sys::Function;
use serde::Serialize as _;
use wasm_bindgen::JsValue;

use super::api::{MapError, ProvinceSelect, RangeChange};
use super::channel::{Download, Refused, WidgetEvent};
use crate::load::Diagnostic;
use crate::model::ActionKind;
use crate::view::{Event, Scene};

/// The way out of a widget.
#[derive(Clone)]
pub(super) struct Teller(pub(super) Function);

impl Teller {
    /// Tells what the reader did.
    pub(super) fn action(&self, scene: &Scene, event: Event) {
        self.tell(&match event {
            Event::Province(code) => WidgetEvent::Province(ProvinceSelect {
                name: code.as_ref().map(|code| scene.province_name(code)),
                code: code.map(|code| code.to_string()),
            }),
            Event::Range(range) => {
                let [from, to] =
                    [range.from(), range.to()].map(|day| day.map(|day| day.to_string()));
                WidgetEvent::Range(RangeChange { from, to })
            }
            Event::View(view) => WidgetEvent::View(view.as_str()),
            Event::Hidden(kinds) => WidgetEvent::Kinds(join(&kinds)),
            Event::Link => WidgetEvent::Link,
            Event::Download(name, content) => WidgetEvent::Download(Download { name, content }),
        });
    }

    /// Tells what is wrong with the data.
    pub(super) fn diagnostics(&self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            self.tell(&WidgetEvent::Error(Box::new(MapError::new(diagnostic))));
        }
    }

    /// Tells that a value cannot be read.
    pub(super) fn refused(&self, attribute: &str, value: Option<String>) {
        let value = value.unwrap_or_default();
        self.tell(&WidgetEvent::Refused(Refused { attribute: attribute.to_owned(), value }));
    }

    /// Tells that the map is there, once it has been painted: a task after the next frame. Where
    /// nothing is painted, as in a tab behind another, no frame comes and no one needs to wait.
    pub(super) fn ready_when_painted(self) {
        let ready = move || self.tell(&WidgetEvent::Ready);
        if leptos::prelude::document().hidden() {
            leptos::prelude::set_timeout(ready, Duration::ZERO);
        } else {
            leptos::prelude::request_animation_frame(move || {
                leptos::prelude::set_timeout(ready, Duration::ZERO);
            });
        }
    }

    fn tell(&self, event: &WidgetEvent) {
        // `null` where there is nothing, as the DOM has it, instead of serde's `undefined`; and what
        // is flattened is a plain object, too, instead of a `Map`.
        let serializer = serde_wasm_bindgen::Serializer::new()
            .serialize_missing_as_null(true)
            .serialize_maps_as_objects(true);
        if let Ok(event) = event.serialize(&serializer) {
            // Whether the listener throws is not for the widget to mind.
            let _ = self.0.call1(&JsValue::NULL, &event);
        }
    }
}

/// Kinds as a text, of which `Widget::set` makes the same kinds again.
fn join(kinds: &[ActionKind]) -> String {
    kinds.iter().map(ActionKind::as_str).collect::<Vec<_>>().join(",")
}
