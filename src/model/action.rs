//! Actions of the authorities.

use super::{CountryCode, ProvinceCode, Record};

/// Where an action took place.
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
    #[must_use]
    pub fn province(&self) -> Option<&ProvinceCode> {
        match &self.location {
            Location::Province(code) => Some(code),
            Location::Country(_) => None,
        }
    }
}
