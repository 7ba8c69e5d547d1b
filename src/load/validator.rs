//! Validates files of any size without keeping their records.

use std::io::{self, Read};

use super::decode::{Collection, Opened, bytes, open};
use super::diagnostic::{Code, Diagnostic, Layer};
use super::layers::{self, Records};
use super::read::{self, Places};
use super::source::{Failure, Source};
use crate::model::{CountryCode, Dataset};

/// How many bytes of a file are enough to recognise its format.
const START: u64 = 64 * 1024;

/// How many records there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records that were read.
    pub records: usize,
    /// Provinces that were read.
    pub provinces: usize,
}

/// Validates files one after another, provinces first, and gives each diagnostic to a function.
///
/// It reads with the same code as [`super::dataset`], and has the same diagnostics. Of each record
/// it keeps only what is compared at the end, so that a million rows need at most some 150 MB.
///
/// ```
/// use enforcement_map::load::{Code, Validator};
/// let mut found = Vec::new();
/// let mut validator = Validator::new(|diagnostic| found.push(diagnostic.code));
/// let sheet = b"id,date,place,kind,title,reported_by\na,03/04/2026,KH24,raid,A raid,Example Times\n";
/// validator.file("actions.csv", None, &mut sheet.as_slice());
/// validator.finish();
/// assert_eq!(found, [Code::PlaceUnchecked, Code::DateAmbiguous]);
/// ```
pub struct Validator<F> {
    sink: F,
    dataset: Dataset,
    records: Records,
    was_unchecked: bool,
}

impl<F: FnMut(Diagnostic)> Validator<F> {
    /// Begins; each diagnostic is given to `sink` as soon as it is found.
    pub fn new(sink: F) -> Self {
        let records = Records::only_diagnostics();
        Self { sink, dataset: Dataset::default(), records, was_unchecked: false }
    }

    /// Reads the provinces that places are validated against.
    pub fn provinces(&mut self, source: Source) {
        let mut diagnostics = Vec::new();
        layers::provinces(&Some(source), &mut self.dataset, &mut diagnostics);
        diagnostics.into_iter().for_each(&mut self.sink);
    }

    /// Reads a file of kinds, which the records after it are compared with.
    pub fn kinds(&mut self, source: Source) {
        let mut diagnostics = Vec::new();
        layers::kinds(&Some(source), &mut self.dataset.kinds, &mut diagnostics);
        diagnostics.into_iter().for_each(&mut self.sink);
    }

    /// Reads a file of records, or of countries; without a layer, its content decides which.
    pub fn file(&mut self, name: &str, layer: Option<Layer>, reader: &mut dyn Read) {
        let mut diagnostics = Vec::new();
        let mut start = Vec::new();
        let source = match (&mut *reader).take(START).read_to_end(&mut start) {
            Ok(_) => Source { name: name.to_owned(), content: Ok(Vec::new()) },
            Err(error) => Source::failed(name, Failure::Unreachable(error.to_string())),
        };
        let usual = layer.unwrap_or(Layer::Actions);
        if bytes(usual, &source, &mut diagnostics).is_some() {
            let mut whole = io::Cursor::new(&start).chain(reader);
            if let Some(opened) = open(layer, name, &start, &mut whole, &mut diagnostics) {
                self.opened(opened, name, &mut diagnostics);
            }
        }
        diagnostics.into_iter().for_each(&mut self.sink);
    }

    fn opened(&mut self, opened: Opened<'_>, name: &str, diagnostics: &mut Vec<Diagnostic>) {
        let layer = opened.layer();
        if let Some(collection) = opened.collection() {
            layers::kinds_member(collection, &mut self.dataset.kinds, diagnostics);
            let country = layers::country_member(collection);
            self.dataset.country = self.dataset.country.or(country);
            if matches!(layer, Layer::Provinces | Layer::Countries) {
                return shapes(collection, diagnostics);
            }
        }
        if layer == Layer::Actions && self.dataset.provinces.is_empty() && !self.was_unchecked {
            self.was_unchecked = true;
            diagnostics.push(Diagnostic::of_file(
                layer,
                name,
                Code::PlaceUnchecked,
                "there is no provinces file, so that the places were not checked",
                "give one with --provinces",
            ));
        }
        let places = Places::new(self.dataset.country, &self.dataset.provinces);
        let sink = &mut self.sink;
        let kinds = &self.dataset.kinds;
        self.records.read(opened, name, &places, kinds, diagnostics, |diagnostics| {
            diagnostics.drain(..).for_each(&mut *sink);
        });
    }

    /// Sets the country whose provinces these are, where no file says it.
    pub fn set_country(&mut self, country: CountryCode) {
        self.dataset.country = Some(country);
    }

    /// Compares the records with each other. Returns how many there were.
    pub fn finish(mut self) -> Counts {
        let mut diagnostics = Vec::new();
        let lost = self.records.compare(&mut diagnostics);
        diagnostics.into_iter().for_each(&mut self.sink);
        let records = self.records.count() - lost.records.len();
        Counts { records, provinces: self.dataset.provinces.len() }
    }
}

/// Checks the shapes of a file without keeping them.
fn shapes(collection: &Collection, diagnostics: &mut Vec<Diagnostic>) {
    if collection.layer == Layer::Provinces {
        layers::areas(collection, layers::country_member(collection), diagnostics);
    } else {
        read::basemap(collection, diagnostics);
        for fields in collection.features() {
            read::country(&fields, diagnostics);
        }
    }
}
