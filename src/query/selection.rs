//! The records of a range.

use super::{Certainty, DayRange, certainty};
use crate::model::{Action, Dataset, Flow, Record};

/// The records that are certainly or possibly in a range, in the order of their dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection<'a> {
    /// Actions, never [`Certainty::Outside`].
    pub actions: Vec<(&'a Action, Certainty)>,
    /// Flows, never [`Certainty::Outside`].
    pub flows: Vec<(&'a Flow, Certainty)>,
}

/// Selects the records of a range.
#[must_use]
pub fn select(dataset: &Dataset, range: DayRange) -> Selection<'_> {
    let mut actions = within(&dataset.actions, range, |action| &action.record);
    let mut flows = within(&dataset.flows, range, |flow| &flow.record);
    actions.sort_by_key(|(action, _)| order(&action.record));
    flows.sort_by_key(|(flow, _)| order(&flow.record));
    Selection { actions, flows }
}

fn within<T>(all: &[T], range: DayRange, record: impl Fn(&T) -> &Record) -> Vec<(&T, Certainty)> {
    let judged = all.iter().map(|one| (one, certainty(&record(one).period, range)));
    judged.filter(|(_, certainty)| *certainty != Certainty::Outside).collect()
}

/// By the day at which a record was over, since a start can be open.
fn order(record: &Record) -> impl Ord + use<> {
    (record.period.latest().is_none(), record.period.latest(), record.period.earliest())
}

impl<'a> Selection<'a> {
    /// All records with their certainty, actions first.
    pub fn records(&self) -> impl Iterator<Item = (&'a Record, Certainty)> {
        let actions = self.actions.iter().map(|(action, certainty)| (&action.record, *certainty));
        actions.chain(self.flows.iter().map(|(flow, certainty)| (&flow.record, *certainty)))
    }
}
