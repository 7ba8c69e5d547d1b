//! What JavaScript calls: a widget is mounted, changed and unmounted.

use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::rc::Rc;

use leptos::mount::UnmountHandle;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::api::{RedrawAttribute, SetAttribute, name};
use super::events::Teller;
use super::options::{self, Options};
#[cfg(feature = "sheets")]
use crate::load::Diagnostic;
use crate::load::{self, Loaded};
use crate::model::{ActionKind, Day, LocalizedText, ProvinceCode};
use crate::query::DayRange;
#[cfg(feature = "sheets")]
use crate::view::Fresh;
use crate::view::{
    Copied, Listener, Messages, Mounted, Scene, Ui, ViewCode, Words, lazy_views, widget,
};

/// A widget on a page.
///
/// JavaScript may collect its side of a handle that it no longer refers to, and that must not
/// take the widget away: only [`Widget::unmount`] does.
#[wasm_bindgen]
pub struct Widget {
    ui: Ui,
    teller: Teller,
    mounted: ManuallyDrop<Option<UnmountHandle<Mounted>>>,
}

/// Draws a widget into an empty element. What is to be told of the data waits for
/// [`Widget::announce`].
///
/// # Errors
/// Where the options are not of the form of [`WidgetOptions`](super::channel::WidgetOptions).
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "wasm-bindgen exports public functions alone")]
pub fn mount(container: HtmlElement, options: JsValue) -> Result<Widget, JsValue> {
    let options = Options(options);
    let mut loaded = load::dataset(&options.sources());
    for &attribute in RedrawAttribute::ALL {
        match attribute {
            RedrawAttribute::HEADING => {
                if let Some(heading) = options.attribute(name::HEADING) {
                    loaded.dataset.title = LocalizedText::new(heading);
                }
            }
            // They are resolved before: to the language of the messages, and to the sources.
            RedrawAttribute::LANG
            | RedrawAttribute::PROVINCES
            | RedrawAttribute::ACTIONS
            | RedrawAttribute::FLOWS
            | RedrawAttribute::COUNTRIES
            | RedrawAttribute::KINDS => {}
            // When data are read again is up to JavaScript; that they are is said by the options.
            RedrawAttribute::REFRESH => {}
        }
    }
    start(container, &options, loaded)
}

fn start(container: HtmlElement, options: &Options, loaded: Loaded) -> Result<Widget, JsValue> {
    let messages = Messages::new(|key| options.message(key));
    let scene = Scene::new(loaded, Words::new(&options.language(), messages), options.page());
    let teller = Teller(options.tell()?);
    let hears = teller.clone();
    let listener: Listener = Box::new(move |scene, event| hears.action(scene, event));
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
    Ok(Widget { ui, teller, mounted: ManuallyDrop::new(mounted) })
}

#[wasm_bindgen]
impl Widget {
    /// `"sheets"` where this module could not read all of the data, and the one with the feature of
    /// that name should draw them; else `undefined`.
    #[wasm_bindgen(getter)]
    pub fn needs(&self) -> JsValue {
        let needs = self.ui.scene().loaded.needs();
        needs.map_or(JsValue::UNDEFINED, |needs| JsValue::from_str(needs.name()))
    }

    /// Tells what is wrong with the data, and that the map is drawn. To be called once, of the
    /// widget that stays.
    pub fn announce(&self) {
        self.ui.change(|choice| choice.live = true);
        let scene = self.ui.scene();
        self.teller.diagnostics(&scene.loaded.diagnostics);
        if !scene.country.provinces.is_empty() {
            self.teller.clone().ready_when_painted();
        }
    }

    /// Shows the days from the first to the last, ISO dates; without one there is no limit. One
    /// that cannot be read is told as refused, and is no limit.
    pub fn set_range(&self, from: Option<String>, to: Option<String>) {
        let [from, to] = [self.day(name::FROM, from), self.day(name::TO, to)];
        self.ui.set_range(DayRange::new(from, to));
    }

    /// Sets `province`, `view`, `theme` or `without`, the kinds left out, separated by commas; `null` takes it away. A value that cannot be read is told as refused, and changes nothing.
    pub fn set(&self, attribute: &str, value: Option<String>) {
        let ui = self.ui;
        let text = trimmed(value.as_ref());
        let understood = match SetAttribute::named(attribute) {
            Some(SetAttribute::PROVINCE) => self.set_province(text),
            Some(SetAttribute::VIEW) => {
                parsed(text).map(|view| ui.change(|choice| choice.view = view)).is_some()
            }
            Some(SetAttribute::THEME) => {
                parsed(text).map(|theme| ui.change(|choice| choice.theme = theme)).is_some()
            }
            Some(SetAttribute::LAYOUT) => {
                parsed(text).map(|layout| ui.change(|choice| choice.layout = layout)).is_some()
            }
            Some(SetAttribute::WITHOUT) => {
                let kinds = text.into_iter().flat_map(|text| text.split(','));
                ui.set_hidden(kinds.map(ActionKind::new).collect());
                true
            }
            None => false,
        };
        if !understood {
            self.teller.refused(attribute, value);
        }
    }

    /// Says to the reader that something which a link asked for is not there.
    pub fn say_corrected(&self) {
        self.ui.change(|choice| choice.corrected = true);
    }

    /// Says to the reader that a link is on the clipboard, or gives it to be copied by hand.
    pub fn say_copied(&self, link: Option<String>) {
        self.ui.change(|choice| choice.link = link.map_or(Copied::Yes, Copied::ByHand));
    }

    /// Says whether the code of the views that few readers open is there by now, or could not be had.
    pub fn set_view_code(&self, is_there: bool) {
        let code = if is_there { ViewCode::There } else { ViewCode::Failed };
        self.ui.change(|choice| choice.view_code = code);
    }

    /// Gives the world to draw, of the form that the sources of [`mount`] have; after the code of that
    /// view is there.
    pub fn set_countries(&self, countries: JsValue) {
        let Some(views) = lazy_views() else { return };
        let Some(countries) = options::source(&countries) else { return };
        let loaded = (views.atlas)(countries);
        self.teller.diagnostics(&loaded.diagnostics);
        self.ui.set_atlas(loaded);
    }

    fn day(&self, attribute: &str, value: Option<String>) -> Option<Day> {
        let day = trimmed(value.as_ref())?.parse().ok();
        if day.is_none() {
            self.teller.refused(attribute, value);
        }
        day
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

/// For data that are read again while the page is seen.
#[cfg(feature = "sheets")]
#[wasm_bindgen]
impl Widget {
    /// Whether a file as a whole could not be read.
    #[wasm_bindgen(getter)]
    pub fn lacks_file(&self) -> bool {
        self.ui.scene().loaded.diagnostics.iter().any(Diagnostic::is_whole_file)
    }

    /// The ids of the records, each in a line, to be compared with those that are read later.
    #[wasm_bindgen(getter)]
    pub fn ids(&self) -> String {
        let scene = self.ui.scene();
        let ids: Vec<&str> = scene.dataset().records().map(|record| record.id.as_str()).collect();
        ids.join("\n")
    }

    /// Says to the reader when the data were read, and how many of their records are new since then;
    /// none where they could not be read again.
    pub fn say_fresh(&self, day: &str, time: String, new: Option<usize>) {
        if let Ok(day) = day.parse() {
            self.ui.change(|choice| choice.fresh = Some(Fresh { day, time, new }));
        }
    }
}

/// A value without the white space around it, if anything is left.
fn trimmed(value: Option<&String>) -> Option<&str> {
    value.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// Reads a value; none is the usual one.
fn parsed<T: std::str::FromStr + Default>(text: Option<&str>) -> Option<T> {
    text.map_or_else(|| Some(T::default()), |text| text.parse().ok())
}
