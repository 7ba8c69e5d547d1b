//! From bytes to a [`Dataset`], with everything wrong said and everything good kept.
//!
//! `decode` turns bytes into features, `read` turns their fields into values, and `check` compares
//! the records with each other. With the feature `sheets` other formats than GeoJSON are read, and
//! values as people write them; without it, [`needs_sheets`] tells what would need it.
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
//! assert!(loaded.problems.is_empty());
//! ```

mod check;
mod decode;
mod layers;
mod problem;
mod read;
#[cfg(feature = "sheets")]
mod scan;
mod source;

#[cfg(feature = "sheets")]
pub use decode::{COLUMNS, Column, Sheet, guarded, layer_of_json, unguarded};
#[cfg(feature = "sheets")]
pub use problem::column_letters;
pub use problem::{Cell, Code, Layer, Problem, Severity};
#[cfg(feature = "sheets")]
pub use scan::{Counts, Scan};
pub use source::{Failure, Source, Sources};

use crate::model::{Atlas, BasemapGeometry, Dataset};

/// A dataset, and what had to be left out of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// All that was good.
    pub dataset: Dataset,
    /// All that was not, in the order of the files. Notes are not among them.
    pub problems: Vec<Problem>,
    /// What was read in another way than it is written, and the like.
    pub notes: Vec<Problem>,
}

/// An atlas, and what had to be left out of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadedAtlas {
    /// All that was good.
    pub atlas: Atlas,
    /// All that was not.
    pub problems: Vec<Problem>,
}

/// Reads the countries and the land of the world. Never fails, as [`dataset`].
#[must_use]
pub fn atlas(source: Source) -> LoadedAtlas {
    let mut problems = Vec::new();
    let mut atlas = Atlas::default();
    if let Some(collection) = layers::collection(Layer::Countries, &Some(source), &mut problems) {
        let land = read::surroundings(&collection, &mut problems).into_iter();
        atlas.land = land
            .filter_map(|context| match context.geometry {
                BasemapGeometry::Land(area) => Some(area),
                _ => None,
            })
            .collect();
        atlas.attribution = collection.local_text("attribution");
        let features = collection.features();
        atlas.countries =
            features.filter_map(|fields| read::country(&fields, &mut problems)).collect();
    }
    LoadedAtlas { atlas, problems }
}

/// Reads all sources. Never fails: what can't be read is missing from the dataset, and there is
/// a [`Problem`] that says so.
#[must_use]
pub fn dataset(sources: &Sources) -> Loaded {
    let mut problems = Vec::new();
    let mut dataset = Dataset::default();
    layers::provinces(&sources.provinces, &mut dataset, &mut problems);
    layers::records(sources, &mut dataset, &mut problems);
    #[cfg(feature = "sheets")]
    let (notes, problems) =
        problems.into_iter().partition(|problem| problem.code.severity() == Severity::Note);
    #[cfg(not(feature = "sheets"))]
    let notes = Vec::new();
    Loaded { dataset, problems, notes }
}

/// Whether a file is more than this build reads, so that the one with the feature `sheets` has to
/// be loaded: it is no feature collection of this project's own form, or had problems.
#[must_use]
pub fn needs_sheets(loaded: &Loaded) -> bool {
    let could_be_read = |problem: &Problem| {
        !matches!(problem.code, Code::FileStatus | Code::FileTimeout | Code::FileUnreachable)
    };
    cfg!(not(feature = "sheets")) && loaded.problems.iter().any(could_be_read)
}
