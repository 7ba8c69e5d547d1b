//! What JavaScript calls: a widget is mounted, changed and unmounted.

use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::rc::Rc;

use leptos::mount::UnmountHandle;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::api::name;
use super::events;
use super::options::{self, Options};
use crate::load::{self, Loaded};
use crate::model::{Kind, LocalText, ProvinceCode};
use crate::query::DayRange;
use crate::view::{Built, Copied, Event, Listener, Messages, Scene, Ui, Words, widget};

/// A widget on a page.
///
/// JavaScript may collect its side of a handle that it no longer refers to, and that must not
/// take the widget away: only [`Widget::unmount`] does.
#[wasm_bindgen]
pub struct Widget {
    ui: Ui,
    host: HtmlElement,
    mounted: ManuallyDrop<Option<UnmountHandle<Built>>>,
}

/// Draws a widget into an empty element. What the data tell the page, and the page the reader, waits
/// for [`Widget::announce`].
///
/// # Errors
/// Where the options are not of the form that is documented in [`options`].
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "wasm-bindgen exports public functions alone")]
pub fn mount(
    container: HtmlElement,
    host: HtmlElement,
    options: JsValue,
) -> Result<Widget, JsValue> {
    let options = Options(options);
    let mut loaded = load::dataset(&options.sources());
    if let Some(heading) = options.heading() {
        loaded.dataset.title = LocalText::new(heading);
    }
    start(container, host, &options, loaded)
}

fn start(
    container: HtmlElement,
    host: HtmlElement,
    options: &Options,
    loaded: Loaded,
) -> Result<Widget, JsValue> {
    let messages = Messages::new(|key| options.message(key));
    let scene = Scene::new(loaded, Words::new(&options.language(), messages), options.page());
    let (told, chosen) = (host.clone(), options.chosen());
    let listener: Listener = Box::new(move |scene, event| {
        let inward = match &event {
            Event::View(view) => Some((name::VIEW, view.as_str().to_owned(), "")),
            Event::Hidden(kinds) => Some(("without", join(kinds), "")),
            Event::Link => Some(("link", String::new(), "")),
            Event::Download(name, content) => {
                Some(("download", (*name).to_owned(), content.as_str()))
            }
            Event::Province(_) | Event::Range(_) => None,
        };
        match (inward, &chosen) {
            (Some((name, value, content)), Some(chosen)) => {
                let _ = chosen.call3(&JsValue::NULL, &name.into(), &value.into(), &content.into());
            }
            _ => events::tell(&told, scene, &event),
        }
    });
    let drawn = Rc::new(Cell::new(None));
    let state = Rc::clone(&drawn);
    // The state belongs to the owner that mounting makes, so that both go together.
    let draw = move || {
        let ui = Ui::new(scene, listener);
        state.set(Some(ui));
        widget(ui)
    };
    let mounted = Some(leptos::mount::mount_to_renderer(&container, draw));
    let Some(ui) = drawn.get() else {
        return Err(JsValue::from_str("enforcement-map: the widget was not drawn"));
    };
    Ok(Widget { ui, host, mounted: ManuallyDrop::new(mounted) })
}

#[wasm_bindgen]
impl Widget {
    /// `"sheets"` where this module could not read all of the data, so that the one with the
    /// feature of that name should draw them; else `undefined`.
    #[wasm_bindgen(getter)]
    pub fn needs(&self) -> JsValue {
        let needs = self.ui.scene().loaded.needs();
        needs.map_or(JsValue::UNDEFINED, |needs| JsValue::from_str(needs.name()))
    }

    /// Tells the page what is wrong with the data, and that the map is drawn. To be called once,
    /// where the widget is the one that stays.
    pub fn announce(&self) {
        self.ui.change(|choice| choice.live = true);
        let scene = self.ui.scene();
        scene.loaded.diagnostics.iter().for_each(|one| events::report(&self.host, one));
        if !scene.country.provinces.is_empty() {
            events::announce_drawing(self.host.clone());
        }
    }

    /// Sets an attribute's value: `from`, `to`, `province`, `view` or `theme`, or `without`, the
    /// kinds left out, separated by commas; `null` takes it away. A value that cannot be read is
    /// said in the console and changes nothing; then the result is false.
    pub fn set(&self, attribute: &str, value: Option<String>) -> bool {
        let ui = self.ui;
        let text = value.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let understood = match attribute {
            name::FROM | name::TO => {
                let day = text.map(str::parse).transpose();
                day.map(|day| {
                    let range = ui.range();
                    let range = if attribute == name::FROM {
                        DayRange::new(day, range.to())
                    } else {
                        DayRange::new(range.from(), day)
                    };
                    ui.set_range(range);
                })
                .is_ok()
            }
            name::PROVINCE => self.set_province(text),
            "without" => {
                let kinds = text.into_iter().flat_map(|text| text.split(','));
                ui.set_hidden(kinds.map(Kind::new).collect());
                true
            }
            name::VIEW => parsed(text).map(|view| ui.change(|choice| choice.view = view)).is_some(),
            name::THEME => {
                parsed(text).map(|theme| ui.change(|choice| choice.theme = theme)).is_some()
            }
            _ => false,
        };
        if !understood {
            let value = value.unwrap_or_default();
            events::warn(&format!("\"{value}\" is not a value of the attribute \"{attribute}\""));
        }
        understood
    }

    /// Says to the reader that something which a link asked for is not there.
    pub fn say_corrected(&self) {
        self.ui.change(|choice| choice.corrected = true);
    }

    /// Says to the reader that a link is on the clipboard, or gives it to be copied by hand.
    pub fn say_copied(&self, link: Option<String>) {
        self.ui.change(|choice| choice.link = link.map_or(Copied::Yes, Copied::ByHand));
    }

    /// Gives the world to draw, of the form that the sources of [`mount`] have.
    pub fn set_countries(&self, countries: JsValue) {
        let Some(countries) = options::source(&countries) else { return };
        let loaded = load::atlas(countries);
        loaded.diagnostics.iter().for_each(|diagnostic| events::report(&self.host, diagnostic));
        self.ui.set_atlas(loaded);
    }

    fn set_province(&self, text: Option<&str>) -> bool {
        let code = text.map(|text| {
            let code = ProvinceCode::new(text).ok()?;
            self.ui.scene().dataset().province(&code).map(|found| found.code.clone())
        });
        match code {
            Some(None) => false,
            code => {
                self.ui.change(|choice| choice.province = code.flatten());
                true
            }
        }
    }

    /// Takes the widget from the page and releases all that it held.
    pub fn unmount(mut self) {
        drop(self.mounted.take());
    }
}

/// Kinds as a text, of which [`Widget::set`] makes the same kinds again.
fn join(kinds: &[Kind]) -> String {
    kinds.iter().map(Kind::as_str).collect::<Vec<_>>().join(",")
}

/// Reads a value; none is the usual one.
fn parsed<T: std::str::FromStr + Default>(text: Option<&str>) -> Option<T> {
    text.map_or_else(|| Some(T::default()), |text| text.parse().ok())
}
