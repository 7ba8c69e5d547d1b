//! The places that an action can be in, by the codes and names of the provinces file.

use crate::load::mode::LENIENT;
use crate::model::{CountryCode, Location, Province, ProvinceCode};

/// Countries that have a province of their own name.
const NAMESAKES: [&str; 8] = ["BZ", "DJ", "GT", "KW", "LU", "MX", "PA", "SM"];

/// The provinces, and the country that they are in.
pub(crate) struct Places<'a> {
    pub(crate) country: Option<CountryCode>,
    pub(crate) provinces: &'a [Province],
}

impl<'a> Places<'a> {
    pub(crate) fn new(country: Option<CountryCode>, provinces: &'a [Province]) -> Self {
        Self { country, provinces }
    }

    /// Finds a place by the country's code, or a province's P-code, ISO 3166-2 code or name.
    pub(crate) fn find(&self, text: &str) -> Option<Location> {
        // Without provinces a code cannot be validated, and that is no reason to hide the record.
        if self.provinces.is_empty() {
            let code = ProvinceCode::new(text).ok().map(Location::Province);
            return self.nation(text).map(Location::Country).or(code);
        }
        let is_it = |province: &&Province| {
            province.code.as_str().eq_ignore_ascii_case(text)
                || province.iso.as_deref().is_some_and(|iso| iso.eq_ignore_ascii_case(text))
                || province.name.any(|name| name.eq_ignore_ascii_case(text))
        };
        let found = self.provinces.iter().find(is_it);
        // The large module asks which of the two is meant.
        let found = found.filter(|_| LENIENT || !self.may_be_nation(text));
        let found = found.map(|province| Location::Province(province.code.clone()));
        // The codes of the file come first: CA is California where the file says so.
        found.or_else(|| self.nation(text).map(Location::Country))
    }

    /// Whether a name may be that of the country as well as of a province: a code has a digit or is
    /// short.
    fn may_be_nation(&self, text: &str) -> bool {
        let country = self.country.as_ref().map_or("", CountryCode::as_str);
        NAMESAKES.contains(&country)
            && text.len() > 3
            && !text.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// The country as a whole, by its code. Where no file says which country this is, a code may
    /// as well be that of a province which the file lacks.
    fn nation(&self, text: &str) -> Option<CountryCode> {
        let is_it = |code: &CountryCode| match self.country {
            Some(country) => country == *code,
            None => self.provinces.is_empty(),
        };
        CountryCode::new(text).ok().filter(is_it)
    }
}
