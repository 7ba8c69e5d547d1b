//! Looks through files of any size for what is wrong with them, and keeps no record.

use std::io::{self, Read};

use super::decode::{Opened, bytes, open};
use super::layers::{self, Records};
use super::read::Places;
use super::{Code, Layer, Problem, Source};
use crate::model::{CountryCode, Dataset};

/// How much of a file is looked at to tell its format.
const START: u64 = 64 * 1024;

/// How many records there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records that were read.
    pub records: usize,
    /// Provinces that were read.
    pub provinces: usize,
}

/// Takes files one after another, provinces first, and gives what is wrong to a function.
///
/// It reads with the same code as [`super::dataset`], and says the same. Of each record it keeps
/// only what is compared in the end, so that a million rows need no more than some 150 MB.
///
/// ```
/// use enforcement_map::load::{Code, Scan};
/// let mut found = Vec::new();
/// let mut scan = Scan::new(|problem| found.push(problem.code));
/// let sheet = b"id,date,place,kind,title,reported_by\na,03/04/2026,KH24,raid,A raid,Example Times\n";
/// scan.file("actions.csv", None, &mut sheet.as_slice());
/// scan.finish();
/// assert_eq!(found, [Code::PlaceUnchecked, Code::DateAmbiguous]);
/// ```
pub struct Scan<F> {
    sink: F,
    dataset: Dataset,
    records: Records,
    was_unchecked: bool,
}

impl<F: FnMut(Problem)> Scan<F> {
    /// Begins; each problem is given to `sink` as soon as it is found.
    pub fn new(sink: F) -> Self {
        let mut records = Records::default();
        records.only_faults = true;
        Self { sink, dataset: Dataset::default(), records, was_unchecked: false }
    }

    /// Reads the provinces that places are held against.
    pub fn provinces(&mut self, source: Source) {
        let mut problems = Vec::new();
        layers::provinces(&Some(source), &mut self.dataset, &mut problems);
        problems.into_iter().for_each(&mut self.sink);
    }

    /// Reads a file of records, or of countries; without a layer, its content decides which.
    pub fn file(&mut self, name: &str, layer: Option<Layer>, reader: &mut dyn Read) {
        let mut problems = Vec::new();
        let mut start = Vec::new();
        let source = match (&mut *reader).take(START).read_to_end(&mut start) {
            Ok(_) => Source { name: name.to_owned(), content: Ok(Vec::new()) },
            Err(error) => Source::failed(name, super::Failure::Unreachable(error.to_string())),
        };
        let usual = layer.unwrap_or(Layer::Actions);
        if bytes(usual, &source, &mut problems).is_some() {
            let mut whole = io::Cursor::new(&start).chain(reader);
            if let Some(opened) = open(layer, name, &start, &mut whole, &mut problems) {
                self.opened(opened, name, &mut problems);
            }
        }
        problems.into_iter().for_each(&mut self.sink);
    }

    fn opened(&mut self, opened: Opened<'_>, name: &str, problems: &mut Vec<Problem>) {
        let layer = match &opened {
            Opened::Collection(collection) => {
                let country = layers::country_member(collection);
                self.dataset.country = self.dataset.country.or(country);
                collection.layer
            }
            Opened::Table(table) => table.layer,
        };
        if matches!(layer, Layer::Provinces | Layer::Countries) {
            if let Opened::Collection(collection) = &opened {
                layers::shapes(collection, problems);
            }
            return;
        }
        if layer == Layer::Actions && self.dataset.provinces.is_empty() && !self.was_unchecked {
            self.was_unchecked = true;
            problems.push(Problem::of_file(
                layer,
                name,
                Code::PlaceUnchecked,
                "there is no provinces file, so that the places were not checked",
                "give one with --provinces",
            ));
        }
        let places = Places::new(self.dataset.country, &self.dataset.provinces);
        let sink = &mut self.sink;
        self.records.read(opened, name, &places, problems, &mut |problems| {
            problems.drain(..).for_each(&mut *sink);
        });
    }

    /// Sets the country whose provinces these are, where no file says it.
    pub fn set_country(&mut self, country: CountryCode) {
        self.dataset.country = Some(country);
    }

    /// Compares the records, and says how many there were.
    pub fn finish(mut self) -> Counts {
        let mut problems = Vec::new();
        let lost = self.records.compare(&mut problems);
        problems.into_iter().for_each(&mut self.sink);
        let records = self.records.entries.len() - lost.records.len();
        Counts { records, provinces: self.dataset.provinces.len() }
    }
}
