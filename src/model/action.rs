//! Actions of the authorities.

use super::{CountryCode, ProvinceCode, Record};

/// Where an action took place.
///
/// ```
/// use enforcement_map::model::{CountryCode, Location, ProvinceCode};
/// let local = Location::Province(ProvinceCode::new("KH24")?);
/// let national = Location::Country(CountryCode::new("KH")?);
/// assert_ne!(local, national);
/// # Ok::<(), enforcement_map::model::InvalidCode>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// In one province.
    Province(ProvinceCode),
    /// In the country as a whole, or somewhere in it that was not published.
    Country(CountryCode),
}

/// An action of the authorities.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// What was published about it.
    pub record: Record,
    /// Where it took place.
    pub location: Location,
}

impl Action {
    /// The province, unless the action is national.
    ///
    /// ```
    /// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
    /// let dataset = sample::dataset();
    /// let provinces: Vec<_> = dataset.actions.iter().map(|action| action.province()).collect();
    /// let codes: Vec<_> = provinces.into_iter().map(|code| code.map(|code| code.as_str())).collect();
    /// // The third action is national.
    /// assert_eq!(codes, [Some("KH12"), Some("KH24"), None]);
    /// ```
    #[must_use]
    pub fn province(&self) -> Option<&ProvinceCode> {
        match &self.location {
            Location::Province(code) => Some(code),
            Location::Country(_) => None,
        }
    }
}
