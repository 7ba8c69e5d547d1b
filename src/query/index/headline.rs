//! The figures in large type where there are few records.

use super::Index;
use super::parts::Parts;
use crate::model::{Dataset, Record, RecordIndex, sorted};
use crate::query::certainty::Bounds;
use crate::query::certainty::Ends;
use crate::query::{Certainty, Filter};

/// The records of a dataset that has few: their times, kinds and people.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Few(Option<Vec<Record>>);

impl Few {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let few = dataset.actions.len() + dataset.flows.len() <= Index::FEW;
        Self(few.then(|| dataset.records().cloned().collect()))
    }

    pub(super) fn is_some(&self) -> bool {
        self.0.is_some()
    }

    /// Every published number that is not part of another record in the range, the largest first, each
    /// with the records whose figures it includes.
    pub(super) fn figures(
        &self,
        filter: &Filter,
        parts: &Parts,
    ) -> Vec<(RecordIndex, Vec<RecordIndex>)> {
        let records = self.0.as_deref().unwrap_or_default();
        let range = Ends::of(filter.range);
        let is_inside = |number: usize| {
            records.get(number).is_some_and(|record| {
                filter.shows(&record.kind)
                    && Bounds::of(&record.period).certainty(range) != Certainty::Outside
            })
        };
        let people = |number: usize| records.get(number).and_then(|record| record.people);
        let number_of = |record: usize| people(record).and_then(|people| people.number());
        // Equal figures in the order of their dates.
        let when = |number: &usize| {
            let period = records.get(*number).map(|record| &record.period);
            let last = period.and_then(|period| period.latest());
            (last.is_none(), last, period.and_then(|period| period.earliest()))
        };
        let inside: Vec<usize> = (0..records.len()).filter(|number| is_inside(*number)).collect();
        let by_date = sorted(inside, |a, b| when(a).cmp(&when(b)));
        let alone = by_date
            .iter()
            .copied()
            .filter(|number| number_of(*number).is_some() && !parts.above(*number).any(is_inside));
        let figures = sorted(alone.collect(), |a, b| number_of(*b).cmp(&number_of(*a)));
        let with_parts = |figure: usize| {
            let own = by_date.iter().copied().filter(|part| {
                people(*part).is_some() && parts.above(*part).any(|whole| whole == figure)
            });
            (RecordIndex(figure), own.map(RecordIndex).collect())
        };
        figures.into_iter().map(with_parts).collect()
    }
}
