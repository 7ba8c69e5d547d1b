//! Everything that one widget shows.

use super::{
    Action, Context, CountryCode, Flow, LocalText, Province, ProvinceCode, Record, RecordId,
};

/// Whom the data are owed to; shown where they are shown.
pub type Attribution = LocalText;

/// A record's place in its dataset: quicker to look things up by than its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row(pub(crate) usize);

/// The provinces, what was done in them, and who was sent where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// What the map is about.
    pub title: LocalText,
    /// The country whose provinces these are.
    pub country: Option<CountryCode>,
    /// The language spoken there, BCP 47: in it names are shown beside the reader's own.
    pub local_language: Option<String>,
    /// The provinces, in the order of their file.
    pub provinces: Vec<Province>,
    /// Water and neighbours of the provinces.
    pub surroundings: Vec<Context>,
    /// What was done, in the order of its file.
    pub actions: Vec<Action>,
    /// Who was sent where.
    pub flows: Vec<Flow>,
    /// Whom each file is owed to.
    pub attributions: Vec<Attribution>,
}

impl Dataset {
    /// The province with this code.
    #[must_use]
    pub fn province(&self, code: &ProvinceCode) -> Option<&Province> {
        self.provinces.iter().find(|province| province.code == *code)
    }

    /// All records, actions before flows: the order that a [`Row`] counts in.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        let actions = self.actions.iter().map(|action| &action.record);
        actions.chain(self.flows.iter().map(|flow| &flow.record))
    }

    /// All records with their rows.
    pub fn rows(&self) -> impl Iterator<Item = (Row, &Record)> {
        self.records().enumerate().map(|(row, record)| (Row(row), record))
    }

    /// The row of an action or flow of this dataset, by its id.
    #[must_use]
    pub fn row(&self, id: &RecordId) -> Option<Row> {
        self.records().position(|record| record.id == *id).map(Row)
    }

    /// The record with this id.
    #[must_use]
    pub fn record(&self, id: &RecordId) -> Option<&Record> {
        self.records().find(|record| record.id == *id)
    }
}
