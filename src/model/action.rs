//! What the authorities did.

use super::{CountryCode, ProvinceCode, Record};

/// Where an action took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In one province.
    Province(ProvinceCode),
    /// In the country as a whole, or somewhere in it that was not published.
    Nation(CountryCode),
}

/// An action of the authorities.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// What was published about it.
    pub record: Record,
    /// Where.
    pub place: Place,
}

impl Action {
    /// The province, unless the action is national.
    #[must_use]
    pub fn province(&self) -> Option<&ProvinceCode> {
        match &self.place {
            Place::Province(code) => Some(code),
            Place::Nation(_) => None,
        }
    }
}
