//! Places with their shapes. Coordinates are longitude and latitude in degrees, WGS 84
//! (RFC 7946, section 4).

use geo_types::{Coord, MultiLineString, MultiPolygon};

use super::{CountryCode, LocalizedText, ProvinceCode};

/// A first-level administrative unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Province {
    /// Its code, by which records point at it.
    pub code: ProvinceCode,
    /// Its ISO 3166-2 code, where the file gives one.
    pub iso: Option<String>,
    /// Its names.
    pub name: LocalizedText,
    /// Where its name is best written: a point inside, far from every border.
    pub label: Coord<f64>,
    /// Its area.
    pub area: MultiPolygon<f64>,
}

/// What is drawn around and over the provinces for orientation.
#[derive(Clone, Debug, PartialEq)]
pub struct BasemapFeature {
    /// What it is.
    pub kind: BasemapGeometry,
    /// Its name; for a country's land the code says it.
    pub name: LocalizedText,
    /// The country whose land it is.
    pub country: Option<CountryCode>,
    /// Where its name is best written.
    pub label: Option<Coord<f64>>,
}

/// The shape of a [`BasemapFeature`].
#[derive(Clone, Debug, PartialEq)]
pub enum BasemapGeometry {
    /// Land of other countries.
    Land(MultiPolygon<f64>),
    /// Standing water.
    Lake(MultiPolygon<f64>),
    /// Running water.
    River(MultiLineString<f64>),
    /// A name on the open sea, without a shape.
    Sea,
}

/// A country in the world view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Country {
    /// Its code.
    pub code: CountryCode,
    /// A point within, where arcs begin and end.
    pub point: Coord<f64>,
}
