//! The first records of a list, without walking all of them.

use std::cmp::Reverse;

use super::Index;
use super::chains::Run;
use crate::model::{CountryCode, RecordIndex};
use crate::query::certainty::Ends;
use crate::query::{Certainty, Count, Counts as _, Filter, Place};

/// Which records a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The actions in a province, by its number in the order of the dataset.
    Province(usize),
    /// The actions in provinces.
    Local,
    /// The actions of the country as a whole.
    National,
    /// All actions.
    Actions,
    /// All flows.
    Flows,
    /// The flows to a country.
    Destination(CountryCode),
    /// All actions and flows.
    All,
}

/// The part of a chain that is not yet in the list; the list takes from its end.
struct Rest {
    run: Run,
    certain: Run,
    next: Rank,
}

/// Where a record stands in a list, the first least: those with an end before those without; the
/// last day, newest first; what is certain before what is possible; the first day; the order of the
/// files.
type Rank = (bool, Reverse<i32>, bool, Reverse<i32>, u32);

impl Index {
    /// The records of a list in the range, from a number on, with whether they are certainly in it. The
    /// newest come first, by the last day that they can have been on; those of the same day that are
    /// certain come before those that are possible; those without an end come last.
    ///
    /// It takes the longer the more are skipped and taken, not the more records there are.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::query::{Filter, Index, Which};
    /// let dataset = sample::dataset();
    /// let index = Index::new(&dataset);
    /// let first = index.records(Which::Actions, &Filter::default(), 0, 2);
    /// let ids = first.iter().filter_map(|(index, _)| dataset.action(*index));
    /// let ids: Vec<_> = ids.map(|action| action.record.id.as_str()).collect();
    /// assert_eq!(ids, ["policy", "arrest"]);
    /// assert_eq!(index.number(Which::Actions, &Filter::default()).all(), 3);
    /// ```
    #[must_use]
    pub fn records(
        &self,
        which: Which,
        filter: &Filter,
        skip: usize,
        take: usize,
    ) -> Vec<(RecordIndex, Certainty)> {
        let range = Ends::of(filter.range);
        let mut rests: Vec<Rest> = Vec::new();
        self.each_cell(which, filter, &mut |cell| {
            for chain in self.chains.of_cell(cell) {
                let run = self.chains.visible(chain, range);
                let certain = self.chains.certain(chain, range);
                rests.extend(self.rest(run, certain));
            }
        });
        // A heap (Knuth, The Art of Computer Programming, 5.2.3) with the first record on top.
        for at in (0..rests.len() / 2).rev() {
            sift(&mut rests, at);
        }
        let mut list = Vec::new();
        for number in 0..skip.saturating_add(take) {
            let Some(top) = rests.first() else { break };
            if number >= skip {
                let (_, _, is_possible, _, record) = top.next;
                let certainty = if is_possible { Certainty::Possible } else { Certainty::Certain };
                list.extend(usize::try_from(record).ok().map(|one| (RecordIndex(one), certainty)));
            }
            match self.rest((top.run.0, top.run.1 - 1), top.certain) {
                Some(rest) => rests.splice(0..1, [rest]).for_each(drop),
                None => drop(rests.swap_remove(0)),
            }
            sift(&mut rests, 0);
        }
        list
    }

    /// How many records a list has in the range.
    #[must_use]
    pub fn number(&self, which: Which, filter: &Filter) -> Count {
        let mut count = Count::default();
        self.each_cell(which, filter, &mut |cell| count += self.count(cell, filter.range));
        count
    }

    fn each_cell(&self, which: Which, filter: &Filter, run: &mut dyn FnMut(usize)) {
        let cells = &self.cells;
        let mut some = |range: std::ops::Range<usize>| {
            let shown = |cell: &usize| {
                cells.kinds.get(cells.kind_of(*cell)).is_none_or(|kind| filter.shows(kind))
            };
            range.filter(shown).for_each(&mut *run);
        };
        match which {
            Which::Province(number) => some(cells.of_place(Place::Province(number))),
            Which::Local => {
                some(0..cells.of_place(Place::National).start);
            }
            Which::National => some(cells.of_place(Place::National)),
            Which::Actions => some(cells.of_actions()),
            Which::Flows => some(cells.of_flows()),
            Which::All => some(0..cells.len()),
            Which::Destination(country) => {
                for (pair, (_, to)) in cells.pairs.iter().enumerate() {
                    if *to == country {
                        some(cells.of_place(Place::Pair(pair)));
                    }
                }
            }
        }
    }

    /// A run that is not empty, with the rank of its last record.
    fn rest(&self, run: Run, certain: Run) -> Option<Rest> {
        let at = run.1.checked_sub(1).filter(|at| *at >= run.0)?;
        let (first, last, record) = self.chains.span(at);
        let is_possible = at < certain.0 || at >= certain.1;
        let next = (last == i32::MAX, Reverse(last), is_possible, Reverse(first), record);
        Some(Rest { run, certain, next })
    }
}

/// Moves an item down to where no later one is less.
fn sift(heap: &mut [Rest], mut at: usize) {
    let rank = |heap: &[Rest], at: usize| heap.get(at).map(|rest| rest.next);
    loop {
        let (left, right) = (at * 2 + 1, at * 2 + 2);
        let Some(mut least) = rank(heap, left) else { return };
        let mut child = left;
        if let Some(other) = rank(heap, right).filter(|other| *other < least) {
            (least, child) = (other, right);
        }
        if rank(heap, at).is_none_or(|own| own <= least) {
            return;
        }
        heap.swap(at, child);
        at = child;
    }
}
