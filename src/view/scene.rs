//! What is drawn: the data with everything worked out that does not depend on the reader.

use super::{Key, Words};
use crate::load::Loaded;
use crate::map::{Classes, CountryMap};
use crate::model::{CountryCode, Dataset, Destination, Province, ProvinceCode};
use crate::query::{Count, Facts, Filter, Timeline};

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
    /// The time that the data cover.
    pub timeline: Option<Timeline>,
    /// The page around.
    pub page: Page,
}

/// The page around.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Whether it holds nothing but the map, whose title is then that of the page.
    pub is_own: bool,
    /// The address of the page with the map of the provinces, which works without any script.
    pub country: String,
    /// The address of the one with the map of the world.
    pub world: String,
    /// The address of the one with the tables.
    pub table: String,
}

impl Scene {
    /// Prepares a dataset for a language.
    #[must_use]
    pub fn new(loaded: Loaded, words: Words, page: Page) -> Self {
        let country = CountryMap::new(&loaded.dataset, &words.language, |code| words.country(code));
        let timeline = Timeline::new(&loaded.dataset);
        let everything = Facts::new(&loaded.dataset, None, &Filter::default());
        let classes = Classes::new(everything.largest());
        Self { loaded, words, country, classes, timeline, page }
    }

    /// What a choice of days and kinds decides.
    #[must_use]
    pub fn facts(&self, filter: &Filter) -> Facts {
        Facts::new(self.dataset(), self.timeline.as_ref(), filter)
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
