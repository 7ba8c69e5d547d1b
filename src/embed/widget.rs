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
use crate::load::{self, Loaded, Source};
use crate::model::{ActionKind, LocalizedText, ProvinceCode};
use crate::query::DayRange;
use crate::view::{Copied, Event, Listener, Messages, Mounted, Scene, Ui, Words, widget};

/// A widget on a page.
///
/// JavaScript may collect its side of a handle that it no longer refers to, and that must not
/// take the widget away: only [`Widget::unmount`] does.
#[wasm_bindgen]
pub struct Widget {
    ui: Ui,
    host: HtmlElement,
    mounted: ManuallyDrop<Option<UnmountHandle<Mounted>>>,
}

/// Draws a widget into an empty element. Gives nothing, and draws nothing, where the data are more
/// than this module reads and the one with the feature `sheets` has to do it.
///
/// # Errors
/// Where the options are not of the form that is documented in [`options`].
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "wasm-bindgen exports public functions alone")]
pub fn mount(
    container: HtmlElement,
    host: HtmlElement,
    options: JsValue,
) -> Result<Option<Widget>, JsValue> {
    let options = Options(options);
    let mut loaded = load::dataset(&options.sources());
    if load::needs_sheets(&loaded) && !options.anyway() {
        return Ok(None);
    }
    if let Some(heading) = options.heading() {
        loaded.dataset.title = LocalizedText::new(heading);
    }
    start(container, host, &options, loaded).map(Some)
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
    let widget = Widget { ui, host: host.clone(), mounted: ManuallyDrop::new(mounted) };
    if let Some(countries) = options.countries() {
        widget.show_atlas(countries);
    }
    ui.change(|choice| choice.live = true);
    let scene = ui.scene();
    scene.loaded.problems.iter().for_each(|problem| events::report(&host, problem));
    if !scene.country.provinces.is_empty() {
        events::announce_drawing(host);
    }
    Ok(widget)
}

#[wasm_bindgen]
impl Widget {
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
                ui.set_hidden(kinds.map(ActionKind::new).collect());
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

    /// Gives the world to draw, of the form that `countries` has among the sources of [`mount`].
    pub fn set_countries(&self, countries: JsValue) {
        if let Some(countries) = options::source(&countries) {
            self.show_atlas(countries);
        }
    }

    fn show_atlas(&self, countries: Source) {
        let loaded = load::atlas(countries);
        loaded.problems.iter().for_each(|problem| events::report(&self.host, problem));
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
fn join(kinds: &[ActionKind]) -> String {
    kinds.iter().map(ActionKind::as_str).collect::<Vec<_>>().join(",")
}

/// Reads a value; none is the usual one.
fn parsed<T: std::str::FromStr + Default>(text: Option<&str>) -> Option<T> {
    text.map_or_else(|| Some(T::default()), |text| text.parse().ok())
}
