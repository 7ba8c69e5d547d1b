//! What the reader has chosen apart from days and kinds, as plain values.

use std::str::FromStr;

use crate::map::Zoom;
use crate::model::{CountryCode, ProvinceCode};

/// One of the three views.
///
/// ```
/// use enforcement_map::view::ViewName;
/// assert_eq!("world".parse(), Ok(ViewName::World));
/// assert_eq!(ViewName::default().as_str(), "country");
/// assert!("globe".parse::<ViewName>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ViewName {
    /// The provinces.
    #[default]
    Country,
    /// The flows of people.
    World,
    /// Everything as tables.
    Table,
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those of the reader's system.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl FromStr for ViewName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "country" => Ok(Self::Country),
            "world" => Ok(Self::World),
            "table" => Ok(Self::Table),
            _ => Err(()),
        }
    }
}

impl FromStr for Theme {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "auto" => Ok(Self::Auto),
            "light" => Ok(Self::Light),
            "dark" => Ok(Self::Dark),
            _ => Err(()),
        }
    }
}

impl ViewName {
    /// The name in attributes and addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::World => "world",
            Self::Table => "table",
        }
    }
}

impl Theme {
    /// The name in attributes and addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Something in a picture that can be pointed at and selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selectable {
    /// A province.
    Province(ProvinceCode),
    /// A country where people were sent.
    Destination(CountryCode),
}

/// How the tables are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableOrder {
    /// The column's index, from 0.
    pub column: usize,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// What became of the link that the reader asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// Not asked for.
    #[default]
    No,
    /// It is on the clipboard.
    Yes,
    /// The browser refuses access to the clipboard: the reader copies this text by hand.
    ByHand(String),
}

/// What the reader has chosen apart from days and kinds, which are in a
/// [`Filter`](crate::query::Filter).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UiState {
    /// The selected province, whose detail is open.
    pub province: Option<ProvinceCode>,
    /// The country whose flows are listed, all others being hidden.
    pub destination: Option<CountryCode>,
    /// What has the keyboard's focus.
    pub focused: Option<Selectable>,
    /// What the pointer is over, or was until a moment ago.
    pub hovered: Option<Selectable>,
    /// Whether the pointer is still over that, or over its tooltip.
    pub hovering: bool,
    /// Whether the reader has dismissed the tooltip.
    pub dismissed: bool,
    /// Which view is shown.
    pub view: ViewName,
    /// The colours.
    pub theme: Theme,
    /// The visible part of the map of the provinces.
    pub zoom: Zoom,
    /// Whether the hint about zooming with the wheel is shown.
    pub hinted: bool,
    /// How the tables are sorted.
    pub order: TableOrder,
    /// Whether controls work yet: in a prerendered page they do not.
    pub live: bool,
    /// Whether the chosen days are being played.
    pub playing: bool,
    /// Whether a link asked for something that does not exist.
    pub corrected: bool,
    /// The link that the reader wants to copy.
    pub link: Copied,
}

impl UiState {
    /// Whether this province or destination is selected.
    #[must_use]
    pub fn is_selected(&self, selectable: &Selectable) -> bool {
        match selectable {
            Selectable::Province(code) => self.province.as_ref() == Some(code),
            Selectable::Destination(country) => self.destination == Some(*country),
        }
    }
}
