//! What the reader has chosen apart from days and kinds, as plain values.

use std::str::FromStr;

use super::{Pages, ViewName};
use crate::map::Zoom;
#[cfg(feature = "sheets")]
use crate::model::Day;
use crate::model::{CountryCode, ProvinceCode};

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

impl Theme {
    /// What each is called in attributes and addresses; the usual one is the first.
    pub const WORDS: [&str; 3] = [Self::Auto.as_str(), Self::Light.as_str(), Self::Dark.as_str()];

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
    /// Records of one longer time, by the number of their line in the timeline.
    Span(usize),
}

/// How much room the widget takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// A picture in an article: what is chosen unfolds in one place.
    #[default]
    Compact,
    /// The long form, for a page of its own: all lists one below the other.
    Full,
}

impl Layout {
    /// What each is called in attributes and addresses; the usual one is the first.
    pub const WORDS: [&str; 2] = [Self::Compact.as_str(), Self::Full.as_str()];

    /// The name in attributes and addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Full => "full",
        }
    }
}

impl FromStr for Layout {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "compact" => Ok(Self::Compact),
            "full" => Ok(Self::Full),
            _ => Err(()),
        }
    }
}

/// A list in the panel, of which the compact layout shows one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelPart {
    /// The actions in the provinces, or the detail of one province.
    Local,
    /// The actions of the country as a whole.
    National,
    /// Where people were sent.
    Flows,
}

impl PanelPart {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Local, Self::National, Self::Flows];

    /// The name in the markup.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::National => "national",
            Self::Flows => "flows",
        }
    }
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

/// When data that are read again and again were read last.
#[cfg(feature = "sheets")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// The day, where the reader is.
    pub day: Day,
    /// The time of day, as it is written in the reader's language.
    pub time: String,
    /// How many of their records are new; `None` where they could not be read once more.
    pub new: Option<usize>,
}

/// What has become of the code of the views that few readers open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ViewCode {
    /// It is on its way, or nobody has asked for it yet.
    #[default]
    Coming,
    /// It is there.
    There,
    /// It could not be had.
    Failed,
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
    /// What has become of the code of the views that few readers open.
    pub view_code: ViewCode,
    /// How much room the widget takes.
    pub layout: Layout,
    /// The list that the reader opened in the panel; without one, the style decides by the room.
    pub part: Option<PanelPart>,
    /// Whether presets and dates are unfolded.
    pub more: bool,
    /// The colours.
    pub theme: Theme,
    /// The visible part of the map of the provinces.
    pub zoom: Zoom,
    /// Whether the hint about zooming with the wheel is shown.
    pub hinted: bool,
    /// How the tables are sorted.
    pub order: TableOrder,
    /// How many pages each list shows beyond the first.
    pub pages: Pages,
    /// Whether controls work yet: in a prerendered page they do not.
    pub live: bool,
    /// Whether the chosen days are being played.
    pub playing: bool,
    /// Whether a link asked for something that does not exist.
    pub corrected: bool,
    /// The link that the reader wants to copy.
    pub link: Copied,
    /// When the data were read, where that is to be shown.
    #[cfg(feature = "sheets")]
    pub fresh: Option<Fresh>,
}

impl UiState {
    /// Whether this province or destination is selected.
    #[must_use]
    pub fn is_selected(&self, selectable: &Selectable) -> bool {
        match selectable {
            Selectable::Province(code) => self.province.as_ref() == Some(code),
            Selectable::Destination(country) => self.destination == Some(*country),
            Selectable::Span(_) => false,
        }
    }
}
