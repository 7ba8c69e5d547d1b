//! Checks between records, once all files are read.

mod entry;
mod file;
mod ids;
#[cfg(feature = "sheets")]
mod lenient;
mod link;
#[cfg(feature = "sheets")]
use lenient as mode;
mod provinces;
#[cfg(not(feature = "sheets"))]
mod strict;
#[cfg(not(feature = "sheets"))]
use strict as mode;

pub(crate) use entry::Entry;
pub(crate) use file::File;
#[cfg(feature = "sheets")]
pub(crate) use lenient::swapped::provinces as upright;
pub(crate) use link::{Lost, link};
pub(crate) use mode::{compare::figures, figures::Numbers};
pub(crate) use provinces::provinces;
