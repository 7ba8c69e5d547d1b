//! Diagnostics: where the data are wrong, what is wrong, and what to do.

mod cell;
mod code;

pub use cell::{Cell, column_letters};
pub use code::{Code, Severity};

use std::fmt;

use super::mode::LENIENT;

/// Which of the files a diagnostic is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Layer {
    Provinces,
    Actions,
    Flows,
    Countries,
    Kinds,
}

impl Layer {
    /// The name of its attribute.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Provinces => "provinces",
            Self::Actions => "actions",
            Self::Flows => "flows",
            Self::Countries => "countries",
            Self::Kinds => "kinds",
        }
    }
}

/// One thing that is wrong in one place.
///
/// Its `Display` is one line for an editor: where, what, what to do.
///
/// ```
/// use enforcement_map::load::{Source, Sources, dataset};
/// let provinces = Some(Source::read("provinces.geojson", b"{".to_vec()));
/// let loaded = dataset(&Sources { provinces, ..Sources::default() });
/// let lines: Vec<_> = loaded.diagnostics.iter().map(ToString::to_string).collect();
/// assert!(lines.iter().all(|line| line.starts_with("provinces.geojson")));
/// assert!(loaded.diagnostics.iter().any(|one| one.is_whole_file()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file's name or address.
    pub source: String,
    /// Which file it is.
    pub layer: Layer,
    /// The number of the feature, counted from 1, or of the row as a spreadsheet numbers it;
    /// `None` for the file as a whole.
    pub feature: Option<usize>,
    /// The feature's id, where it has one.
    pub id: Option<String>,
    /// The field.
    pub field: Option<String>,
    /// The kind of diagnostic.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
    /// The cell, where it is in a sheet or can be quoted.
    pub cell: Option<Box<Cell>>,
}

impl Diagnostic {
    /// A diagnostic about a file as a whole.
    #[must_use]
    pub(crate) fn of_file(
        layer: Layer,
        source: &str,
        code: Code,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            source: source.to_owned(),
            layer,
            feature: None,
            id: None,
            field: None,
            code,
            message: message.into(),
            remedy: remedy.into(),
            cell: None,
        }
    }

    /// Whether a whole file is not shown because of it.
    #[must_use]
    pub fn is_whole_file(&self) -> bool {
        self.code.loses_a_file()
    }

    /// Whether a record was left out because of it; else it is shown without one of its fields.
    #[must_use]
    pub fn loses_a_record(&self) -> bool {
        self.feature.is_some() && self.code.loses_a_record()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)?;
        let is_row = LENIENT && self.cell.as_ref().is_some_and(|cell| cell.is_row());
        if let Some(number) = self.feature {
            write!(f, ", {} {number}", if is_row { "row" } else { "feature" })?;
        }
        if let Some(id) = &self.id {
            write!(f, " (\"{id}\")")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", {} \"{field}\"", if is_row { "column" } else { "field" })?;
        }
        if self.message.is_empty() {
            return write!(f, ": {}", self.code.name());
        }
        write!(f, ": {}; {}", self.message, self.remedy)
    }
}
