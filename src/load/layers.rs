//! Reads the files of a dataset one after another.

use super::check::{self, Entry, File, Numbers};
use super::decode::{Collection, Opened, bytes, open};
use geojson::JsonValue;

use super::diagnostic::{Code, Diagnostic, Layer};
use super::fields::Fields;
use super::mode::{LENIENT, say, words};
use super::read::{self, Places};
use super::source::{Source, Sources};
use crate::model::{
    Action, ActionKind, BasemapFeature, CountryCode, Dataset, Flow, OwnKind, Province, Record,
    RecordId,
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

/// Reads a file of kinds.
pub(super) fn kinds(
    source: &Option<Source>,
    kinds: &mut Vec<OwnKind>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(source) = source else { return };
    if !LENIENT {
        return diagnostics.push(unread_kinds(Layer::Kinds, &source.name));
    }
    let Some(bytes) = bytes(Layer::Kinds, source, diagnostics) else { return };
    match list(bytes) {
        Ok(list) => read::kinds(Layer::Kinds, &source.name, &list, kinds, diagnostics),
        Err(why) => diagnostics.push(Diagnostic::of_file(
            Layer::Kinds,
            &source.name,
            Code::KindsBad,
            say!("this is no list of kinds: {why}"),
            words("write JSON, or a sheet with the columns kind, name and sign"),
        )),
    }
}

/// The small module leaves kinds to the large one.
fn unread_kinds(layer: Layer, source: &str) -> Diagnostic {
    Diagnostic::of_file(layer, source, Code::KindsBad, "", "")
}

/// The list in a file of kinds: the file itself, or its member `kinds`; of a sheet, its rows.
fn list(bytes: &[u8]) -> Result<JsonValue, String> {
    #[cfg(feature = "sheets")]
    let bytes = {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if !bytes.trim_ascii_start().starts_with(b"{")
            && !bytes.trim_ascii_start().starts_with(b"[")
        {
            return super::text::Sheet::read(bytes)?.objects();
        }
        bytes
    };
    let mut value: JsonValue = serde_json::from_slice(bytes).map_err(|error| say!("{error}"))?;
    Ok(value.get_mut("kinds").map(JsonValue::take).unwrap_or(value))
}

/// Reads the kinds that a collection brings.
pub(super) fn kinds_member(
    collection: &Collection,
    kinds: &mut Vec<OwnKind>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(list) = collection.member("kinds") else { return };
    if !LENIENT {
        diagnostics.push(unread_kinds(collection.layer, &collection.source));
    } else {
        read::kinds(collection.layer, &collection.source, list, kinds, diagnostics);
    }
}

/// Reads the provinces, and what the dataset as a whole has from their file.
pub(super) fn provinces(
    source: &Option<Source>,
    dataset: &mut Dataset,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(collection) = collection(Layer::Provinces, source, diagnostics) else { return };
    dataset.country = dataset.country.or(country_member(&collection));
    kinds_member(&collection, &mut dataset.kinds, diagnostics);
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
            kinds_member(collection, &mut dataset.kinds, diagnostics);
            dataset.attributions.extend(collection.local_text("attribution"));
            if layer == Layer::Actions {
                dataset.country = dataset.country.or(country_member(collection));
                dataset.title = collection.local_text("title").unwrap_or_default();
            }
        }
        let places = Places::new(dataset.country, &dataset.provinces);
        all.read(opened, &source.name, &places, &dataset.kinds, diagnostics, |_| {});
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

/// Where the data list their kinds, one that is not in the list is a doubt, and one that is in it is
/// none. `from` is the first diagnostic of the record.
fn listed(fields: &Fields<'_>, kinds: &[OwnKind], from: usize, diagnostics: &mut Vec<Diagnostic>) {
    let Some(text) = fields.text("kind") else { return };
    let is_listed = OwnKind::find(kinds, &ActionKind::new(&text)).is_some();
    let Some(at) = (from..diagnostics.len())
        .find(|at| diagnostics.get(*at).is_some_and(|one| one.code == Code::KindOther))
    else {
        return;
    };
    if is_listed {
        diagnostics.remove(at);
    } else if let Some(one) = diagnostics.get_mut(at) {
        let known: Vec<&str> = kinds.iter().map(|one| one.kind.as_str()).collect();
        one.code = Code::KindUnlisted;
        one.message =
            format!("\"{text}\" is not in the list of kinds, and is shown as it is written");
        one.remedy = format!("write one of {}, or add it to the list", known.join(", "));
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
        kinds: &[OwnKind],
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
                let before = diagnostics.len();
                self.record(file, fields, places, kinds, diagnostics);
                if LENIENT && !kinds.is_empty() {
                    listed(fields, kinds, before, diagnostics);
                }
            }
            after(diagnostics);
        });
    }

    fn record(
        &mut self,
        file: u16,
        fields: &Fields<'_>,
        places: &Places<'_>,
        kinds: &[OwnKind],
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        // "Protest" and "protest" are one kind where the data list it.
        let list = |record: &mut Record| {
            if LENIENT && let Some(one) = OwnKind::find(kinds, &record.kind) {
                record.kind = one.kind.clone();
            }
        };
        let is_kept = !(LENIENT && self.only_diagnostics);
        if fields.layer == Layer::Flows {
            let Some(mut flow) = read::flow(fields, diagnostics) else {
                return self.unread(file, fields);
            };
            list(&mut flow.record);
            self.entries.push(Entry::of_flow(file, fields, &flow, &mut self.numbers));
            if is_kept {
                self.flows.push(flow);
            }
        } else {
            let Some(mut action) = read::action(fields, places, diagnostics) else {
                return self.unread(file, fields);
            };
            list(&mut action.record);
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
