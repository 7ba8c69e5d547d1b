//! Records by their ids.

use super::entry::Entry;
use crate::model::{RecordId, sorted};

/// How deep parts of parts are compared, as in the index of the records.
#[cfg(feature = "sheets")]
const DEEPEST: usize = 64;

/// The indices of records in their list, in the order of the ids.
pub(crate) struct Ids<'a> {
    pub(crate) entries: &'a [Entry],
    /// The first of each id.
    pub(crate) order: Vec<usize>,
    /// The others, with the first of their id.
    pub(crate) again: Vec<(usize, usize)>,
}

impl<'a> Ids<'a> {
    /// No records.
    pub(crate) fn none() -> Self {
        Self { entries: &[], order: Vec::new(), again: Vec::new() }
    }

    pub(crate) fn new(entries: &'a [Entry]) -> Self {
        let id = |index: usize| entries.get(index).map(|entry| &entry.id);
        // The first of each id comes first, since the sort keeps the order of equals.
        let all = sorted((0..entries.len()).collect(), |a: &usize, b| id(*a).cmp(&id(*b)));
        let (mut order, mut again): (Vec<usize>, Vec<_>) = (Vec::new(), Vec::new());
        for index in all {
            match order.last() {
                Some(first) if id(*first) == id(index) => again.push((index, *first)),
                _ => order.push(index),
            }
        }
        Self { entries, order, again }
    }

    /// The index of the record with this id.
    fn index(&self, id: &RecordId) -> Option<usize> {
        let compare =
            |index: &usize| self.entries.get(*index).map(|entry| &entry.id).cmp(&Some(id));
        self.order.get(self.order.binary_search_by(compare).ok()?).copied()
    }

    /// The record with this id.
    pub(crate) fn find(&self, id: &RecordId) -> Option<&'a Entry> {
        self.entries.get(self.index(id)?)
    }

    /// The record that a record is part of.
    pub(crate) fn whole(&self, entry: &Entry) -> Option<&'a Entry> {
        self.find(entry.part_of.as_ref()?)
    }

    /// Whether each record is in a circle: following `part_of` comes back to it. Each reference is
    /// followed once.
    pub(crate) fn circles(&self) -> Vec<bool> {
        let next = |index: usize| self.index(self.entries.get(index)?.part_of.as_ref()?);
        let mut circles = vec![false; self.entries.len()];
        // On which way a record was first passed, from 1.
        let mut passed = vec![0_usize; self.entries.len()];
        for start in 0..self.entries.len() {
            let (way, mut at) = (start + 1, Some(start));
            while let Some(index) = at
                && let Some(mark) = passed.get_mut(index)
            {
                if *mark == way {
                    // Round once more.
                    while let Some(is_in) = at.and_then(|at| circles.get_mut(at))
                        && !*is_in
                    {
                        *is_in = true;
                        at = at.and_then(next);
                    }
                    break;
                }
                if *mark != 0 {
                    break;
                }
                *mark = way;
                at = next(index);
            }
        }
        circles
    }

    /// Whether following `part_of` from one record comes to another, within [`DEEPEST`] steps.
    #[cfg(feature = "sheets")]
    pub(crate) fn leads_to(&self, from: &'a Entry, to: &RecordId) -> bool {
        let chain = std::iter::successors(Some(from), |entry| self.whole(entry));
        chain.take(DEEPEST).any(|entry| entry.id == *to)
    }
}
