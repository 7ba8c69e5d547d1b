//! Counts of actions, by province and kind.

use super::{Certainty, Selection};
use crate::model::{Action, ActionKind, Dataset};

/// A number of records, with those that are only possibly in range counted apart.
///
/// ```
/// use enforcement_map::query::{Certainty, Count};
/// let count: Count = [Certainty::Certain, Certainty::Possible, Certainty::Outside].into_iter().collect();
/// assert_eq!(count, Count { certain: 1, possible: 1 });
/// assert_eq!(count.all(), 2);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Certainly in the range.
    pub certain: usize,
    /// Possibly in the range.
    pub possible: usize,
}

impl Count {
    fn add(&mut self, certainty: Certainty) {
        match certainty {
            Certainty::Certain => self.certain += 1,
            Certainty::Possible => self.possible += 1,
            Certainty::Outside => {}
        }
    }

    /// Certain and possible ones together.
    #[must_use]
    pub fn all(self) -> usize {
        self.certain + self.possible
    }
}

impl FromIterator<Certainty> for Count {
    fn from_iter<I: IntoIterator<Item = Certainty>>(all: I) -> Self {
        let mut count = Self::default();
        all.into_iter().for_each(|one| count.add(one));
        count
    }
}

/// The actions of one province.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindCounts {
    /// All kinds together.
    pub count: Count,
    /// Each kind that occurs.
    pub kinds: Vec<(ActionKind, Count)>,
}

impl KindCounts {
    fn add(&mut self, kind: &ActionKind, certainty: Certainty) {
        self.count.add(certainty);
        match self.kinds.iter_mut().find(|(known, _)| known == kind) {
            Some((_, count)) => count.add(certainty),
            None => {
                let mut count = Count::default();
                count.add(certainty);
                self.kinds.push((kind.clone(), count));
            }
        }
    }

    /// How many actions there are of a kind.
    #[must_use]
    pub fn of(&self, kind: &ActionKind) -> Count {
        let found = self.kinds.iter().find(|(known, _)| known == kind);
        found.map(|(_, count)| *count).unwrap_or_default()
    }
}

/// Counts a selection's actions by kind, for each province in the order of the dataset.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::model::ActionKind;
/// use enforcement_map::query::{DayRange, kind_counts_by_province, select};
/// let dataset = sample::dataset();
/// let counts = kind_counts_by_province(&dataset, &select(&dataset, DayRange::ALL));
/// let raids: Vec<_> = counts.iter().map(|province| province.of(&ActionKind::Raid).all()).collect();
/// assert_eq!(raids, [1, 0]);
/// ```
#[must_use]
pub fn kind_counts_by_province(dataset: &Dataset, selection: &Selection<'_>) -> Vec<KindCounts> {
    let mut kind_counts_by_province: Vec<KindCounts> =
        dataset.provinces.iter().map(|_| KindCounts::default()).collect();
    for action in &selection.actions {
        let code = action.item.province();
        let index = dataset.provinces.iter().position(|province| Some(&province.code) == code);
        if let Some(kind_counts) = index.and_then(|index| kind_counts_by_province.get_mut(index)) {
            kind_counts.add(&action.item.record.kind, action.certainty);
        }
    }
    kind_counts_by_province
}

/// Counts the actions of a selection that match.
#[must_use]
pub fn count_actions(selection: &Selection<'_>, matches: impl Fn(&Action) -> bool) -> Count {
    let mut count = Count::default();
    for action in &selection.actions {
        if matches(action.item) {
            count.add(action.certainty);
        }
    }
    count
}
