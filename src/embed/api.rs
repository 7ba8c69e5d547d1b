//! What pages rely on: one table of the element's attributes, events, parts and custom properties.
//!
//! The widget takes its names from here. The command `enforcement-map api` makes TypeScript
//! declarations, `custom-elements.json` and the names for the element's JavaScript of it.

use serde::Serialize;

use crate::load::{Diagnostic, column_letters};
use crate::view::{Layout, Theme, ViewName};

/// The element's tag.
pub const TAG: &str = "enforcement-map";

/// Names of events.
#[allow(missing_docs, reason = "the table below says it")]
pub mod event {
    pub const READY: &str = "map-ready";
    pub const PROVINCE: &str = "province-select";
    pub const RANGE: &str = "range-change";
    pub const ERROR: &str = "map-error";
}

/// What an attribute can hold.
#[derive(Clone, Copy, Debug)]
pub enum Accepts {
    /// An address, or as a property an object of this TypeScript type.
    Data(&'static str),
    /// A text of this form.
    Text,
    /// One of these, of which the first is what there is without the attribute.
    OneOf(&'static [&'static str]),
}

/// What a change of an attribute does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The map is drawn anew.
    Drawn,
    /// `Widget::set` is called with it.
    Set,
    /// `Widget::set_range` is called with it and the other day.
    Range,
}

/// What `embed.js` does with an attribute that its script has as `data-...`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loader {
    /// It goes into the frame's address as it is.
    Passes,
    /// The loader has code for it: some are in the name of the page, or follow the article's own.
    Resolves,
}

/// An attribute, and the property of the same name.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What it can hold.
    pub accepts: Accepts,
    /// What a change does.
    pub change: Change,
    /// What the loader does with it.
    pub loader: Loader,
    /// What it does.
    pub about: &'static str,
}

macro_rules! attributes {
    ($($change:ident, $doc:literal, $group:ident {
        $($constant:ident = $name:literal, $accepts:expr, $loader:ident, $about:literal;)*
    })*) => {
        /// Names of attributes, and of properties.
        pub mod name {
            $($(#[doc = $about] pub const $constant: &str = $name;)*)*
        }

        $(#[doc = $doc]
        #[allow(non_camel_case_types, missing_docs, reason = "the names of the constants")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $group {
            $($constant,)*
        }

        impl $group {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$constant),*];

            /// The one of this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$constant),)*
                    _ => None,
                }
            }
        })*

        /// The attributes, in the order in which the builder writes them.
        pub const ATTRIBUTES: &[Attribute] = &[$($(Attribute {
            name: $name,
            accepts: $accepts,
            change: Change::$change,
            loader: Loader::$loader,
            about: $about,
        }),*),*];
    };
}

// By what a change does; where the widget takes such a change, it matches all of its group. Then the
// constant, the name, what it can hold, what `embed.js` does, and what the attribute is for.
attributes! {
    Drawn, "Attributes for which the map is drawn anew.", RedrawAttribute {
        PROVINCES = "provinces", Accepts::Data("Provinces"), Resolves,
            "Address of the provinces and the basemap around them, GeoJSON or TopoJSON; as a property also the data: an object, a text, a Blob.";
        ACTIONS = "actions", Accepts::Data("Actions"), Resolves,
            "Address of what was done, GeoJSON or a sheet (CSV, TSV), or \"\" for none, as it is beside own provinces or flows; as a property also the data: an object, a text, a Blob.";
        FLOWS = "flows", Accepts::Data("Flows"), Resolves,
            "Address of who was sent where, GeoJSON or a sheet, or \"\" for none, as it is beside own provinces or actions; as a property also the data: an object, a text, a Blob.";
        COUNTRIES = "countries", Accepts::Data("Countries"), Resolves,
            "Address of the countries of the world, GeoJSON; as a property also the object.";
        KINDS = "kinds", Accepts::Data("Kinds"), Resolves,
            "Address of own kinds of action, with their names, order and signs: JSON or a sheet; as a property also the data. The collections may have them as their member of the same name.";
        HEADING = "heading", Accepts::Text, Passes,
            "The heading, instead of the one that the actions have.";
        LANG = "lang", Accepts::Text, Resolves,
            "Language, a BCP 47 tag; else the page's. English where there are no texts in it.";
        REFRESH = "refresh", Accepts::Text, Passes,
            "After how many seconds data that have an address are read again while the page is seen, at least 60, such as 300; without it they are read once.";
    }
    Range, "Attributes for which the map shows other days.", RangeAttribute {
        FROM = "from", Accepts::Text, Passes,
            "First day that is shown: an ISO date such as 2026-01-18.";
        TO = "to", Accepts::Text, Passes,
            "Last day that is shown: an ISO date.";
    }
    Set, "Attributes that change what is seen of the map.", SetAttribute {
        PROVINCE = "province", Accepts::Text, Passes,
            "Code of the province whose detail is open, such as KH24.";
        VIEW = "view", Accepts::OneOf(&ViewName::WORDS), Resolves,
            "What is shown: the provinces, where people were sent, or tables.";
        THEME = "theme", Accepts::OneOf(&Theme::WORDS), Resolves,
            "Colours; auto is as the reader's system has it.";
        WITHOUT = "without", Accepts::Text, Passes,
            "Kinds of action that are left out, separated by commas, such as meeting,policy; the reader can show them.";
        LAYOUT = "layout", Accepts::OneOf(&Layout::WORDS), Passes,
            "How much room it takes: a picture in an article, or the long form for a page of its own.";
    }
}

/// What a link to a map holds after `#`, in this order.
pub const LINK_PARAMETERS: [&str; 6] =
    [name::FROM, name::TO, name::PROVINCE, name::WITHOUT, name::VIEW, name::LANG];

/// The language that names of pages do not say, and that there is where another lacks something.
pub const USUAL_LANGUAGE: &str = "en";

/// The reader chose a province, or none.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct ProvinceSelect {
    /// Its code.
    pub code: Option<String>,
    /// Its name in the reader's language.
    pub name: Option<String>,
}

/// The reader chose other days.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct RangeChange {
    /// The first day, an ISO date; null where there is no limit.
    pub from: Option<String>,
    /// The last day, an ISO date; null where there is no limit.
    pub to: Option<String>,
}

/// Something is wrong with the data, or the map could not be drawn.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(ts_rs::TS))]
pub struct MapError {
    /// Where, what, and what to do.
    pub message: String,
    /// The file's name or address.
    pub source: String,
    /// What the module with the feature `sheets` tells besides.
    #[cfg(feature = "sheets")]
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", ts(flatten))]
    pub detail: Detail,
}

/// Where the data are wrong, and how. JavaScript sees these as members of [`MapError`].
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(ts_rs::TS), ts(optional_fields = nullable))]
pub struct Detail {
    /// The file's content: provinces, actions, flows or countries. This and what follows is told
    /// of what stands in the data.
    pub layer: Option<&'static str>,
    /// The row as a spreadsheet numbers it, or the feature, counted from 1.
    pub row: Option<usize>,
    /// The column's letters, in a sheet.
    pub column: Option<String>,
    /// The name of the column or of the property.
    pub field: Option<String>,
    /// The record's id.
    pub id: Option<String>,
    /// What stands in the cell.
    pub cell: Option<String>,
    /// A stable name of this sort of problem, described in codes.html#<code>.
    pub code: Option<&'static str>,
    /// error, warning or note.
    pub severity: Option<&'static str>,
    /// What is wrong, without the place.
    pub what: Option<String>,
    /// What to do about it.
    pub remedy: Option<String>,
}

impl MapError {
    /// What is told of a diagnostic.
    #[must_use]
    pub fn new(diagnostic: &Diagnostic) -> Self {
        Self {
            message: diagnostic.to_string(),
            source: diagnostic.source.clone(),
            #[cfg(feature = "sheets")]
            detail: Detail::new(diagnostic),
        }
    }
}

impl Detail {
    /// What is told of a diagnostic besides its message and source.
    #[must_use]
    pub fn new(diagnostic: &Diagnostic) -> Self {
        let cell = diagnostic.cell.as_deref();
        Self {
            layer: Some(diagnostic.layer.name()),
            row: diagnostic.feature,
            column: cell.and_then(|cell| cell.column).map(column_letters),
            field: cell.map(|cell| cell.name.clone()).or_else(|| diagnostic.field.clone()),
            id: diagnostic.id.clone(),
            cell: cell.map(|cell| cell.text().to_owned()),
            code: Some(diagnostic.code.name()),
            severity: Some(diagnostic.code.severity().name()),
            what: Some(diagnostic.message.clone()),
            remedy: Some(diagnostic.remedy.clone()),
        }
    }
}

/// The events: name, type of the detail, what they tell. All bubble and are composed.
pub const EVENTS: [(&str, Option<&str>, &str); 4] = [
    (event::READY, None, "The map is on screen and reacts."),
    (event::PROVINCE, Some("ProvinceSelect"), "The reader chose a province, or none."),
    (event::RANGE, Some("RangeChange"), "The reader chose other days."),
    (
        event::ERROR,
        Some("MapError"),
        "Something is wrong with the data, or the map could not be drawn.",
    ),
];

/// A method of the element.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// Its parameters, all of them text or null.
    pub parameters: &'static [&'static str],
    /// The TypeScript type of what it returns.
    pub returns: &'static str,
    /// What it does.
    pub about: &'static str,
}

/// The methods.
pub const METHODS: [Method; 2] = [
    Method {
        name: "setRange",
        parameters: &["from", "to"],
        returns: "Promise<void>",
        about: "Shows the days from the first to the last, ISO dates or null; resolves after the next \
                painted frame.",
    },
    Method {
        name: "select",
        parameters: &["code"],
        returns: "void",
        about: "Chooses a province by its code, or none.",
    },
];

/// The parts, for `enforcement-map::part(title)`.
pub const PARTS: [(&str, &str); 12] = [
    ("widget", "All of it: padding, greatest width, background"),
    ("title", "The heading"),
    ("figures", "The figures at the top"),
    ("views", "The links between the views"),
    ("status", "What the chosen days hold, in a sentence"),
    ("picture", "The drawing of the country or of the world"),
    ("legend", "What symbols and colours mean"),
    ("time", "The timeline and the dates"),
    ("panel", "The list of the provinces and their details"),
    ("national", "The actions for the whole country"),
    ("flows", "Where people were sent, as a list"),
    ("sources", "Where everything is from"),
];

/// The custom properties for a page's own colours and letters; each has a value for light and one
/// for dark.
pub const CUSTOM_PROPERTIES: [(&str, &str); 21] = [
    ("--em-font", "The font of all text"),
    ("--em-paper", "Background"),
    ("--em-ink", "Text"),
    ("--em-dim", "Text of less weight"),
    ("--em-line", "Lines between parts"),
    ("--em-edge", "Edges of buttons and fields"),
    ("--em-soft", "Background of what is set apart"),
    ("--em-accent", "Links and the focus"),
    ("--em-water", "The sea, and the ground of the drawing"),
    ("--em-lake", "Lakes and rivers"),
    ("--em-water-ink", "Names of waters"),
    ("--em-foreign", "Land outside the country"),
    ("--em-foreign-ink", "Names outside the country"),
    ("--em-none", "A province without a record"),
    ("--em-border", "Borders"),
    ("--em-s0", "Provinces with the fewest actions"),
    ("--em-s1", "More of them"),
    ("--em-s2", "The middle"),
    ("--em-s3", "Many"),
    ("--em-s4", "The most"),
    ("--em-arc", "Arcs of people's ways on the map of the world"),
];
