//! Reads the files of a dataset one after another.

use super::check::{self, Entry, File, Numbers};
use super::decode::{Collection, Opened, bytes, open};
use super::diagnostic::{Diagnostic, Layer};
use super::fields::Fields;
use super::mode::LENIENT;
use super::read::{self, Places};
use super::source::{Source, Sources};
use crate::model::{
    Action, BasemapFeature, CountryCode, Dataset, Flow, Province, Record, RecordId,
};

/// Reads a file of shapes.
pub(super) fn collection(
    layer: Layer,
    source: &Option<Source>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Collection> {
    let source = source.as_ref()?;
    let bytes = bytes(layer, source, diagnostics)?;
    open(Some(layer), &source.name, bytes, &mut &*bytes, diagnostics)?.into_collection()
}

/// Reads the provinces, and what the dataset as a whole has from their file.
pub(super) fn provinces(
    source: &Option<Source>,
    dataset: &mut Dataset,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(collection) = collection(Layer::Provinces, source, diagnostics) else { return };
    dataset.country = dataset.country.or(country_member(&collection));
    let (provinces, basemap) = areas(&collection, dataset.country, diagnostics);
    dataset.local_language =
        collection.member("local_language").and_then(|tag| tag.as_str()).map(str::to_owned);
    dataset.attributions.extend(collection.local_text("attribution"));
    dataset.provinces = provinces;
    dataset.basemap = basemap;
}

/// Reads provinces and the basemap around them.
pub(super) fn areas(
    collection: &Collection,
    country: Option<CountryCode>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Province>, Vec<BasemapFeature>) {
    let basemap = read::basemap(collection, diagnostics);
    let mut provinces = Vec::new();
    for fields in collection.features() {
        provinces.extend(read::province(&fields, diagnostics).map(|one| (fields.number, one)));
    }
    #[cfg(feature = "sheets")]
    let provinces = {
        let crs = collection.member("crs");
        check::upright(provinces, country, crs, &collection.source, diagnostics)
    };
    #[cfg(not(feature = "sheets"))]
    let _ = country;
    (check::provinces(provinces, &collection.source, diagnostics), basemap)
}

/// The country that a collection says it is about.
pub(super) fn country_member(collection: &Collection) -> Option<CountryCode> {
    collection.member("country")?.as_str().and_then(|text| CountryCode::new(text).ok())
}

/// Records as they are read, to be compared at the end.
#[derive(Default)]
pub(super) struct Records {
    actions: Vec<Action>,
    flows: Vec<Flow>,
    entries: Vec<Entry>,
    files: Vec<File>,
    numbers: Numbers,
    /// Records that could not be read. Their ids are taken all the same.
    unread: Vec<Entry>,
    /// Whether only the diagnostics are wanted, so that records are not kept.
    only_diagnostics: bool,
}

/// Reads actions and flows, and takes out of them what cannot be shown.
pub(super) fn records(sources: &Sources, dataset: &mut Dataset, diagnostics: &mut Vec<Diagnostic>) {
    let mut all = Records::default();
    for (layer, source) in [(Layer::Actions, &sources.actions), (Layer::Flows, &sources.flows)] {
        let Some(source) = source else { continue };
        let Some(bytes) = bytes(layer, source, diagnostics) else { continue };
        let mut reader = bytes;
        let opened = open(Some(layer), &source.name, bytes, &mut reader, diagnostics);
        let Some(opened) = opened else { continue };
        if let Some(collection) = opened.collection() {
            dataset.attributions.extend(collection.local_text("attribution"));
            if layer == Layer::Actions {
                dataset.country = dataset.country.or(country_member(collection));
                dataset.title = collection.local_text("title").unwrap_or_default();
            }
        }
        let places = Places::new(dataset.country, &dataset.provinces);
        all.read(opened, &source.name, &places, diagnostics, |_| {});
    }
    dataset.attributions.dedup();
    let lost = all.compare(diagnostics);
    // The entries are in the order of the records, actions first.
    let is_kept = |index: usize| lost.records.binary_search(&index).is_err();
    let correct = |record: &mut Record, index: usize| {
        if lost.references.binary_search(&index).is_ok() {
            record.part_of = None;
        }
    };
    let begin = all.actions.len();
    for (index, mut action) in
        all.actions.into_iter().enumerate().filter(|(index, _)| is_kept(*index))
    {
        correct(&mut action.record, index);
        dataset.actions.push(action);
    }
    for (index, mut flow) in (begin..).zip(all.flows).filter(|(index, _)| is_kept(*index)) {
        correct(&mut flow.record, index);
        dataset.flows.push(flow);
    }
}

impl Records {
    /// Records of which only the diagnostics are wanted.
    #[cfg(feature = "sheets")]
    pub(super) fn only_diagnostics() -> Self {
        Self { only_diagnostics: true, ..Self::default() }
    }

    /// How many records could be read.
    #[cfg(feature = "sheets")]
    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    /// Compares the records with each other.
    pub(super) fn compare(&self, diagnostics: &mut Vec<Diagnostic>) -> check::Lost {
        let lost = check::link(&self.entries, &self.unread, &self.files, diagnostics);
        check::figures(&self.entries, &self.files, diagnostics);
        lost
    }

    /// Reads the records of a file. After each, `after` is called with the diagnostics so far.
    pub(super) fn read(
        &mut self,
        opened: Opened<'_>,
        source: &str,
        places: &Places<'_>,
        diagnostics: &mut Vec<Diagnostic>,
        mut after: impl FnMut(&mut Vec<Diagnostic>),
    ) {
        let file = u16::try_from(self.files.len()).unwrap_or(u16::MAX);
        self.files.push(File {
            layer: opened.layer(),
            source: source.to_owned(),
            columns: opened.columns(),
        });
        opened.for_each(source, diagnostics, |fields, diagnostics| {
            if read::fits(fields, diagnostics) {
                self.record(file, fields, places, diagnostics);
            }
            after(diagnostics);
        });
    }

    fn record(
        &mut self,
        file: u16,
        fields: &Fields<'_>,
        places: &Places<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let is_kept = !(LENIENT && self.only_diagnostics);
        if fields.layer == Layer::Flows {
            let Some(flow) = read::flow(fields, diagnostics) else {
                return self.unread(file, fields);
            };
            self.entries.push(Entry::of_flow(file, fields, &flow, &mut self.numbers));
            if is_kept {
                self.flows.push(flow);
            }
        } else {
            let Some(action) = read::action(fields, places, diagnostics) else {
                return self.unread(file, fields);
            };
            self.entries.push(Entry::of_action(file, fields, &action, &mut self.numbers));
            if is_kept {
                self.actions.push(action);
            }
        }
    }

    fn unread(&mut self, file: u16, fields: &Fields<'_>) {
        if LENIENT {
            let id = fields.code().and_then(|id| RecordId::new(&id));
            self.unread.extend(id.map(|id| Entry::unread(file, fields, id)));
        }
    }
}
