//! Counts and lists from an index of the records, in a time that does not grow with them.
//!
//! Each record has a first and a last day, and by how many days each may be wrong. With all first days
//! and all last days in order, what is in a range is counted by looking up its ends:
//!
//! * possibly in the range: those that begin by its end, less those that end before its start;
//! * certainly in it: those that end by its end, less those that begin before its start, margins
//!   included. Those that do both would be subtracted twice; within one *chain* there are none unless
//!   nothing is certain, so that cutting at zero is exact (`chains`).
//!
//! The modules: `cells` (places and kinds), `chains` (the lists of days), `sums` (people along a chain),
//! `parts` (people who are counted in another record already), `calendar` (what is known to the day, and
//! what only roughly), `list` (the first records of a list), `headline` (the figures of a few records).

mod calendar;
mod cells;
mod chains;
mod headline;
mod list;
mod parts;
mod sums;

use std::sync::Arc;

use self::chains::{Chains, Spans};
use self::parts::Parts;
use self::sums::{TwoSums, packed};
use super::certainty::{Bounds, Ends};
use super::{Count, Counts, DayRange, PeopleSum};
use crate::model::{Dataset, Record, RecordIndex};

pub use calendar::Calendar;
pub(super) use calendar::{Rough, words};
pub use cells::{Cells, Place};
pub use list::Which;

/// An index of a dataset's records.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::model::ActionKind;
/// use enforcement_map::query::{Count, Counts, DayRange, Index, Place};
/// let index = Index::new(&sample::dataset());
/// let cells = index.cells();
/// let raids = cells.cell(Place::Province(0), &ActionKind::Raid);
/// let count = raids.map(|cell| index.count(cell, DayRange::ALL));
/// assert_eq!(count, Some(Count { certain: 1, possible: 0 }));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    cells: Arc<Cells>,
    chains: Chains,
    parts: Parts,
    calendar: Calendar,
    /// Whether records of a kind have people.
    has_people: Vec<bool>,
    few: headline::Few,
}

impl Index {
    /// The most records of which each figure is shown by itself.
    pub const FEW: usize = 12;

    /// Makes the index, in n log n steps at most.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        let (cells, cell_of) = Cells::new(dataset);
        let mut spans = Spans::default();
        let mut has_people = vec![false; cells.kinds.len()];
        for (number, record) in dataset.records().enumerate() {
            let Bounds { first, last, before, after } = Bounds::of(&record.period);
            let cell = cell_of.get(number).copied().unwrap_or_default();
            let people = packed(record.people);
            if people != 0
                && let Some(has) = usize::try_from(cell)
                    .ok()
                    .and_then(|cell| has_people.get_mut(cells.kind_of(cell)))
            {
                *has = true;
            }
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            spans.push(cell, (first, last), (before, after), (number, people));
        }
        let kinds: Vec<usize> = (0..cells.len()).map(|cell| cells.kind_of(cell)).collect();
        let cell = |number: usize| {
            let cell = cell_of.get(number).copied().unwrap_or_default();
            usize::try_from(cell).unwrap_or_default()
        };
        let kind = |number: usize| kinds.get(cell(number)).copied().unwrap_or_default();
        let chains = Chains::new(cells.len(), &spans);
        let has_parts = dataset.records().any(|record| record.part_of.is_some());
        let records: Vec<&Record> =
            if has_parts { dataset.records().collect() } else { Vec::new() };
        let bounds = |number: usize| {
            let of = |list: &[i32]| list.get(number).copied().unwrap_or_default();
            let (before, after) = spans.margins.get(number).copied().unwrap_or_default();
            Bounds { first: of(&spans.first), last: of(&spans.last), before, after }
        };
        let parts = Parts::new(&records, &bounds, &cell, &cells);
        let calendar = Calendar::new(dataset, cells.kinds.len(), &kind);
        let few = headline::Few::new(dataset);
        Self { cells: Arc::new(cells), chains, parts, calendar, has_people, few }
    }

    /// Whether each figure is shown by itself.
    #[must_use]
    pub fn has_few(&self) -> bool {
        self.few.is_some()
    }

    /// The record that a record is directly part of.
    #[must_use]
    pub fn whole(&self, part: RecordIndex) -> Option<RecordIndex> {
        self.parts.whole(part.0).map(RecordIndex)
    }
}

impl Counts for Index {
    fn cells(&self) -> &Arc<Cells> {
        &self.cells
    }

    fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    fn count(&self, cell: usize, range: DayRange) -> Count {
        self.chains.count(cell, Ends::of(range))
    }

    fn people(&self, cell: usize, range: DayRange) -> PeopleSum {
        let range = Ends::of(range);
        self.parts.within_cell(cell, range, self.chains.people(cell, range)).total()
    }

    fn people_by_kind(&self, range: DayRange) -> Vec<Option<PeopleSum>> {
        let range = Ends::of(range);
        let mut sums: Vec<TwoSums> = self.has_people.iter().map(|_| TwoSums::default()).collect();
        for cell in 0..self.cells.len() {
            if let Some(sum) = sums.get_mut(self.cells.kind_of(cell)) {
                sum.add(self.chains.people(cell, range));
            }
        }
        let sums = sums.into_iter().zip(&self.has_people).enumerate();
        let total = |(kind, (sum, has)): (usize, (TwoSums, &bool))| {
            has.then(|| self.parts.within_kind(kind, range, sum).total())
        };
        sums.map(total).collect()
    }

    fn people_of_cells(&self, cells: &[usize], range: DayRange) -> PeopleSum {
        let range = Ends::of(range);
        let mut sums = TwoSums::default();
        for cell in cells {
            sums.add(self.parts.within_cell(*cell, range, self.chains.people(*cell, range)));
        }
        self.parts.across_kinds(&|cell| cells.contains(&cell), range, sums).total()
    }

    fn figures(&self, filter: &super::Filter) -> Vec<(RecordIndex, Vec<RecordIndex>)> {
        self.few.figures(filter, &self.parts)
    }
}
