//! Provinces, countries and the basemap around them. Coordinates are longitude and latitude in
//! degrees, WGS 84 (RFC 7946, section 4).

use geo_types::{Coord, MultiLineString, MultiPolygon};

use super::{CountryCode, LocalizedText, ProvinceCode};

/// A first-level administrative unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Province {
    /// Its code, by which records refer to it.
    pub code: ProvinceCode,
    /// Its ISO 3166-2 code, where the file gives one.
    pub iso: Option<String>,
    /// Its names.
    pub name: LocalizedText,
    /// The point for its name: inside, far from every border.
    pub label: Coord<f64>,
    /// Its area.
    pub area: MultiPolygon<f64>,
}

/// Land or water that is drawn around and over the provinces for orientation.
#[derive(Clone, Debug, PartialEq)]
pub struct BasemapFeature {
    /// What it is, with its shape.
    pub geometry: BasemapGeometry,
    /// Its name. The land of a country needs none: its code names it.
    pub name: LocalizedText,
    /// The country whose land it is.
    pub country: Option<CountryCode>,
    /// The point for its name; without one the name is not written.
    pub label: Option<Coord<f64>>,
}

/// What a [`BasemapFeature`] is, with its shape.
#[derive(Clone, Debug, PartialEq)]
pub enum BasemapGeometry {
    /// Land of other countries.
    Land(MultiPolygon<f64>),
    /// Standing water.
    Lake(MultiPolygon<f64>),
    /// Running water.
    River(MultiLineString<f64>),
    /// Open sea: a name without a shape.
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
