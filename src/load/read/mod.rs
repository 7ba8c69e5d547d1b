//! Fields to values. A value that cannot be read becomes a diagnostic that points at its field.

mod basemap;
mod geometry;
mod kinds;
#[cfg(feature = "sheets")]
mod lenient;
#[cfg(feature = "sheets")]
use lenient as mode;
mod missing;
mod places;
mod records;
mod regions;
#[cfg(not(feature = "sheets"))]
mod strict;
#[cfg(not(feature = "sheets"))]
use strict as mode;

pub(crate) use basemap::basemap;
pub(crate) use kinds::kinds;
pub(crate) use mode::{Places, fits};
pub(crate) use records::{action, flow};
pub(crate) use regions::{country, province};
