//! What the parts of the widget share: what the reader has chosen, and what follows from it.

use std::rc::Rc;
use std::str::FromStr;
use std::sync::Arc;

use leptos::prelude::*;

use super::{Key, Scene};
use crate::load::LoadedAtlas;
use crate::map::Zoom;
use crate::model::{CountryCode, Kind, ProvinceCode, Row};
use crate::query::{Certainty, DayRange, Facts, Filter};

/// Which picture is shown.
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
    /// The word for it in attributes and addresses.
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
    /// The word for it in attributes and addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Something in a picture that can be pointed at and chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A province.
    Province(ProvinceCode),
    /// A country where people were sent.
    Destination(CountryCode),
}

/// By which column the tables are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableOrder {
    /// The column, by its place.
    pub column: usize,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// A link that the reader wants to copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// Not asked for.
    #[default]
    No,
    /// It is on the clipboard.
    Yes,
    /// The browser allows no access to the clipboard; the reader can copy it from here.
    ByHand(String),
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
    /// Other kinds of action were left out.
    Hidden(Vec<Kind>),
    /// A link to what is seen is wanted.
    Link,
    /// A file is wanted: its name and what it holds.
    Download(&'static str, String),
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
    /// The country whose flows alone are listed.
    pub destination: Option<CountryCode>,
    /// What has the keyboard's focus.
    pub focused: Option<Spot>,
    /// What the pointer is over, or was until a moment ago.
    pub hovered: Option<Spot>,
    /// Whether the pointer is still over that, or over its tooltip.
    pub hovering: bool,
    /// Whether the reader has put the tooltip away.
    pub dismissed: bool,
    /// The picture.
    pub view: ViewName,
    /// The colours.
    pub theme: Theme,
    /// The part of the map of the provinces that is seen.
    pub zoom: Zoom,
    /// Whether it is being said how the wheel enlarges the map.
    pub hinted: bool,
    /// How the tables are sorted.
    pub order: TableOrder,
    /// Whether controls work yet.
    pub live: bool,
    /// Whether the days are being run through.
    pub playing: bool,
    /// Whether something that a link asked for is not there.
    pub corrected: bool,
    /// What became of the link that the reader wants to copy.
    pub link: Copied,
}

/// A handle on the widget's state; copies of it are the same.
///
/// Few types are kept reactive, and those as wholes: Leptos compiles its signals anew for each.
#[derive(Clone, Copy)]
pub struct Ui {
    shared: StoredValue<Rc<Shared>, LocalStorage>,
    atlas: RwSignal<Option<Arc<LoadedAtlas>>>,
    filter: RwSignal<Filter>,
    choice: RwSignal<Choice>,
    facts: Memo<Arc<Facts>>,
}

impl Ui {
    /// State for a scene, nothing chosen. To be called within an owner.
    #[must_use]
    pub fn new(scene: Scene, listener: Listener) -> Self {
        let scene = Rc::new(scene);
        let shared = StoredValue::new_local(Rc::new(Shared { scene, listener }));
        let filter = RwSignal::new(Filter::default());
        let facts = move || shared.get_value().scene.facts(&filter.get());
        let facts = Memo::new(move |_| Arc::new(facts()));
        Self {
            shared,
            atlas: RwSignal::new(None),
            filter,
            choice: RwSignal::new(Choice::default()),
            facts,
        }
    }

    /// Whether the widget still stands: what comes later may come too late.
    #[must_use]
    pub fn is_there(&self) -> bool {
        !self.choice.is_disposed()
    }

    /// What is drawn.
    #[must_use]
    pub fn scene(&self) -> Rc<Scene> {
        Rc::clone(&self.shared.get_value().scene)
    }

    /// The chosen days. Reactive, as are the next ones.
    #[must_use]
    pub fn range(&self) -> DayRange {
        self.filter.get().range
    }

    /// The chosen days and kinds.
    #[must_use]
    pub fn filter(&self) -> Filter {
        self.filter.get()
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

    /// Whether it is the chosen one.
    #[must_use]
    pub fn is_chosen(&self, spot: &Spot) -> bool {
        let choice = self.choice();
        match spot {
            Spot::Province(code) => choice.province.as_ref() == Some(code),
            Spot::Destination(country) => choice.destination == Some(*country),
        }
    }

    /// Whether the pointer or the keyboard is on it, or it is chosen.
    #[must_use]
    pub fn is_lit(&self, spot: &Spot) -> bool {
        let choice = self.choice();
        self.is_chosen(spot) || [&choice.hovered, &choice.focused].contains(&&Some(spot.clone()))
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
        let filter = self.filter.get_untracked();
        self.set_filter(Filter { range, drawn: range, ..filter });
    }

    /// Shows other days for a moment: the timeline stays as it is drawn.
    pub fn try_range(&self, range: DayRange) {
        let filter = self.filter.get_untracked();
        self.set_filter(Filter { range, ..filter });
    }

    /// Leaves out other kinds.
    pub fn set_hidden(&self, hidden: Vec<Kind>) {
        let filter = self.filter.get_untracked();
        self.set_filter(Filter { hidden, ..filter });
    }

    fn set_filter(self, filter: Filter) {
        if self.filter.get_untracked() != filter {
            self.filter.set(filter);
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

    /// The keyboard's focus is on something in a picture, or on nothing.
    pub fn point_at(&self, spot: Option<Spot>) {
        self.change(|choice| {
            let scene = self.scene();
            if let Some(Spot::Province(code)) = &spot
                && let Some(shape) = scene.country.shape(code)
            {
                choice.zoom = choice.zoom.showing(scene.country.frame, shape.at);
            }
            choice.focused = spot;
            choice.dismissed = false;
        });
    }

    /// The reader chooses a province, or none.
    pub fn choose_province(&self, code: Option<ProvinceCode>) {
        self.change(|choice| choice.province.clone_from(&code));
        self.tell(Event::Province(code));
    }

    /// The reader chooses what is in a picture, or gives up what is chosen.
    pub fn toggle(&self, spot: &Spot) {
        let is_new = !self.is_chosen(spot);
        match spot {
            Spot::Province(code) => self.choose_province(is_new.then(|| code.clone())),
            Spot::Destination(country) => {
                self.change(|choice| choice.destination = is_new.then_some(*country));
            }
        }
    }

    /// The reader chooses a picture.
    pub fn choose_view(&self, view: ViewName) {
        self.change(|choice| choice.view = view);
        self.tell(Event::View(view));
    }

    /// The reader chooses days.
    pub fn choose_range(&self, range: DayRange) {
        if self.filter.get_untracked().range != range {
            self.set_range(range);
            self.tell(Event::Range(range));
        }
    }

    /// The reader has chosen days in several steps, of which only the last is told.
    pub fn settle_range(&self, before: DayRange) {
        let range = self.filter.get_untracked().range;
        self.set_range(range);
        if range != before {
            self.tell(Event::Range(range));
        }
    }

    /// The reader lets a kind in or leaves it out.
    pub fn toggle_kind(&self, kind: &Kind) {
        let filter = self.filter.get_untracked().toggled(kind);
        self.tell(Event::Hidden(filter.hidden.clone()));
        self.set_filter(filter);
    }

    /// The reader wants a file.
    pub fn download(&self, name: &'static str, content: String) {
        self.tell(Event::Download(name, content));
    }

    /// The reader wants a link to what is seen.
    pub fn ask_for_link(&self) {
        self.tell(Event::Link);
    }

    fn tell(self, event: Event) {
        let shared = self.shared.get_value();
        (shared.listener)(&shared.scene, event);
    }
}
