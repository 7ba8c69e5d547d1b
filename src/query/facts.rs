//! Everything that a range of days decides, in one value that can be compared with the last one.

use std::collections::BTreeMap;

use super::{Certainty, Count, DayRange, Tally, headline, select, tallies, total};
use crate::model::{Dataset, ProvinceCode, RecordId};

/// What is in a range, by the names of things.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Every record that is certainly or possibly in the range.
    pub records: BTreeMap<RecordId, Certainty>,
    /// The actions by province; a province without any is absent.
    pub provinces: BTreeMap<ProvinceCode, Tally>,
    /// The [`headline`] figures' records, each with those of its parts.
    pub figures: BTreeMap<RecordId, Vec<RecordId>>,
    /// The actions in provinces.
    pub local: Count,
    /// The actions of or in the country as a whole.
    pub national: Count,
}

impl Facts {
    /// Works them out.
    #[must_use]
    pub fn new(dataset: &Dataset, range: DayRange) -> Self {
        let selection = select(dataset, range);
        let figures = headline(dataset, &selection).into_iter().map(|figure| {
            let parts = figure.parts.iter().map(|part| part.id.clone()).collect();
            (figure.record.id.clone(), parts)
        });
        Self {
            records: selection
                .records()
                .map(|(record, certainty)| (record.id.clone(), certainty))
                .collect(),
            provinces: tallies(&selection),
            figures: figures.collect(),
            local: total(&selection, |action| action.province().is_some()),
            national: total(&selection, |action| action.province().is_none()),
        }
    }

    /// Whether a record is in the range.
    #[must_use]
    pub fn certainty(&self, record: &RecordId) -> Certainty {
        self.records.get(record).copied().unwrap_or(Certainty::Outside)
    }

    /// The actions of a province.
    #[must_use]
    pub fn count(&self, province: &ProvinceCode) -> Count {
        self.provinces.get(province).map(|tally| tally.count).unwrap_or_default()
    }
}
