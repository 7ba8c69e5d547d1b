//! The files to read, and why one may not be there.

/// A file or an address, with its content if it could be had.
///
/// ```
/// use enforcement_map::load::{Failure, Source, Sources, dataset};
/// let actions = Source::failed("https://example.org/actions.csv", Failure::Status(404));
/// let loaded = dataset(&Sources { actions: Some(actions), ..Sources::default() });
/// // The map is shown without them, and a diagnostic says why.
/// assert!(loaded.dataset.actions.is_empty());
/// assert_eq!(loaded.diagnostics.first().map(|one| one.code.name()), Some("file-status"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path or address. Diagnostics begin with it.
    pub name: String,
    /// Its bytes.
    pub content: Result<Vec<u8>, Failure>,
}

/// Why a source has no content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server answered with this status instead of the file.
    Status(u16),
    /// No answer in time.
    TimedOut,
    /// No answer at all: offline, refused, blocked, or no such file. Holds the system's message.
    Unreachable(String),
}

/// The files of one widget. `None` means that none was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Provinces and the basemap around them.
    pub provinces: Option<Source>,
    /// Actions.
    pub actions: Option<Source>,
    /// Flows.
    pub flows: Option<Source>,
    /// Own kinds of action.
    pub kinds: Option<Source>,
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
