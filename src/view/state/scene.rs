//! The data with everything computed that does not depend on what the reader chooses.

use super::{Orders, ViewName};
use crate::load::Loaded;
use crate::map::{ClassBreaks, CountryMap};
use crate::model::{
    Action, CountryCode, Dataset, Destination, Flow, Kinds, OwnKind, Province, ProvinceCode,
    RecordIndex,
};
use crate::query::{Aggregates, Count, DayRange, Filter, Index, Table, Timeline, select};
use crate::view::format::Words;
use crate::view::messages::{MessageId, PluralId};

/// Everything that stays the same while the widget is mounted.
pub struct Scene {
    /// The data and the problems found in them.
    pub loaded: Loaded,
    /// Messages and formats of the reader's language.
    pub words: Words,
    /// The map of the provinces.
    pub country: CountryMap,
    /// The classes of that map's colours.
    pub class_breaks: ClassBreaks,
    /// The index of the records, by which they are counted and listed.
    pub index: Index,
    /// The time that the data cover; `None` if nothing has a date.
    pub timeline: Option<Timeline>,
    /// The page around.
    pub page: PageLinks,
    /// The counts and figures for all days and kinds: scales and orders follow them, so that
    /// nothing jumps when others are chosen.
    pub everything: Aggregates,
    /// The kinds in the order in which they are shown, with their signs.
    pub kinds: Kinds,
    /// The actions in the order of their dates.
    actions: Vec<RecordIndex>,
    /// The flows in the order of their dates.
    flows: Vec<RecordIndex>,
    /// The tables in the orders that the reader has asked for.
    pub(in crate::view) orders: Orders,
}

/// The page around the widget, and the pages that show the other views without a script.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageLinks {
    /// Whether the page holds only the widget, whose title is then the page's own heading.
    pub is_own: bool,
    /// Whether the data are read again and again.
    pub is_living: bool,
    /// The address of the page with each view, in the order of [`ViewName::ALL`].
    pub views: [String; ViewName::ALL.len()],
}

impl Scene {
    /// Prepares a dataset for a language.
    #[must_use]
    pub fn new(loaded: Loaded, mut words: Words, page: PageLinks) -> Self {
        let own: &[OwnKind] = if cfg!(feature = "sheets") { &loaded.dataset.kinds } else { &[] };
        if cfg!(feature = "sheets") {
            words.kinds = own.to_vec();
        }
        let country = CountryMap::new(&loaded.dataset, &words.language, |code| words.country(code));
        let index = Index::new(&loaded.dataset);
        let timeline = Timeline::new(&index);
        let everything = Aggregates::new(&index, timeline.as_ref(), &Filter::default());
        let present = everything.kinds.iter().map(|(kind, _)| kind.clone());
        let kinds = Kinds::new(present, own);
        let class_breaks = ClassBreaks::new(everything.counts().iter().map(|count| count.all()));
        let by_date = select(&loaded.dataset, DayRange::ALL);
        let actions = by_date.actions.iter().map(|one| one.index).collect();
        let flows = by_date.flows.iter().map(|one| one.index).collect();
        Self {
            words,
            country,
            class_breaks,
            index,
            timeline,
            page,
            everything,
            kinds,
            actions,
            flows,
            orders: Orders::default(),
            loaded,
        }
    }

    /// The counts and figures for some days and kinds.
    #[must_use]
    pub fn aggregates(&self, filter: &Filter) -> Aggregates {
        Aggregates::new(&self.index, self.timeline.as_ref(), filter)
    }

    /// The data.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.loaded.dataset
    }

    /// The records of a table in the order of their dates.
    #[must_use]
    pub fn by_date(&self, table: Table) -> &[RecordIndex] {
        match table {
            Table::Actions => &self.actions,
            Table::Flows => &self.flows,
        }
    }

    /// All actions in the order of their dates.
    pub fn actions(&self) -> impl Iterator<Item = (RecordIndex, &Action)> {
        self.actions.iter().filter_map(|index| Some((*index, self.dataset().action(*index)?)))
    }

    /// All flows in the order of their dates.
    pub fn flows(&self) -> impl Iterator<Item = (RecordIndex, &Flow)> {
        self.flows.iter().filter_map(|index| Some((*index, self.dataset().flow(*index)?)))
    }

    /// The level of a heading that stands some levels below the widget's title.
    #[must_use]
    pub fn heading_level(&self, below: usize) -> usize {
        below + usize::from(!self.page.is_own)
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

    /// The destination in words: a country's name, or how many countries there were.
    #[must_use]
    pub fn destination(&self, destination: Destination) -> String {
        match destination {
            Destination::Country(country) => self.country_name(country),
            Destination::Several(places) => {
                let places = usize::try_from(places).unwrap_or(usize::MAX);
                self.words.count(PluralId::Places, places)
            }
        }
    }

    /// How many records: actions and flows.
    #[must_use]
    pub fn records_text(&self, count: usize) -> String {
        self.words.count(PluralId::Records, count)
    }

    /// How many actions, with a remark if they are only possibly in range. `in_dataset` says
    /// whether there are any at all.
    #[must_use]
    pub fn count_text(&self, count: Count, in_dataset: bool) -> String {
        let words = &self.words;
        if count.all() == 0 {
            return words.say(if in_dataset { MessageId::NoneInRange } else { MessageId::None });
        }
        let text = words.count(PluralId::Actions, count.all());
        if count.certain == 0 {
            format!("{text}, {}", words.say(MessageId::Possible))
        } else {
            text
        }
    }

    /// How many actions there were in as many days before, in a province or in all: "7 in the 22 days
    /// before". `None` where the data do not go that far back, and where each record is shown by itself.
    #[must_use]
    pub fn change_text(&self, all: &Aggregates, province: Option<&ProvinceCode>) -> Option<String> {
        let before = all.before.as_ref().filter(|_| !self.index.has_few())?;
        let count = match province {
            Some(code) => all.count_before(code)?,
            None => {
                let mut sum = before.local;
                sum += before.national;
                sum
            }
        };
        Some(self.words.days_before(before.days, count))
    }
}
