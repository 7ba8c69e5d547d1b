//! Fields to values: each either is good, or a problem that points at it.

mod context;
mod fields;
mod geometry;
#[cfg(feature = "sheets")]
mod people;
mod place;
mod records;
mod regions;

#[cfg(feature = "sheets")]
mod country;
#[cfg(feature = "sheets")]
mod date;
#[cfg(feature = "sheets")]
pub(crate) mod fold;
#[cfg(feature = "sheets")]
mod point;
#[cfg(feature = "sheets")]
mod spellings;
#[cfg(feature = "sheets")]
mod written;

pub(crate) use context::surroundings;
pub(crate) use fields::{Fields, Values, local_text};
pub(crate) use place::Places;
pub(crate) use records::{action, flow};
pub(crate) use regions::{country, province};
#[cfg(feature = "sheets")]
pub(crate) use written::fits;
