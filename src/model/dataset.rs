//! All data that one widget shows.

use super::{
    Action, BasemapFeature, CountryCode, Flow, LocalizedText, OwnKind, Province, ProvinceCode,
    Record, RecordId,
};

/// Who provides the data, under which terms. It is shown wherever the data are.
pub type Attribution = LocalizedText;

/// A record's index in its dataset, actions before flows: quicker to look up than its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordIndex(pub(crate) usize);

/// Provinces with their basemap, actions, flows, and attributions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// The title of the map.
    pub title: LocalizedText,
    /// The country whose provinces these are.
    pub country: Option<CountryCode>,
    /// The language spoken there, a BCP 47 tag. Names are shown in it beside the reader's own.
    pub local_language: Option<String>,
    /// The provinces, in the order of their file.
    pub provinces: Vec<Province>,
    /// Water and neighbours of the provinces.
    pub basemap: Vec<BasemapFeature>,
    /// The actions, in the order of their file.
    pub actions: Vec<Action>,
    /// The flows, in the order of their file.
    pub flows: Vec<Flow>,
    /// What the data say of kinds of action, in the order in which they are to be shown.
    pub kinds: Vec<OwnKind>,
    /// The attribution of each file.
    pub attributions: Vec<Attribution>,
}

impl Dataset {
    /// The province with this code.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::model::ProvinceCode;
    /// let dataset = sample::dataset();
    /// let province = dataset.province(&ProvinceCode::new("KH24")?);
    /// assert_eq!(province.map(|province| province.name.get("km")), Some("ប៉ៃលិន"));
    /// # Ok::<(), enforcement_map::model::InvalidCode>(())
    /// ```
    #[must_use]
    pub fn province(&self, code: &ProvinceCode) -> Option<&Province> {
        self.provinces.iter().find(|province| province.code == *code)
    }

    /// All records, actions before flows: the order of a [`RecordIndex`].
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// let dataset = sample::dataset();
    /// let ids: Vec<_> = dataset.records().map(|record| record.id.as_str()).collect();
    /// assert_eq!(ids, ["raid", "arrest", "policy", "all", "korea"]);
    /// ```
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        let actions = self.actions.iter().map(|action| &action.record);
        actions.chain(self.flows.iter().map(|flow| &flow.record))
    }

    /// All records with their indices.
    pub fn indexed_records(&self) -> impl Iterator<Item = (RecordIndex, &Record)> {
        self.records().enumerate().map(|(index, record)| (RecordIndex(index), record))
    }

    /// The index of the record with this id.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// use enforcement_map::model::RecordId;
    /// let dataset = sample::dataset();
    /// let index = RecordId::new("korea").and_then(|id| dataset.index_of(&id));
    /// // Its record is a flow, so that there is no action at this index.
    /// assert!(index.is_some_and(|index| dataset.flow(index).is_some()));
    /// assert!(index.is_some_and(|index| dataset.action(index).is_none()));
    /// ```
    #[must_use]
    pub fn index_of(&self, id: &RecordId) -> Option<RecordIndex> {
        self.records().position(|record| record.id == *id).map(RecordIndex)
    }

    /// The action at an index; `None` if a flow is there.
    #[must_use]
    pub fn action(&self, index: RecordIndex) -> Option<&Action> {
        self.actions.get(index.0)
    }

    /// The flow at an index; `None` if an action is there.
    #[must_use]
    pub fn flow(&self, index: RecordIndex) -> Option<&Flow> {
        self.flows.get(index.0.checked_sub(self.actions.len())?)
    }

    /// The record at an index.
    #[must_use]
    pub fn record_at(&self, index: RecordIndex) -> Option<&Record> {
        let action = self.action(index).map(|action| &action.record);
        action.or_else(|| self.flow(index).map(|flow| &flow.record))
    }

    /// The record with this id. It walks all of them; an index knows the record that another is part of.
    #[must_use]
    pub fn record(&self, id: &RecordId) -> Option<&Record> {
        self.records().find(|record| record.id == *id)
    }
}
