//! Counts of records, and who can give them.

use std::ops::AddAssign;
use std::sync::Arc;

use super::{Calendar, Cells, Certainty, DayRange, Filter, PeopleSum};
use crate::model::RecordIndex;

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

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.certain += other.certain;
        self.possible += other.possible;
    }
}

/// Whatever can say how many records there are in a range: an index of records in memory, or
/// counts that were made before.
pub trait Counts {
    /// The places and kinds by which records are counted.
    fn cells(&self) -> &Arc<Cells>;

    /// How many records there are of each day, and of each longer period.
    fn calendar(&self) -> &Calendar;

    /// How many records of a cell are in a range.
    fn count(&self, cell: usize, range: DayRange) -> Count;

    /// The people of the records of a cell in a range, no one counted twice.
    fn people(&self, cell: usize, range: DayRange) -> PeopleSum;

    /// The people of each kind in a range, no one counted twice; `None` for a kind without people.
    fn people_by_kind(&self, range: DayRange) -> Vec<Option<PeopleSum>>;

    /// The people of several cells of flows together, no one counted twice.
    fn people_of_cells(&self, cells: &[usize], range: DayRange) -> PeopleSum;

    /// Every published number that is not part of another record in the range, with its parts, the
    /// largest first. None where there are more records than are shown one by one.
    fn figures(&self, filter: &Filter) -> Vec<(RecordIndex, Vec<RecordIndex>)>;
}
