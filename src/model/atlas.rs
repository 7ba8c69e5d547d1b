//! The countries and the land of the world.

use geo_types::MultiPolygon;

use super::{Attribution, Country, CountryCode};

/// The data that the view of the world is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    /// A point in each country.
    pub countries: Vec<Country>,
    /// All land.
    pub land: Vec<MultiPolygon<f64>>,
    /// Where the data are from.
    pub attribution: Option<Attribution>,
}

impl Atlas {
    /// The country with this code.
    #[must_use]
    pub fn country(&self, code: CountryCode) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }
}
