//! What the parts of the widget share: the scene that is drawn, and what the reader has chosen.

use std::rc::Rc;
use std::str::FromStr;
use std::sync::Arc;

use leptos::prelude::*;

use super::{Key, Words};
use crate::load::{Loaded, LoadedAtlas};
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
    /// The word for it in attributes and addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
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
    /// Another picture was chosen.
    View(ViewName),
}

/// Is told what the reader does. Changes from outside are not told.
pub type Listener = Box<dyn Fn(&Scene, Event)>;

struct Shared {
    scene: Rc<Scene>,
    listener: Listener,
}

/// What the reader has chosen, apart from the days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// The province whose detail is open.
    pub province: Option<ProvinceCode>,
    /// The province that has the keyboard's focus.
    pub focused: Option<ProvinceCode>,
    /// The picture.
    pub view: ViewName,
    /// The colours.
    pub theme: Theme,
    /// Whether controls work yet.
    pub live: bool,
}

/// A handle on the widget's state; copies of it are the same.
///
/// Few types are kept reactive, and those as wholes: Leptos compiles its signals anew for each.
#[derive(Clone, Copy)]
pub struct Ui {
    shared: StoredValue<Rc<Shared>, LocalStorage>,
    atlas: RwSignal<Option<Arc<LoadedAtlas>>>,
    range: RwSignal<DayRange>,
    choice: RwSignal<Choice>,
    facts: Memo<Arc<Facts>>,
}

impl Ui {
    /// State for a scene, nothing chosen. To be called within an owner.
    #[must_use]
    pub fn new(scene: Scene, listener: Listener) -> Self {
        let scene = Rc::new(scene);
        let shared = StoredValue::new_local(Rc::new(Shared { scene, listener }));
        let range = RwSignal::new(DayRange::ALL);
        let facts = move || Facts::new(shared.get_value().scene.dataset(), range.get());
        let facts = Memo::new(move |_| Arc::new(facts()));
        Self {
            shared,
            atlas: RwSignal::new(None),
            range,
            choice: RwSignal::new(Choice::default()),
            facts,
        }
    }

    /// What is drawn.
    #[must_use]
    pub fn scene(&self) -> Rc<Scene> {
        Rc::clone(&self.shared.get_value().scene)
    }

    /// The chosen days. Reactive, as are the next ones.
    #[must_use]
    pub fn range(&self) -> DayRange {
        self.range.get()
    }

    /// The world, once someone wanted to see it.
    #[must_use]
    pub fn atlas(&self) -> Option<Arc<LoadedAtlas>> {
        self.atlas.get()
    }

    /// What else the reader has chosen.
    #[must_use]
    pub fn choice(&self) -> Choice {
        self.choice.get()
    }

    /// What the chosen days decide.
    #[must_use]
    pub fn facts(&self) -> Arc<Facts> {
        self.facts.get()
    }

    /// Whether a province is the chosen one.
    #[must_use]
    pub fn is_chosen(&self, code: &ProvinceCode) -> bool {
        self.choice().province.as_ref() == Some(code)
    }

    /// A message in the reader's language.
    #[must_use]
    pub fn say(&self, key: Key) -> String {
        self.scene().words.say(key)
    }

    /// While a record is certainly or possibly in the chosen days.
    pub(super) fn inside(self, row: Row) -> impl Fn() -> bool {
        move || self.facts().certainty(row) != Certainty::Outside
    }

    /// While a record is possibly in the chosen days, and not certainly.
    pub(super) fn possible(self, row: Row) -> impl Fn() -> bool {
        move || self.facts().certainty(row) == Certainty::Possible
    }

    /// Shows other days.
    pub fn set_range(&self, range: DayRange) {
        if self.range.get_untracked() != range {
            self.range.set(range);
        }
    }

    /// Gives the world to draw.
    pub fn set_atlas(&self, atlas: LoadedAtlas) {
        self.atlas.set(Some(Arc::new(atlas)));
    }

    /// Shows something else.
    pub fn change(&self, change: impl FnOnce(&mut Choice)) {
        let mut choice = self.choice.get_untracked();
        change(&mut choice);
        self.set_choice(choice);
    }

    fn set_choice(self, choice: Choice) {
        if self.choice.get_untracked() != choice {
            self.choice.set(choice);
        }
    }

    /// The reader chooses a province, or none.
    pub fn choose_province(&self, code: Option<ProvinceCode>) {
        self.change(|choice| choice.province.clone_from(&code));
        self.tell(Event::Province(code));
    }

    /// The reader chooses a picture.
    pub fn choose_view(&self, view: ViewName) {
        self.change(|choice| choice.view = view);
        self.tell(Event::View(view));
    }

    /// The reader chooses days.
    pub fn choose_range(&self, range: DayRange) {
        if self.range.get_untracked() != range {
            self.range.set(range);
            self.tell(Event::Range(range));
        }
    }

    fn tell(self, event: Event) {
        let shared = self.shared.get_value();
        (shared.listener)(&shared.scene, event);
    }
}
