//! Checks between records, once all files are read.

mod entry;
mod link;

#[cfg(feature = "sheets")]
mod parts;
#[cfg(feature = "sheets")]
mod totals;

#[cfg(feature = "sheets")]
pub(crate) use entry::Numbers;
pub(crate) use entry::{Entry, File};
#[cfg(feature = "sheets")]
pub(crate) use link::Lost;
pub(crate) use link::{link, provinces};

#[cfg(feature = "sheets")]
use super::Problem;

/// The checks of figures, which need all records.
#[cfg(feature = "sheets")]
pub(crate) fn figures(entries: &[Entry], files: &[File], problems: &mut Vec<Problem>) {
    let by_id = link::Ids::new(entries);
    parts::check(entries, &by_id, files, problems);
    totals::check(entries, &by_id, files, problems);
}
