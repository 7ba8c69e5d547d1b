//! Where bytes come from, and how they can fail to come.

/// A file or an address, read or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// How people know it: a path or an address. Diagnostics begin with it.
    pub name: String,
    /// What it held.
    pub content: Result<Vec<u8>, Failure>,
}

/// Why a source held nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server answered with this status instead of the file.
    Status(u16),
    /// No answer in time.
    TimedOut,
    /// No answer at all: offline, refused, blocked, or no such file. With the system's words.
    Unreachable(String),
}

/// The files of one widget. `None` means that none was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Provinces and their surroundings.
    pub provinces: Option<Source>,
    /// What was done.
    pub actions: Option<Source>,
    /// Who was sent where.
    pub flows: Option<Source>,
}

impl Source {
    /// A source that was read.
    #[must_use]
    pub fn read(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), content: Ok(bytes) }
    }

    /// A source that could not be read.
    #[must_use]
    pub fn failed(name: impl Into<String>, failure: Failure) -> Self {
        Self { name: name.into(), content: Err(failure) }
    }
}
