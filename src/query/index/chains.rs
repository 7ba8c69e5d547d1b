//! Records in chains: in each, whoever begins later ends later too, so that what is in a range is one
//! run of the chain.
//!
//! Within a cell (a place and a kind), spans are split into as few chains as there can be: as many as
//! the longest sequence of spans of which each lies strictly inside the one before (Dilworth's theorem;
//! the split is that of patience sorting). Days are one chain, months are one, years are one. The
//! spans of a chain have the same margins, so that what is *certainly* in a range is one run as well.
//! Where arbitrary spans lie in one another many times over, there are more chains, at worst one for
//! each span: then a range change costs what a walk over these spans would.

use super::sums::{Sum, Sums, TwoSums};
use crate::model::sorted_by_number;
use crate::query::Count;
use crate::query::certainty::Ends;

/// Records to be put into chains; all lists are as long.
#[derive(Default)]
pub(super) struct Spans {
    /// The number of the cell, from 0.
    pub(super) cell: Vec<u32>,
    pub(super) first: Vec<i32>,
    pub(super) last: Vec<i32>,
    /// The margins before and after, of which there are few.
    pub(super) margins: Vec<(i32, i32)>,
    pub(super) record: Vec<u32>,
    pub(super) people: Vec<u64>,
}

impl Spans {
    pub(super) fn push(
        &mut self,
        cell: u32,
        (first, last): (i32, i32),
        margins: (i32, i32),
        (record, people): (u32, u64),
    ) {
        self.cell.push(cell);
        self.first.push(first);
        self.last.push(last);
        self.margins.push(margins);
        self.record.push(record);
        self.people.push(people);
    }
}

/// All chains of all cells, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chains {
    /// The first chain of each cell, and at the end how many there are.
    cells: Vec<u32>,
    chains: Vec<Chain>,
    /// The first and the last day of each span.
    first: Vec<i32>,
    last: Vec<i32>,
    record: Vec<u32>,
    sums: Sums,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chain {
    /// The index of its first span; it ends where the next one begins.
    start: usize,
    end: usize,
    before: i32,
    after: i32,
}

/// A run of spans, from an index to before another; empty where the second is not larger.
pub(super) type Run = (usize, usize);

fn at<T: Copy + Default>(list: &[T], index: u32) -> T {
    usize::try_from(index).ok().and_then(|index| list.get(index)).copied().unwrap_or_default()
}

/// A signed number as an unsigned one in the same order.
fn ordered(number: i32) -> u32 {
    number.cast_unsigned() ^ 1 << 31
}

/// The margins as one number, by which spans with open ends come last.
fn group(spans: &Spans, item: u32) -> u32 {
    let step = |days: i32| match days {
        0 => 0,
        1 => 1,
        31 => 2,
        _ => 3,
    };
    let (before, after) = at(&spans.margins, item);
    let is_open = at(&spans.last, item) == i32::MAX;
    u32::from(is_open) << 4 | step(before) << 2 | step(after)
}

impl Chains {
    /// Puts spans into chains; `cells` is how many cells there are. In n log n steps.
    pub(super) fn new(cells: usize, spans: &Spans) -> Self {
        let length = u32::try_from(spans.cell.len()).unwrap_or(u32::MAX);
        // By cell, margins, first and last day; of those with the same days, the last record first,
        // since lists go from the end of a chain.
        let mut order: Vec<u32> = (0..length).rev().collect();
        order = sorted_by_number(order, &|item| ordered(at(&spans.last, item)));
        order = sorted_by_number(order, &|item| ordered(at(&spans.first, item)));
        order = sorted_by_number(order, &|item| group(spans, item));
        order = sorted_by_number(order, &|item| at(&spans.cell, item));
        let key = |item: u32| (at(&spans.cell, item), group(spans, item));
        let mut number_of = vec![0_u32; order.len()];
        let mut count = 0_u32;
        for same in order.chunk_by(|a, b| key(*a) == key(*b)) {
            // The last day of each chain so far; they fall from chain to chain.
            let mut lasts: Vec<i32> = Vec::new();
            for item in same {
                let last = at(&spans.last, *item);
                let chain = lasts.partition_point(|other| *other > last);
                match lasts.get_mut(chain) {
                    Some(other) => *other = last,
                    None => lasts.push(last),
                }
                if let Some(number) = usize::try_from(*item).ok().and_then(|i| number_of.get_mut(i))
                {
                    *number = count + u32::try_from(chain).unwrap_or_default();
                }
            }
            count += u32::try_from(lasts.len()).unwrap_or_default();
        }
        order = sorted_by_number(order, &|item| at(&number_of, item));
        let mut all = Self {
            cells: vec![0; cells + 1],
            chains: Vec::with_capacity(usize::try_from(count).unwrap_or_default()),
            first: order.iter().map(|item| at(&spans.first, *item)).collect(),
            last: order.iter().map(|item| at(&spans.last, *item)).collect(),
            record: order.iter().map(|item| at(&spans.record, *item)).collect(),
            sums: Sums::new(order.iter().map(|item| at(&spans.people, *item)).collect()),
        };
        let mut start = 0;
        for same in order.chunk_by(|a, b| at(&number_of, *a) == at(&number_of, *b)) {
            let item = same.first().copied().unwrap_or_default();
            let (before, after) = at(&spans.margins, item);
            let end = start + same.len();
            all.chains.push(Chain { start, end, before, after });
            start = end;
            let cell = usize::try_from(at(&spans.cell, item)).unwrap_or_default();
            if let Some(chains) = all.cells.get_mut(cell + 1) {
                *chains += 1;
            }
        }
        let mut sum = 0;
        for cell in &mut all.cells {
            sum += *cell;
            *cell = sum;
        }
        all
    }

    /// The chains of a cell.
    pub(super) fn of_cell(&self, cell: usize) -> &[Chain] {
        let end = |cell: usize| self.cells.get(cell).and_then(|end| usize::try_from(*end).ok());
        let range = end(cell).zip(end(cell + 1));
        range.and_then(|(start, end)| self.chains.get(start..end)).unwrap_or_default()
    }

    /// The run of a chain that is possibly in a range.
    pub(super) fn visible(&self, chain: &Chain, range: Ends) -> Run {
        let span = chain.start..chain.end;
        let first = self.first.get(span.clone()).unwrap_or_default();
        let last = self.last.get(span).unwrap_or_default();
        let start = last.partition_point(|last| *last < range.from);
        let end = first.partition_point(|first| *first <= range.to);
        (chain.start + start, chain.start + end)
    }

    /// The run of a chain that is certainly in a range.
    pub(super) fn certain(&self, chain: &Chain, range: Ends) -> Run {
        let range = range.inner(chain.before, chain.after);
        let span = chain.start..chain.end;
        let first = self.first.get(span.clone()).unwrap_or_default();
        let last = self.last.get(span).unwrap_or_default();
        let start = first.partition_point(|first| *first < range.from);
        let end = last.partition_point(|last| *last <= range.to);
        (chain.start + start, chain.start + end)
    }

    /// How many spans of a cell are in a range.
    pub(super) fn count(&self, cell: usize, range: Ends) -> Count {
        let length = |(start, end): Run| end.saturating_sub(start);
        let mut count = Count::default();
        for chain in self.of_cell(cell) {
            let visible = length(self.visible(chain, range));
            if visible > 0 {
                let certain = length(self.certain(chain, range));
                count.certain += certain;
                count.possible += visible - certain;
            }
        }
        count
    }

    /// The people of the spans of a cell that are in a range.
    pub(super) fn people(&self, cell: usize, range: Ends) -> TwoSums {
        let mut sums = TwoSums::default();
        if self.sums.is_empty() {
            return sums;
        }
        for chain in self.of_cell(cell) {
            let certain = self.sums.between(self.certain(chain, range));
            let all = self.sums.between(self.visible(chain, range));
            sums.add(TwoSums { certain, all });
        }
        sums
    }

    /// The people of the spans of a cell that are certainly in a range.
    pub(super) fn inner(&self, cell: usize, range: Ends) -> Sum {
        let chains = self.of_cell(cell).iter();
        let sums = chains.map(|chain| self.sums.between(self.certain(chain, range)));
        sums.fold(Sum::default(), Sum::plus)
    }

    /// The first and the last day of a span, and the number of its record.
    pub(super) fn span(&self, index: usize) -> (i32, i32, u32) {
        let of = |list: &[i32]| list.get(index).copied().unwrap_or_default();
        (of(&self.first), of(&self.last), self.record.get(index).copied().unwrap_or_default())
    }
}
