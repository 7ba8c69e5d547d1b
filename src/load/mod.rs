//! From bytes to a [`Dataset`], with everything wrong said and everything good kept.
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

mod collection;
mod context;
mod fields;
mod geometry;
mod link;
mod problem;
mod records;
mod source;

pub use problem::{Cause, Layer, Problem};
pub use source::{Failure, Source, Sources};

use crate::model::{Atlas, ContextKind, Country, CountryCode, Dataset, Province, ProvinceCode};
use collection::Collection;
use fields::Fields;

/// A dataset, and what had to be left out of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// All that was good.
    pub dataset: Dataset,
    /// All that was not, in the order of the files.
    pub problems: Vec<Problem>,
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
    if let Some(collection) = Collection::read(Layer::Countries, &Some(source), &mut problems) {
        let land = context::surroundings(&collection, &mut problems).into_iter();
        atlas.land = land
            .filter_map(|context| match context.kind {
                ContextKind::Land(area) => Some(area),
                _ => None,
            })
            .collect();
        atlas.attribution = collection.local_text("attribution");
        let countries = each(&collection, &mut problems, country).into_iter();
        atlas.countries = countries.map(|(_, country)| country).collect();
    }
    LoadedAtlas { atlas, problems }
}

/// Reads all sources. Never fails: what can't be read is missing from the dataset, and there is
/// a [`Problem`] that says so.
#[must_use]
pub fn dataset(sources: &Sources) -> Loaded {
    let mut problems = Vec::new();
    let mut dataset = Dataset::default();
    if let Some(collection) = Collection::read(Layer::Provinces, &sources.provinces, &mut problems)
    {
        dataset.country = country_member(&collection);
        dataset.local_language =
            collection.member("local_language").and_then(|tag| tag.as_str()).map(str::to_owned);
        dataset.surroundings = context::surroundings(&collection, &mut problems);
        dataset.attributions.extend(collection.local_text("attribution"));
        let provinces = each(&collection, &mut problems, province);
        dataset.provinces = link::provinces(provinces, sources, &mut problems);
    }
    let mut actions = Vec::new();
    if let Some(collection) = Collection::read(Layer::Actions, &sources.actions, &mut problems) {
        dataset.country = dataset.country.or(country_member(&collection));
        dataset.title = collection.local_text("title").unwrap_or_default();
        dataset.attributions.extend(collection.local_text("attribution"));
        let places = records::Places::new(dataset.country, &dataset.provinces);
        actions = each(&collection, &mut problems, |fields, problems| {
            records::action(fields, &places, problems)
        });
    }
    let mut flows = Vec::new();
    if let Some(collection) = Collection::read(Layer::Flows, &sources.flows, &mut problems) {
        dataset.attributions.extend(collection.local_text("attribution"));
        flows = each(&collection, &mut problems, records::flow);
    }
    dataset.attributions.dedup();
    (dataset.actions, dataset.flows) = link::records(actions, flows, sources, &mut problems);
    Loaded { dataset, problems }
}

fn each<T>(
    collection: &Collection,
    problems: &mut Vec<Problem>,
    read: impl Fn(&Fields<'_>, &mut Vec<Problem>) -> Option<T>,
) -> link::Numbered<T> {
    let features = collection.features();
    features.filter_map(|fields| Some((fields.number, read(&fields, problems)?))).collect()
}

fn country_member(collection: &Collection) -> Option<CountryCode> {
    collection.member("country")?.as_str().and_then(|text| CountryCode::new(text).ok())
}

fn province(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Province> {
    let code = fields.code().and_then(|code| ProvinceCode::new(&code).ok());
    let Some(code) = code else {
        problems.push(fields.problem(
            Cause::MissingCode,
            "id",
            "the province has no code",
            "give the feature an \"id\" such as \"KH24\" (RFC 7946, section 3.2)",
        ));
        return None;
    };
    let area = geometry::area(fields, problems)?;
    let mut name = fields.local_text("name");
    if name.is_empty() {
        name = crate::model::LocalText::new(code.as_str());
    }
    let label = fields.position("label").or_else(|| geometry::middle(&area))?;
    Some(Province { code, iso: fields.text("iso_3166_2"), name, label, area })
}

fn country(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Country> {
    let code = fields.code().and_then(|code| CountryCode::new(&code).ok());
    let Some(code) = code else {
        problems.push(fields.problem(
            Cause::MissingCode,
            "id",
            "the country has no code",
            "give the feature an \"id\" of two letters, ISO 3166-1 alpha-2",
        ));
        return None;
    };
    let point = geometry::point(fields, problems)?;
    Some(Country { code, point })
}
