//! A file of records.

use crate::load::diagnostic::Layer;
use crate::load::fields::Names;

/// A file of records, as diagnostics name it.
pub(crate) struct File {
    pub(crate) layer: Layer,
    pub(crate) source: String,
    /// The names of the columns, if it is a sheet.
    pub(crate) columns: Option<Names>,
}

impl File {
    /// Its word for the number of a record.
    pub(crate) fn unit(&self) -> &'static str {
        if self.columns.is_some() { "row" } else { "feature" }
    }
}
