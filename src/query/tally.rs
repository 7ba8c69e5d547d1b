//! How many actions, by province and kind.

use std::collections::BTreeMap;

use super::{Certainty, Selection};
use crate::model::{Action, Kind, ProvinceCode};

/// A number of records, those whose date is uncertain apart.
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

    /// Both together.
    #[must_use]
    pub fn all(self) -> usize {
        self.certain + self.possible
    }
}

/// The actions of one province.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All kinds together.
    pub count: Count,
    /// Each kind that there is.
    pub kinds: BTreeMap<Kind, Count>,
}

/// Counts a selection's actions by province. A province without actions is absent.
#[must_use]
pub fn tallies(selection: &Selection<'_>) -> BTreeMap<ProvinceCode, Tally> {
    let mut tallies: BTreeMap<ProvinceCode, Tally> = BTreeMap::new();
    for (action, certainty) in &selection.actions {
        if let Some(code) = action.province() {
            let tally = tallies.entry(code.clone()).or_default();
            tally.count.add(*certainty);
            tally.kinds.entry(action.record.kind.clone()).or_default().add(*certainty);
        }
    }
    tallies
}

/// Counts those of a selection's actions that are such.
#[must_use]
pub fn total(selection: &Selection<'_>, is_such: impl Fn(&Action) -> bool) -> Count {
    let mut count = Count::default();
    for (action, certainty) in &selection.actions {
        if is_such(action) {
            count.add(*certainty);
        }
    }
    count
}
