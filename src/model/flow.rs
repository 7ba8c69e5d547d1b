//! People sent from one country to others.

use super::{CountryCode, Record};

/// Where people were sent.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::model::Destination;
/// let dataset = sample::dataset();
/// let destinations: Vec<_> = dataset.flows.iter().map(|flow| flow.destination).collect();
/// assert_eq!(destinations.first(), Some(&Destination::Several(12)));
/// let named: Vec<_> = dataset.flows.iter().filter_map(|flow| flow.country()).collect();
/// assert_eq!(named.iter().map(|to| to.as_str()).collect::<Vec<_>>(), ["KR"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To one country.
    Country(CountryCode),
    /// To this many countries and territories that were not named. Never drawn as arcs: which
    /// ones they are is not known.
    Several(u32),
}

/// A flow of people out of a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// What was published about it.
    pub record: Record,
    /// From where.
    pub origin: CountryCode,
    /// To where.
    pub destination: Destination,
}

impl Flow {
    /// The country, where it was named.
    #[must_use]
    pub fn country(&self) -> Option<CountryCode> {
        match self.destination {
            Destination::Country(country) => Some(country),
            Destination::Several(_) => None,
        }
    }
}
