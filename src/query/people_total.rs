//! Totals of people in which no one is counted twice.

use crate::model::{Dataset, People, Record};

/// A total of figures with everything that qualifies it.
///
/// ```
/// use enforcement_map::model::People;
/// use enforcement_map::query::PeopleTotal;
/// let total: PeopleTotal = [People::Exactly(73), People::About(260), People::NotPublished].into_iter().collect();
/// assert_eq!((total.number, total.about, total.at_least, total.not_published), (333, true, false, 1));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeopleTotal {
    /// The sum of the published figures.
    pub number: u64,
    /// Whether one of them was approximate.
    pub about: bool,
    /// Whether one of them was a lower bound.
    pub at_least: bool,
    /// How many records have no published figure. If there are any, the total is a lower bound.
    pub not_published: usize,
    /// How many records have a published figure.
    pub published: usize,
}

impl FromIterator<People> for PeopleTotal {
    fn from_iter<I: IntoIterator<Item = People>>(figures: I) -> Self {
        let mut total = Self::default();
        for people in figures {
            match people.number() {
                Some(number) => {
                    total.number = total.number.saturating_add(number);
                    total.published += 1;
                }
                None => total.not_published += 1,
            }
            total.about |= matches!(people, People::About(_));
            total.at_least |= matches!(people, People::AtLeast(_));
        }
        total
    }
}

/// The people in a range, in two totals: dates may be known only roughly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeopleSum {
    /// Those of the records that are certainly in the range.
    pub certain: PeopleTotal,
    /// Those of the records that are certainly or possibly in it.
    pub all: PeopleTotal,
}

/// Adds up the people of some records, leaving out each record that is part of another of them.
#[must_use]
pub fn people_total<'a>(dataset: &Dataset, records: &[&'a Record]) -> PeopleTotal {
    let is_part = |record: &&&'a Record| {
        ancestors(dataset, record).any(|whole| records.iter().any(|other| other.id == whole.id))
    };
    let roots = records.iter().filter(|record| !is_part(record));
    roots.filter_map(|record| record.people).collect()
}

/// Whether a record's figure is included in another's, directly or through others.
#[must_use]
pub fn is_part_of(dataset: &Dataset, part: &Record, whole: &Record) -> bool {
    ancestors(dataset, part).any(|found| found.id == whole.id)
}

/// The records that a record is part of, directly or through others, the nearest first.
pub(super) fn ancestors<'a>(
    dataset: &'a Dataset,
    record: &Record,
) -> impl Iterator<Item = &'a Record> + use<'a> {
    let next = |record: &Record| record.part_of.as_ref().and_then(|id| dataset.record(id));
    // The loader has cut all loops; the limit is for datasets that were built without it.
    std::iter::successors(next(record), move |record| next(record)).take(64)
}
