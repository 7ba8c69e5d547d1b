//! What was wrong with the data: where, what, and what to do.

use std::fmt;

/// Which of the four files a problem is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Layer {
    Provinces,
    Actions,
    Flows,
    Countries,
}

/// What sort of problem it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The server did not give the file (an HTTP status other than 2xx).
    Status,
    /// The server did not answer in time.
    TimedOut,
    /// There was no answer.
    Unreachable,
    /// The bytes are not JSON (RFC 8259).
    NotJson,
    /// The JSON is no feature collection (RFC 7946, section 3.3).
    NotGeoJson,
    /// One feature is not well formed (RFC 7946, section 3.2).
    BadFeature,
    /// A feature has no code or id.
    MissingCode,
    /// A field that must be there is not.
    MissingField,
    /// No province has this code.
    UnknownPlace,
    /// Not a date (ISO 8601-2).
    BadDate,
    /// Not a number of people.
    BadPeople,
    /// Not a country's code (ISO 3166-1 alpha-2).
    BadCountry,
    /// The shape is missing, or not of the type wanted.
    BadGeometry,
    /// Not an address of the web.
    BadLink,
    /// The id was used before.
    DuplicateId,
    /// `part_of` points at nothing, or around in a circle.
    BadPartOf,
}

/// One thing that is wrong in one place.
///
/// Its display is one line for an editor: where, what, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name or address.
    pub source: String,
    /// Which file it is.
    pub layer: Layer,
    /// The feature, counted from 1 as people count; `None` for the file as a whole.
    pub feature: Option<usize>,
    /// The feature's id, where it has one.
    pub id: Option<String>,
    /// The field.
    pub field: Option<String>,
    /// What sort of problem it is.
    pub cause: Cause,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl Problem {
    /// Whether a whole file is missing.
    #[must_use]
    pub fn is_whole_file(&self) -> bool {
        self.feature.is_none()
    }

    /// Whether a record was left out for it, as opposed to being shown without one of its fields.
    #[must_use]
    pub fn loses_a_record(&self) -> bool {
        !self.is_whole_file() && !matches!(self.cause, Cause::BadPartOf | Cause::BadLink)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)?;
        if let Some(number) = self.feature {
            write!(f, ", feature {number}")?;
        }
        if let Some(id) = &self.id {
            write!(f, " (\"{id}\")")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", field \"{field}\"")?;
        }
        write!(f, ": {}; {}", self.message, self.remedy)
    }
}
