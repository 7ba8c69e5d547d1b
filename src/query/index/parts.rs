//! Sums of people in which nobody is counted twice: what is part of something else in the range is
//! taken out again.
//!
//! A part is left out while it and one of its wholes are in the range. Both are while the range ends
//! on or after a day `x` and begins on or before a day `y`, which is a span to be counted like that of
//! a record. With several wholes, one inside another, these conditions overlap; kept are those that no
//! other one includes, in the order of `x`, and what neighbours have in common is added back.

use super::chains::{Chains, Spans};
use super::sums::{Sum, TwoSums, packed};
use crate::model::{Lookup, Record, RecordId};
use crate::query::certainty::{Bounds, Ends};

/// The longest way from a part to a whole. The loader has cut all loops; the limit is for datasets
/// that were built without it.
const LONGEST: usize = 64;

/// What is taken out of sums, and added back: by cell or by kind, two lists for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Corrections {
    certain: Chains,
    all: Chains,
}

#[derive(Default)]
struct Found {
    certain: Spans,
    all: Spans,
}

/// The parts of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The record that each part is directly part of, in the order of the parts.
    wholes: Vec<(u32, u32)>,
    in_cell: Corrections,
    of_kind: Corrections,
    /// Parts of records of other kinds, which few are.
    mixed: Vec<Mixed>,
}

/// A part of records of another kind at the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mixed {
    cell: usize,
    people: u64,
    bounds: Bounds,
    /// The cells and times of the wholes.
    wholes: Vec<(usize, Bounds)>,
}

impl Found {
    /// Adds what a part with some wholes needs.
    fn push(&mut self, key: usize, people: u64, part: Bounds, wholes: &[Bounds]) {
        let all = |whole: &Bounds| (part.first.max(whole.first), part.last.min(whole.last));
        let certain = |whole: &Bounds| {
            let ((s, t), (from, to)) = (widened(part), widened(*whole));
            (t.max(to), s.min(from))
        };
        push(&mut self.all, key, people, wholes.iter().map(all).collect());
        push(&mut self.certain, key, people, wholes.iter().map(certain).collect());
    }

    fn finish(&self, keys: usize) -> Corrections {
        Corrections {
            certain: Chains::new(keys * 2, &self.certain),
            all: Chains::new(keys * 2, &self.all),
        }
    }
}

/// The first and the last day with the margins.
fn widened(bounds: Bounds) -> (i32, i32) {
    let Bounds { first, last, before, after } = bounds;
    (
        if first == i32::MIN { first } else { first.saturating_sub(before) },
        if last == i32::MAX { last } else { last.saturating_add(after) },
    )
}

fn push(spans: &mut Spans, key: usize, people: u64, conditions: Vec<(i32, i32)>) {
    let mut order = crate::model::sorted(conditions, |(x, y), (other_x, other_y)| {
        x.cmp(other_x).then(other_y.cmp(y))
    });
    let mut highest = None;
    order.retain(|(_, y)| {
        let is_kept = highest.is_none_or(|highest| *y > highest);
        if is_kept {
            highest = Some(*y);
        }
        is_kept
    });
    let key = u32::try_from(key * 2).unwrap_or(u32::MAX);
    for (x, y) in &order {
        spans.push(key, (*y, *x), (0, 0), (0, people));
    }
    for ((_, y), (x, _)) in order.iter().zip(order.iter().skip(1)) {
        spans.push(key + 1, (*y, *x), (0, 0), (0, people));
    }
}

impl Corrections {
    fn correct(&self, key: usize, range: Ends, mut sums: TwoSums) -> TwoSums {
        let of =
            |chains: &Chains| chains.inner(key * 2 + 1, range).minus(chains.inner(key * 2, range));
        sums.certain = sums.certain.plus(of(&self.certain));
        sums.all = sums.all.plus(of(&self.all));
        sums
    }
}

impl Parts {
    /// Finds the parts; `cell_of` is the cell of each record, `kind_of` the kind of a cell, and
    /// `is_flow` whether flows are counted in it.
    pub(super) fn new(
        records: &[&Record],
        bounds: &dyn Fn(usize) -> Bounds,
        cell_of: &dyn Fn(usize) -> usize,
        cells: &super::Cells,
    ) -> Self {
        if records.iter().all(|record| record.part_of.is_none()) {
            return Self::default();
        }
        let id = |number: usize| records.get(number).map(|record| record.id.as_str());
        let by_id = Lookup::new(records.len(), &id, &mut |_, _| {});
        let whole = |part: &RecordId| by_id.find(part.as_str(), &id);
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let mut parts = Self::default();
        for (number, record) in records.iter().enumerate() {
            let whole = record.part_of.as_ref().and_then(whole);
            parts.wholes.extend(whole.map(|whole| (small(number), small(whole))));
        }
        let (mut in_cell, mut of_kind) = (Found::default(), Found::default());
        for (part, _) in parts.wholes.clone() {
            let part = usize::try_from(part).unwrap_or_default();
            let people = packed(records.get(part).and_then(|record| record.people));
            if people == 0 {
                continue;
            }
            let (cell, own) = (cell_of(part), bounds(part));
            let kind = cells.kind_of(cell);
            let above: Vec<(usize, Bounds)> =
                parts.above(part).map(|whole| (cell_of(whole), bounds(whole))).collect();
            let those = |is_one: &dyn Fn(usize) -> bool| -> Vec<Bounds> {
                let found = above.iter().filter(|(cell, _)| is_one(*cell));
                found.map(|(_, bounds)| *bounds).collect()
            };
            in_cell.push(cell, people, own, &those(&|other| other == cell));
            of_kind.push(kind, people, own, &those(&|other| cells.kind_of(other) == kind));
            let flows = cells.of_flows();
            if flows.contains(&cell) && above.iter().any(|(other, _)| *other != cell) {
                parts.mixed.push(Mixed { cell, people, bounds: own, wholes: above });
            }
        }
        parts.in_cell = in_cell.finish(cells.len());
        parts.of_kind = of_kind.finish(cells.kinds.len());
        parts
    }

    /// The record that a record is directly part of.
    pub(super) fn whole(&self, part: usize) -> Option<usize> {
        let part = u32::try_from(part).ok()?;
        let found = self.wholes.binary_search_by(|(other, _)| other.cmp(&part)).ok()?;
        self.wholes.get(found).and_then(|(_, whole)| usize::try_from(*whole).ok())
    }

    /// The records that a record is part of, the nearest first.
    pub(super) fn above(&self, part: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.whole(part), |record| self.whole(*record)).take(LONGEST)
    }

    /// The sums of a cell without those who are counted in another record of it.
    pub(super) fn within_cell(&self, cell: usize, range: Ends, sums: TwoSums) -> TwoSums {
        self.in_cell.correct(cell, range, sums)
    }

    /// The sums of a kind without those who are counted in another record of it.
    pub(super) fn within_kind(&self, kind: usize, range: Ends, sums: TwoSums) -> TwoSums {
        self.of_kind.correct(kind, range, sums)
    }

    /// The sums of some cells, each already without its own parts, without those who are counted in
    /// another of these cells.
    pub(super) fn across_kinds(
        &self,
        is_cell: &dyn Fn(usize) -> bool,
        range: Ends,
        mut sums: TwoSums,
    ) -> TwoSums {
        for part in self.mixed.iter().filter(|part| is_cell(part.cell)) {
            let counted = |is_in: &dyn Fn(&Bounds) -> bool| {
                let wholes = part.wholes.iter();
                let mut wholes = wholes.filter(|(cell, bounds)| is_cell(*cell) && is_in(bounds));
                let is_once = is_in(&part.bounds)
                    // Else it has been taken out of its own cell.
                    && !part.wholes.iter().any(|(cell, bounds)| *cell == part.cell && is_in(bounds));
                is_once && wholes.next().is_some()
            };
            let people = Sum::of(part.people);
            if counted(&|bounds| bounds.is_visible(range)) {
                sums.all = sums.all.minus(people);
            }
            if counted(&|bounds| bounds.is_certain(range)) {
                sums.certain = sums.certain.minus(people);
            }
        }
        sums
    }
}
