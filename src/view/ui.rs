//! What the parts of the widget share: the scene that is drawn, and what the reader has chosen.

use leptos::prelude::*;
use std::str::FromStr;

use super::{Key, Words};
use crate::load::Loaded;
use crate::map::{Classes, CountryMap};
use crate::model::{CountryCode, Dataset, Destination, Province, ProvinceCode, Row};
use crate::query::{Certainty, Count, DayRange, Facts};

/// Everything that does not change while the widget stands.
pub struct Scene {
    /// The data and what was wrong with them.
    pub loaded: Loaded,
    /// The reader's language.
    pub words: Words,
    /// The map of the provinces.
    pub country: CountryMap,
    /// The classes of its colours.
    pub classes: Classes,
    /// Where the widget's other pages are.
    pub links: Links,
}

/// Addresses that work without any script.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// The page with the map of the provinces.
    pub country: String,
    /// The page with the map of the world.
    pub world: String,
}

impl Scene {
    /// Prepares a dataset for a language.
    #[must_use]
    pub fn new(loaded: Loaded, words: Words, links: Links) -> Self {
        let country = CountryMap::new(&loaded.dataset, &words.language, |code| words.country(code));
        let everything = Facts::new(&loaded.dataset, DayRange::ALL);
        let classes = Classes::new(everything.largest());
        Self { loaded, words, country, classes, links }
    }

    /// The data.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.loaded.dataset
    }

    /// A province's name in the reader's language.
    #[must_use]
    pub fn province_name(&self, code: &ProvinceCode) -> String {
        let province = self.dataset().province(code);
        province.map_or_else(
            || code.to_string(),
            |province| province.name.get(&self.words.language).to_owned(),
        )
    }

    /// A province's name in the language of the place, with that language, where the reader's is
    /// another one.
    #[must_use]
    pub fn local_name(&self, province: &Province) -> Option<(String, String)> {
        let local = self.dataset().local_language.as_deref()?;
        let same = self.words.language.split('-').next() == Some(local);
        let name = province.name.exact(local).filter(|_| !same)?;
        Some((local.to_owned(), name.to_owned()))
    }

    /// A country's name in the reader's language.
    #[must_use]
    pub fn country_name(&self, code: CountryCode) -> String {
        self.words.country(code)
    }

    /// Where people were sent: a country's name, or how many countries there were.
    #[must_use]
    pub fn destination(&self, destination: Destination) -> String {
        match destination {
            Destination::Country(country) => self.country_name(country),
            Destination::Several(places) => {
                let places = usize::try_from(places).unwrap_or(usize::MAX);
                self.words.count(super::Plural::Places, places)
            }
        }
    }

    /// How many actions, and that some are only possibly in range where that is so.
    #[must_use]
    pub fn count_text(&self, count: Count, in_dataset: bool) -> String {
        let words = &self.words;
        if count.all() == 0 {
            return words.say(if in_dataset { Key::NoneInRange } else { Key::None });
        }
        let text = words.count(super::Plural::Actions, count.all());
        if count.certain == 0 { format!("{text}, {}", words.say(Key::Possible)) } else { text }
    }
}

/// Which picture is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ViewName {
    /// The provinces.
    #[default]
    Country,
    /// The flows of people.
    World,
}

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
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
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::World => "world",
        }
    }
}

impl Theme {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Something that the reader did and the page around may want to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A province was chosen, or none.
    Province(Option<ProvinceCode>),
    /// Another range was chosen.
    Range(DayRange),
}

type Listener = Box<dyn Fn(&Scene, Event)>;

/// A reactive condition. Each closure has a type of its own, and Leptos compiles an effect for
/// each type anew: as boxes, they share one.
pub(super) type Flag = Box<dyn Fn() -> bool + Send>;

/// A reactive text.
pub(super) type Text = Box<dyn Fn() -> String + Send>;

/// A reactive attribute that is there or not.
pub(super) type Maybe = Box<dyn Fn() -> Option<&'static str> + Send>;

pub(super) fn maybe(value: &'static str, is_there: impl Fn() -> bool + Send + 'static) -> Maybe {
    Box::new(move || is_there().then_some(value))
}

pub(super) fn flag(condition: impl Fn() -> bool + Send + 'static) -> Flag {
    Box::new(condition)
}

pub(super) fn text(words: impl Fn() -> String + Send + 'static) -> Text {
    Box::new(words)
}

/// A handle on the widget's state; copies of it are the same.
#[derive(Clone, Copy)]
pub struct Ui {
    scene: StoredValue<Scene, LocalStorage>,
    listener: StoredValue<Option<Listener>, LocalStorage>,
    /// The chosen days.
    pub range: RwSignal<DayRange>,
    /// The chosen province.
    pub province: RwSignal<Option<ProvinceCode>>,
    /// The chosen picture.
    pub view: RwSignal<ViewName>,
    /// The chosen colours.
    pub theme: RwSignal<Theme>,
    /// Whether controls work yet.
    pub live: RwSignal<bool>,
    /// What the range decides.
    pub facts: Memo<Facts>,
}

impl Ui {
    /// State for a scene, nothing chosen. To be called within an owner.
    #[must_use]
    pub fn new(scene: Scene) -> Self {
        let scene = StoredValue::new_local(scene);
        let range = RwSignal::new(DayRange::ALL);
        let facts =
            Memo::new(move |_| scene.with_value(|scene| Facts::new(scene.dataset(), range.get())));
        Self {
            scene,
            listener: StoredValue::new_local(None),
            range,
            province: RwSignal::new(None),
            view: RwSignal::new(ViewName::Country),
            theme: RwSignal::new(Theme::Auto),
            live: RwSignal::new(false),
            facts,
        }
    }

    /// Tells what the reader does. Changes from outside are not told.
    pub fn listen(&self, listener: impl Fn(&Scene, Event) + 'static) {
        self.listener.set_value(Some(Box::new(listener)));
    }

    /// Looks at the scene.
    pub fn with<T>(&self, look: impl FnOnce(&Scene) -> T) -> T {
        self.scene.with_value(look)
    }

    /// A message in the reader's language.
    #[must_use]
    pub fn say(&self, key: Key) -> String {
        self.with(|scene| scene.words.say(key))
    }

    /// Whether a record is in the chosen days. Reactive.
    #[must_use]
    pub fn certainty(&self, row: Row) -> Certainty {
        self.facts.with(|facts| facts.certainty(row))
    }

    /// Whether a record is outside the chosen days.
    pub(super) fn outside(self, row: Row) -> Flag {
        flag(move || self.certainty(row) == Certainty::Outside)
    }

    /// Whether there is nothing to explain about a record's date.
    pub(super) fn not_possible(self, row: Row) -> Flag {
        flag(move || self.certainty(row) != Certainty::Possible)
    }

    /// The reader chooses a province, or none.
    pub fn choose_province(&self, code: Option<ProvinceCode>) {
        self.province.set(code.clone());
        self.tell(Event::Province(code));
    }

    /// The reader chooses days.
    pub fn choose_range(&self, range: DayRange) {
        if self.range.get_untracked() != range {
            self.range.set(range);
            self.tell(Event::Range(range));
        }
    }

    fn tell(&self, event: Event) {
        self.listener.with_value(|listener| {
            if let Some(listener) = listener {
                self.with(|scene| listener(scene, event));
            }
        });
    }
}
