//! The files of a dataset, one after another.

use super::check::{self, Entry, File};
use super::decode::{Collection, Opened, bytes, open};
use super::read::{self, Fields, Places};
use super::{Layer, Problem, Source, Sources};
use crate::model::{Action, BasemapFeature, CountryCode, Dataset, Flow, Province, Record};

/// Reads a file of shapes.
pub(super) fn collection(
    layer: Layer,
    source: &Option<Source>,
    problems: &mut Vec<Problem>,
) -> Option<Collection> {
    let source = source.as_ref()?;
    let bytes = bytes(layer, source, problems)?;
    match open(Some(layer), &source.name, bytes, &mut &*bytes, problems)? {
        Opened::Collection(collection) => Some(collection),
        #[cfg(feature = "sheets")]
        Opened::Table(_) => None,
    }
}

/// Reads the provinces, and what the dataset as a whole has from their file.
pub(super) fn provinces(
    source: &Option<Source>,
    dataset: &mut Dataset,
    problems: &mut Vec<Problem>,
) {
    let Some(collection) = collection(Layer::Provinces, source, problems) else { return };
    let (provinces, surroundings) = areas(&collection, problems);
    dataset.country = country_member(&collection);
    dataset.local_language =
        collection.member("local_language").and_then(|tag| tag.as_str()).map(str::to_owned);
    dataset.attributions.extend(collection.local_text("attribution"));
    dataset.provinces = provinces;
    dataset.basemap = surroundings;
}

fn areas(
    collection: &Collection,
    problems: &mut Vec<Problem>,
) -> (Vec<Province>, Vec<BasemapFeature>) {
    let surroundings = read::surroundings(collection, problems);
    let mut provinces = Vec::new();
    for fields in collection.features() {
        provinces.extend(read::province(&fields, problems).map(|one| (fields.number, one)));
    }
    (check::provinces(provinces, &collection.source, problems), surroundings)
}

/// Checks the shapes of a file, and keeps none.
#[cfg(feature = "sheets")]
pub(super) fn shapes(collection: &Collection, problems: &mut Vec<Problem>) {
    if collection.layer == Layer::Provinces {
        areas(collection, problems);
    } else {
        read::surroundings(collection, problems);
        for fields in collection.features() {
            read::country(&fields, problems);
        }
    }
}

pub(super) fn country_member(collection: &Collection) -> Option<CountryCode> {
    collection.member("country")?.as_str().and_then(|text| CountryCode::new(text).ok())
}

/// Records as they are read, to be compared at the end.
#[derive(Default)]
pub(super) struct Records {
    pub(super) actions: Vec<Action>,
    pub(super) flows: Vec<Flow>,
    pub(super) entries: Vec<Entry>,
    pub(super) files: Vec<File>,
    #[cfg(feature = "sheets")]
    numbers: check::Numbers,
    /// Those that could not be read, whose ids are taken all the same.
    #[cfg(feature = "sheets")]
    pub(super) broken: Vec<Entry>,
    /// Where only the faults are wanted, records are not kept.
    #[cfg(feature = "sheets")]
    pub(super) only_faults: bool,
}

/// Reads actions and flows, and takes out of them what cannot be shown.
pub(super) fn records(sources: &Sources, dataset: &mut Dataset, problems: &mut Vec<Problem>) {
    let mut all = Records::default();
    for (layer, source) in [(Layer::Actions, &sources.actions), (Layer::Flows, &sources.flows)] {
        let Some(source) = source else { continue };
        let Some(bytes) = bytes(layer, source, problems) else { continue };
        let mut reader = bytes;
        let opened = open(Some(layer), &source.name, bytes, &mut reader, problems);
        let Some(opened) = opened else { continue };
        if let Opened::Collection(collection) = &opened {
            dataset.attributions.extend(collection.local_text("attribution"));
            if layer == Layer::Actions {
                dataset.country = dataset.country.or(country_member(collection));
                dataset.title = collection.local_text("title").unwrap_or_default();
            }
        }
        let places = Places::new(dataset.country, &dataset.provinces);
        all.read(opened, &source.name, &places, problems, &mut |_| {});
    }
    dataset.attributions.dedup();
    #[cfg(not(feature = "sheets"))]
    let lost = check::link(&all.entries, &all.files, problems);
    #[cfg(feature = "sheets")]
    let lost = all.compare(problems);
    // Entries stand in the order of the records, actions first.
    let kept = |place: usize| lost.records.binary_search(&place).is_err();
    let whole = |record: &mut Record, place: usize| {
        if lost.references.binary_search(&place).is_ok() {
            record.part_of = None;
        }
    };
    let begin = all.actions.len();
    for (place, mut action) in all.actions.into_iter().enumerate().filter(|(place, _)| kept(*place))
    {
        whole(&mut action.record, place);
        dataset.actions.push(action);
    }
    for (place, mut flow) in (begin..).zip(all.flows).filter(|(place, _)| kept(*place)) {
        whole(&mut flow.record, place);
        dataset.flows.push(flow);
    }
}

impl Records {
    /// Compares the records with each other.
    #[cfg(feature = "sheets")]
    pub(super) fn compare(&self, problems: &mut Vec<Problem>) -> check::Lost {
        let lost = check::link(&self.entries, &self.broken, &self.files, problems);
        check::figures(&self.entries, &self.files, problems);
        lost
    }

    /// Reads the records of a file. `after` is called behind each with what is wrong so far.
    pub(super) fn read(
        &mut self,
        opened: Opened<'_>,
        source: &str,
        places: &Places<'_>,
        problems: &mut Vec<Problem>,
        after: &mut dyn FnMut(&mut Vec<Problem>),
    ) {
        let file = u16::try_from(self.files.len()).unwrap_or(u16::MAX);
        match opened {
            Opened::Collection(collection) => {
                self.files.push(File {
                    layer: collection.layer,
                    source: source.to_owned(),
                    #[cfg(feature = "sheets")]
                    names: None,
                });
                for fields in collection.features() {
                    self.record(&fields, (file, 0), places, problems);
                    after(problems);
                }
            }
            #[cfg(feature = "sheets")]
            Opened::Table(table) => self.read_table(table, (file, source), places, problems, after),
        }
    }

    #[cfg(feature = "sheets")]
    fn read_table(
        &mut self,
        mut table: Box<super::decode::Table<'_>>,
        (file, source): (u16, &str),
        places: &Places<'_>,
        problems: &mut Vec<Problem>,
        after: &mut dyn FnMut(&mut Vec<Problem>),
    ) {
        self.files.push(File {
            layer: table.layer,
            source: source.to_owned(),
            names: Some(table.names.clone()),
        });
        if !table.names.complete(table.layer, source, table.header, problems) {
            return;
        }
        while table.advance(source, problems) {
            let row = table.row();
            let fields = Fields {
                layer: table.layer,
                source,
                number: row.number,
                values: read::Values::Row(row),
                names: &table.names,
            };
            if read::fits(&fields, row, problems) {
                let line = u32::try_from(row.line).unwrap_or(u32::MAX);
                self.record(&fields, (file, line), places, problems);
            }
            after(problems);
        }
        table.finish(source, problems);
        after(problems);
    }

    #[cfg(not(feature = "sheets"))]
    fn broken(&self, _: &Fields<'_>, _: (u16, u32, u32)) {}

    #[cfg(feature = "sheets")]
    fn broken(&mut self, fields: &Fields<'_>, at: (u16, u32, u32)) {
        let id = fields.code().and_then(|id| crate::model::RecordId::new(&id));
        self.broken.extend(id.map(|id| Entry::broken(at, id)));
    }

    fn record(
        &mut self,
        fields: &Fields<'_>,
        (file, line): (u16, u32),
        places: &Places<'_>,
        problems: &mut Vec<Problem>,
    ) {
        let at = (file, u32::try_from(fields.number).unwrap_or(u32::MAX), line);
        if fields.layer == Layer::Flows {
            let Some(flow) = read::flow(fields, problems) else { return self.broken(fields, at) };
            #[cfg(feature = "sheets")]
            {
                self.entries.push(Entry::of_flow(at, &flow, &mut self.numbers));
                if self.only_faults {
                    return;
                }
            }
            #[cfg(not(feature = "sheets"))]
            self.entries.push(Entry::new(at, &flow.record));
            self.flows.push(flow);
        } else {
            let Some(action) = read::action(fields, places, problems) else {
                return self.broken(fields, at);
            };
            #[cfg(feature = "sheets")]
            {
                self.entries.push(Entry::of_action(at, &action, &mut self.numbers));
                if self.only_faults {
                    return;
                }
            }
            #[cfg(not(feature = "sheets"))]
            self.entries.push(Entry::new(at, &action.record));
            self.actions.push(action);
        }
    }
}
