//! From bytes to a [`Dataset`]: what can be read is kept, and there is a [`Diagnostic`] for
//! everything that cannot.
//!
//! The modules, of which each imports only from those before it: `mode` (strict or lenient),
//! `source`, `diagnostic`, `text` (encodings, delimited cells, spellings), `columns` (the table of
//! fields, and how files name them), `fields` (the fields of one record), `decode` (bytes to
//! features and rows), `read` (fields to values), `check` (records compared with each other),
//! `layers` (one file after another), `validator` (diagnostics alone, for files of any size).
//!
//! With the feature `sheets` a build is lenient: it reads other formats than GeoJSON, and values as
//! people write them. Without it a build is strict, and [`Loaded::needs`] says when the lenient one
//! has to read the files instead.
//!
//! ```
//! use enforcement_map::load::{Source, Sources, dataset};
//! let provinces = br#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"KH24",
//!   "properties":{"name":"Pailin"},"geometry":{"type":"Polygon",
//!   "coordinates":[[[102.5,12.7],[102.8,12.7],[102.8,13.0],[102.5,12.7]]]}}]}"#;
//! let loaded = dataset(&Sources {
//!     provinces: Some(Source::read("provinces.geojson", provinces.to_vec())),
//!     ..Sources::default()
//! });
//! assert_eq!(loaded.dataset.provinces[0].name.get("en"), "Pailin");
//! assert!(loaded.diagnostics.is_empty());
//! ```

mod check;
#[cfg(feature = "sheets")]
mod columns;
mod decode;
mod diagnostic;
mod fields;
mod layers;
mod mode;
mod read;
mod source;
#[cfg(feature = "sheets")]
mod text;
#[cfg(feature = "sheets")]
mod validator;

#[cfg(feature = "sheets")]
pub use self::{
    columns::{COLUMNS, Column, Form, ValueType},
    decode::{Arcs, collection_of_json, header_of, layer_of_json, unread_format},
    fields::text_of_json,
    text::Sheet,
    validator::{Counts, Validator},
};
pub use diagnostic::{Cell, Code, Diagnostic, Layer, Severity, column_letters};
pub use source::{Failure, Source, Sources};

use crate::model::{Atlas, BasemapGeometry, Dataset, sorted};

/// A dataset, and the diagnostics about what is missing from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// All that could be read.
    pub dataset: Dataset,
    /// Errors and warnings, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// Notes, such as that a value was read in another way than it is written.
    pub notes: Vec<Diagnostic>,
}

/// An atlas, and the diagnostics about what is missing from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedAtlas {
    /// All that could be read.
    pub atlas: Atlas,
    /// Errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a build lacks to read some files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// The feature `sheets`.
    Sheets,
}

impl Needs {
    /// The feature's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sheets => "sheets",
        }
    }
}

impl Loaded {
    /// What is needed to read the files in full. A strict build needs [`Needs::Sheets`] where a
    /// file is not GeoJSON as this project writes it, or has faults, for which it has no words; a
    /// lenient one needs nothing. Files that could not be fetched do not count.
    ///
    /// ```
    /// use enforcement_map::load::{Loaded, Needs};
    /// assert_eq!(Loaded::default().needs(), None);
    /// assert_eq!(Needs::Sheets.name(), "sheets");
    /// ```
    #[must_use]
    pub fn needs(&self) -> Option<Needs> {
        let could_be_fetched = |diagnostic: &Diagnostic| {
            !matches!(diagnostic.code, Code::FileStatus | Code::FileTimeout | Code::FileUnreachable)
        };
        let is_incomplete = !mode::LENIENT && self.diagnostics.iter().any(could_be_fetched);
        is_incomplete.then_some(Needs::Sheets)
    }

    /// How many records of a file were left out. Several diagnostics about one record count once.
    ///
    /// ```
    /// use enforcement_map::load::{Layer, Source, Sources, dataset};
    /// let text = br#"{"type": "FeatureCollection", "features": [
    ///   {"type": "Feature", "id": "a", "geometry": null,
    ///    "properties": {"kind": "raid", "title": "No date"}}]}"#;
    /// let actions = Some(Source::read("actions.geojson", text.to_vec()));
    /// let loaded = dataset(&Sources { actions, ..Sources::default() });
    /// assert_eq!((loaded.lost(Layer::Actions), loaded.lost(Layer::Flows)), (1, 0));
    /// ```
    #[must_use]
    pub fn lost(&self, layer: Layer) -> usize {
        let losses =
            self.diagnostics.iter().filter(|one| one.layer == layer && one.loses_a_record());
        let mut records = sorted(losses.filter_map(|one| one.feature).collect(), Ord::cmp);
        records.dedup();
        records.len()
    }
}

/// Reads the countries and the land of the world. Never fails, like [`dataset`].
///
/// ```
/// use enforcement_map::load::{Source, atlas};
/// let text = br#"{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "KR",
///   "properties": {}, "geometry": {"type": "Point", "coordinates": [127.8, 36.5]}}]}"#;
/// let loaded = atlas(Source::read("countries.geojson", text.to_vec()));
/// let codes: Vec<_> = loaded.atlas.countries.iter().map(|country| country.code.as_str()).collect();
/// assert_eq!(codes, ["KR"]);
/// ```
#[must_use]
pub fn atlas(source: Source) -> LoadedAtlas {
    let mut diagnostics = Vec::new();
    let mut atlas = Atlas::default();
    if let Some(collection) = layers::collection(Layer::Countries, &Some(source), &mut diagnostics)
    {
        let land = read::basemap(&collection, &mut diagnostics).into_iter();
        atlas.land = land
            .filter_map(|context| match context.geometry {
                BasemapGeometry::Land(area) => Some(area),
                _ => None,
            })
            .collect();
        atlas.attribution = collection.local_text("attribution");
        let features = collection.features();
        atlas.countries =
            features.filter_map(|fields| read::country(&fields, &mut diagnostics)).collect();
    }
    LoadedAtlas { atlas, diagnostics }
}

/// Reads all sources. Never fails: what cannot be read is missing from the dataset, and there is
/// a [`Diagnostic`] about it.
#[must_use]
pub fn dataset(sources: &Sources) -> Loaded {
    let mut diagnostics = Vec::new();
    let mut dataset = Dataset::default();
    layers::kinds(&sources.kinds, &mut dataset.kinds, &mut diagnostics);
    layers::provinces(&sources.provinces, &mut dataset, &mut diagnostics);
    layers::records(sources, &mut dataset, &mut diagnostics);
    if !mode::LENIENT {
        return Loaded { dataset, diagnostics, notes: Vec::new() };
    }
    let is_note = |one: &Diagnostic| one.code.severity() == Severity::Note;
    let (notes, diagnostics) = diagnostics.into_iter().partition(is_note);
    Loaded { dataset, diagnostics, notes }
}
