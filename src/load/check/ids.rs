//! Records by their ids.

use super::entry::Entry;
use crate::model::{RecordId, sorted};

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

    /// The record with this id.
    pub(crate) fn find(&self, id: &RecordId) -> Option<&'a Entry> {
        let compare =
            |index: &usize| self.entries.get(*index).map(|entry| &entry.id).cmp(&Some(id));
        let found = self.order.binary_search_by(compare).ok()?;
        self.entries.get(*self.order.get(found)?)
    }

    /// The record that a record is part of.
    pub(crate) fn whole(&self, entry: &Entry) -> Option<&'a Entry> {
        self.find(entry.part_of.as_ref()?)
    }

    /// Whether following `part_of` from one record comes to another.
    pub(crate) fn leads_to(&self, from: &'a Entry, to: &RecordId) -> bool {
        let mut at = Some(from);
        // No chain without a circle is longer than there are records.
        for _ in 0..=self.order.len() {
            match at {
                Some(entry) if entry.id == *to => return true,
                Some(entry) => at = self.whole(entry),
                None => return false,
            }
        }
        // There is a circle without this record. Its members have diagnostics of their own.
        false
    }
}
