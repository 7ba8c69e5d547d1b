//! Bytes to features, or to the rows of a sheet.

mod collection;
mod content;
mod feature_error;
#[cfg(feature = "sheets")]
mod lenient;
#[cfg(feature = "sheets")]
use lenient as mode;
#[cfg(not(feature = "sheets"))]
mod strict;
#[cfg(not(feature = "sheets"))]
use strict as mode;

pub(crate) use collection::Collection;
pub(crate) use content::bytes;
#[cfg(feature = "sheets")]
pub(crate) use lenient::rounded;
#[cfg(feature = "sheets")]
pub use lenient::{Arcs, collection_of_json, header_of, layer_of_json, unread_format};
pub(crate) use mode::{Opened, open};
