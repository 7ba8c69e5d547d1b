//! The records in a range of days.

use super::{Certainty, DayRange, Filter, certainty};
use crate::model::{Action, Dataset, Flow, Record, RecordIndex, sorted};

/// The records that are certainly or possibly in a range, in the order of their dates.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection<'a> {
    /// Actions, never [`Certainty::Outside`].
    pub actions: Vec<Selected<'a, Action>>,
    /// Flows, never [`Certainty::Outside`].
    pub flows: Vec<Selected<'a, Flow>>,
}

/// A record, action or flow in the range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Selected<'a, T> {
    /// The record's index in the dataset.
    pub index: RecordIndex,
    /// The record, action or flow.
    pub item: &'a T,
    /// Whether it is certainly or possibly in the range.
    pub certainty: Certainty,
}

/// Selects the records of a range.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::model::Day;
/// use enforcement_map::query::{Certainty, DayRange, select};
/// let dataset = sample::dataset();
/// let selection = select(&dataset, DayRange::new(None, Some(Day::new(2026, 1, 20)?)));
/// let actions: Vec<_> =
///     selection.actions.iter().map(|one| (one.item.record.id.as_str(), one.certainty)).collect();
/// // The arrests were on some day of January: perhaps after the 20th.
/// assert_eq!(actions, [("raid", Certainty::Certain), ("arrest", Certainty::Possible)]);
/// # Ok::<(), enforcement_map::model::InvalidDay>(())
/// ```
#[must_use]
pub fn select(dataset: &Dataset, range: DayRange) -> Selection<'_> {
    let indices = dataset.indexed_records().map(|(index, _)| index);
    let (actions, flows) = (dataset.actions.iter(), dataset.flows.iter());
    Selection {
        flows: within(flows.zip(indices.skip(dataset.actions.len())), range, |flow| &flow.record),
        actions: within(actions.zip((0..).map(RecordIndex)), range, |action| &action.record),
    }
}

fn within<'a, T>(
    all: impl Iterator<Item = (&'a T, RecordIndex)>,
    range: DayRange,
    record: impl Fn(&'a T) -> &'a Record,
) -> Vec<Selected<'a, T>> {
    let judged = all.map(|(item, index)| Selected {
        index,
        item,
        certainty: certainty(&record(item).period, range),
    });
    let found = judged.filter(|one| one.certainty != Certainty::Outside).collect();
    // By the last day, since the start can be open.
    let order = |one: &Selected<'a, T>| {
        let period = &record(one.item).period;
        (period.latest().is_none(), period.latest(), period.earliest())
    };
    sorted(found, |a, b| order(a).cmp(&order(b)))
}

impl<'a> Selection<'a> {
    /// The same without the records of hidden kinds.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::model::ActionKind;
    /// use enforcement_map::query::{DayRange, Filter, select};
    /// let dataset = sample::dataset();
    /// let filter = Filter::default().toggled(&ActionKind::Deportation);
    /// let selection = select(&dataset, DayRange::ALL).filtered(&filter);
    /// assert_eq!((selection.actions.len(), selection.flows.len()), (3, 0));
    /// ```
    #[must_use]
    pub fn filtered(mut self, filter: &Filter) -> Self {
        self.actions.retain(|one| filter.shows(&one.item.record.kind));
        self.flows.retain(|one| filter.shows(&one.item.record.kind));
        self
    }

    /// All records, actions first.
    pub fn records(&self) -> impl Iterator<Item = Selected<'a, Record>> {
        let actions = self.actions.iter().map(|one| one.with(&one.item.record));
        actions.chain(self.flows.iter().map(|one| one.with(&one.item.record)))
    }
}

impl<'a, T> Selected<'a, T> {
    fn with<U>(&self, item: &'a U) -> Selected<'a, U> {
        Selected { index: self.index, item, certainty: self.certainty }
    }
}
