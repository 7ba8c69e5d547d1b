//! The custom element's side: what JavaScript calls, and what the page around is told.
//!
//! The element itself is a JavaScript class (`www/enforcement-map.js`), since a class cannot
//! extend `HTMLElement` from Rust. It fetches, so that everything here is synchronous: a
//! mismatch with markup rendered beforehand traps, and the caller can catch that and draw anew.

mod events;
mod options;

use std::any::Any;
use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::load;
use crate::model::ProvinceCode;
use crate::query::DayRange;
use crate::view::{Messages, Scene, Ui, Widget as View, WidgetProps, Words};
use options::Options;

/// A widget on a page.
///
/// JavaScript may collect its side of a handle that it no longer refers to, and that must not
/// take the widget away: only [`Widget::unmount`] does.
#[wasm_bindgen]
pub struct Widget {
    ui: Ui,
    mounted: ManuallyDrop<Box<dyn Any>>,
}

/// Draws a widget into an empty element.
///
/// # Errors
/// Where the options are not of the form that is documented in [`options`].
#[wasm_bindgen]
pub fn mount(
    container: HtmlElement,
    host: HtmlElement,
    options: JsValue,
) -> Result<Widget, JsValue> {
    start(container, host, options)
}

fn start(container: HtmlElement, host: HtmlElement, options: JsValue) -> Result<Widget, JsValue> {
    let options = Options(options);
    let loaded = load::dataset(&options.sources());
    let messages = Messages::new(|key| options.message(key));
    let scene = Scene::new(loaded, Words::new(&options.language(), messages), options.links());
    let drawn = Rc::new(Cell::new(None));
    let state = Rc::clone(&drawn);
    // The state belongs to the owner that mounting makes, so that both go together.
    let draw = move || {
        let ui = Ui::new(scene);
        state.set(Some(ui));
        View(WidgetProps { ui })
    };
    // Not as `AnyView`: that keeps code alive that only a server needs.
    let mounted: Box<dyn Any> = Box::new(leptos::mount::mount_to(container, draw));
    let Some(ui) = drawn.get() else {
        return Err(JsValue::from_str("enforcement-map: the widget was not drawn"));
    };
    let told = host.clone();
    ui.listen(move |scene, event| events::tell(&told, scene, &event));
    let widget = Widget { ui, mounted: ManuallyDrop::new(mounted) };
    for (name, value) in options.state() {
        widget.set(name, Some(value));
    }
    ui.live.set(true);
    let has_map = ui.with(|scene| {
        scene.loaded.problems.iter().for_each(|problem| events::report(&host, problem));
        !scene.country.provinces.is_empty()
    });
    if has_map {
        events::announce_drawing(host);
    }
    Ok(widget)
}

#[wasm_bindgen]
impl Widget {
    /// Sets an attribute's value: `from`, `to`, `province`, `view` or `theme`; `null` takes it
    /// away. A value that cannot be read is said in the console and changes nothing.
    pub fn set(&self, name: &str, value: Option<String>) {
        let ui = self.ui;
        let text = value.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let understood = match name {
            "from" | "to" => {
                let day = text.map(str::parse).transpose();
                day.map(|day| {
                    let range = ui.range.get_untracked();
                    let range = if name == "from" {
                        DayRange::new(day, range.to())
                    } else {
                        DayRange::new(range.from(), day)
                    };
                    ui.range.set(range);
                })
                .is_ok()
            }
            "province" => self.set_province(text),
            "view" => parsed(text).map(|view| ui.view.set(view)).is_some(),
            "theme" => parsed(text).map(|theme| ui.theme.set(theme)).is_some(),
            _ => false,
        };
        if !understood {
            let value = value.unwrap_or_default();
            events::warn(&format!("\"{value}\" is not a value of the attribute \"{name}\""));
        }
    }

    fn set_province(&self, text: Option<&str>) -> bool {
        let code = text.map(|text| {
            let code = ProvinceCode::new(text).ok()?;
            self.ui.with(|scene| scene.dataset().province(&code).map(|found| found.code.clone()))
        });
        match code {
            Some(None) => false,
            code => {
                self.ui.province.set(code.flatten());
                true
            }
        }
    }

    /// Takes the widget from the page and releases all that it held.
    pub fn unmount(mut self) {
        let mounted = std::mem::replace(&mut self.mounted, ManuallyDrop::new(Box::new(())));
        drop(ManuallyDrop::into_inner(mounted));
    }
}

/// Reads a value; none is the usual one.
fn parsed<T: std::str::FromStr + Default>(text: Option<&str>) -> Option<T> {
    text.map_or_else(|| Some(T::default()), |text| text.parse().ok())
}
