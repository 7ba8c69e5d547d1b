//! What the element's JavaScript and the module tell each other, as types.
//!
//! Inwards go the options of a widget, which `options` reads member by member, so that
//! these types are for JavaScript's declarations alone. Outwards goes one event at a time, to one
//! function: [`WidgetEvent`]. JavaScript keeps state and address, and then fires the public events
//! of [`super::api`].

use serde::Serialize;

use super::api::{MapError, ProvinceSelect, RangeChange};

/// What a widget tells. JavaScript has it as an object with a `type` and, but for those that are
/// told by their type alone, a `detail`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", content = "detail", rename_all = "lowercase")]
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
#[cfg_attr(feature = "cli", ts(tag = "type", content = "detail", rename_all = "lowercase"))]
pub enum WidgetEvent {
    /// The map is on screen and reacts.
    Ready,
    /// The reader chose a province, or none.
    Province(ProvinceSelect),
    /// The reader chose other days.
    Range(RangeChange),
    /// The reader chose another view.
    View(#[cfg_attr(feature = "cli", ts(type = "ViewName"))] &'static str),
    /// The reader left out other kinds of action: their names, separated by commas.
    Kinds(String),
    /// The reader wants a link to what is shown.
    Link,
    /// The reader wants a file.
    Download(Download),
    /// Something is wrong with the data.
    Error(Box<MapError>),
    /// A value that was set cannot be read, and changes nothing.
    Refused(Refused),
}

/// A file for the reader.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct Download {
    /// Its name, which ends in `.csv` or `.geojson`.
    pub name: &'static str,
    /// Its text.
    pub content: String,
}

/// A value that cannot be read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct Refused {
    /// Of which attribute.
    #[cfg_attr(feature = "cli", ts(type = "StateName | LinkParameter"))]
    pub attribute: String,
    /// The value.
    pub value: String,
}

/// The options of a widget.
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct WidgetOptions {
    /// BCP 47 tag of a language that the messages are in.
    pub lang: String,
    /// That language's messages, by name.
    #[cfg_attr(feature = "cli", ts(type = "Record<string, string>"))]
    pub messages: (),
    /// The data.
    pub sources: SourceOptions,
    /// Is told what happens in the widget.
    #[cfg_attr(feature = "cli", ts(type = "(event: WidgetEvent) => void"))]
    pub tell: (),
    /// The attributes that are no data and for which the map is drawn anew.
    #[cfg_attr(feature = "cli", ts(type = "Partial<Record<StateName, string | null>>"))]
    pub attributes: (),
    /// The page that the widget is on.
    pub page: PageOption,
}

/// The data of a widget, by layer.
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
#[cfg_attr(feature = "cli", ts(optional_fields))]
pub struct SourceOptions {
    /// The provinces and what is drawn around them.
    pub provinces: Option<SourceOption>,
    /// What was done.
    pub actions: Option<SourceOption>,
    /// Who was sent where.
    pub flows: Option<SourceOption>,
    /// Own kinds of action.
    pub kinds: Option<SourceOption>,
}

/// A file or an object of the page: its bytes, or why there are none.
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
#[cfg_attr(feature = "cli", ts(optional_fields))]
pub struct SourceOption {
    /// The file's name or address, for messages.
    #[cfg_attr(feature = "cli", ts(optional = false))]
    pub name: String,
    /// What it holds.
    #[cfg_attr(feature = "cli", ts(optional, type = "Uint8Array"))]
    pub bytes: Option<Vec<u8>>,
    /// The status that a server answered with, of HTTP (RFC 9110, section 15).
    pub status: Option<u16>,
    /// Whether it took too long.
    pub timed_out: Option<bool>,
    /// Why it could not be had or used, in words.
    pub unreachable: Option<String>,
}

/// The page that a widget is on.
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct PageOption {
    /// Addresses of the pages with each view.
    #[cfg_attr(feature = "cli", ts(type = "Record<ViewName, string>"))]
    pub views: (),
    /// Whether it holds nothing else.
    pub own: bool,
}

/// What is in some data.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct Findings {
    /// What is wrong, and what was read in another way than it is written.
    pub problems: Vec<MapError>,
    /// How many provinces could be read.
    pub provinces: usize,
    /// How many actions could be read.
    pub actions: usize,
    /// How many flows could be read.
    pub flows: usize,
    /// How many could not.
    pub lost: Lost,
    /// The heading that the data have.
    pub title: String,
}

/// How many records could not be read.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct Lost {
    /// Provinces.
    pub provinces: usize,
    /// Actions.
    pub actions: usize,
    /// Flows.
    pub flows: usize,
}
