use std::fmt;
use std::path::Path;

/// What is wrong, where, and what to do about it.
#[derive(Debug)]
pub(crate) struct Error {
    place: String,
    what: String,
    remedy: String,
}

impl Error {
    pub(crate) fn new(
        place: impl fmt::Display,
        what: impl fmt::Display,
        remedy: impl fmt::Display,
    ) -> Self {
        Self { place: place.to_string(), what: what.to_string(), remedy: remedy.to_string() }
    }

    pub(crate) fn in_file(file: &Path, what: impl fmt::Display, remedy: impl fmt::Display) -> Self {
        Self::new(file.display(), what, remedy)
    }

    pub(crate) fn in_feature(
        file: &Path,
        feature: impl fmt::Display,
        what: impl fmt::Display,
        remedy: impl fmt::Display,
    ) -> Self {
        Self::new(format!("{}: feature {feature}", file.display()), what, remedy)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", self.place, self.what, self.remedy)
    }
}

impl std::error::Error for Error {}
