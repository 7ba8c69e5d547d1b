//! The files that commands read.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use enforcement_map::load::{self, Failure, Loaded, LoadedAtlas, Source, Sources};
use enforcement_map::view::{Messages, ViewName};

/// Why nothing could be drawn.
#[derive(Debug)]
pub(crate) enum Error {
    /// A file could not be read.
    Read(PathBuf, String),
    /// Data with faults are not for a page or picture that is seen before anyone can say so.
    Problems(Vec<load::Diagnostic>),
    /// The language lacks these messages.
    Missing(PathBuf, Vec<String>),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Read(path, why) => write!(f, "{}: {why}", path.display()),
            Self::Problems(diagnostics) => {
                diagnostics.iter().try_for_each(|one| writeln!(f, "{one}"))
            }
            Self::Missing(path, keys) => {
                write!(f, "{}: these messages are missing: {}", path.display(), keys.join(", "))
            }
        }
    }
}

impl std::error::Error for Error {}

/// A language's messages from its file.
pub(crate) fn messages(path: &Path) -> Result<Messages, Error> {
    let unreadable = |why: String| Error::Read(path.to_owned(), why);
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    messages_in(path, &text)
}

/// The same from a text; the path is for what is said of faults.
pub(crate) fn messages_in(path: &Path, text: &str) -> Result<Messages, Error> {
    let texts: HashMap<String, String> = serde_json::from_str(text)
        .map_err(|error| Error::Read(path.to_owned(), error.to_string()))?;
    let messages = Messages::new(|key| texts.get(key).cloned());
    let missing = messages.missing();
    if missing.is_empty() { Ok(messages) } else { Err(Error::Missing(path.to_owned(), missing)) }
}

/// Where each file is.
#[derive(Debug)]
pub(crate) struct Files {
    pub(crate) provinces: PathBuf,
    /// `None` if there are none.
    pub(crate) actions: Option<PathBuf>,
    pub(crate) flows: Option<PathBuf>,
    pub(crate) kinds: Option<PathBuf>,
    pub(crate) countries: PathBuf,
}

impl Files {
    /// Under their usual names in a folder.
    pub(crate) fn within(folder: &Path) -> Self {
        let file = |name: &str| folder.join(format!("{name}.geojson"));
        Self {
            provinces: file("provinces"),
            actions: Some(file("actions")),
            flows: Some(file("flows")),
            kinds: None,
            countries: file("countries"),
        }
    }

    /// What a view is drawn from; faults in it are an error.
    pub(crate) fn load(&self, view: ViewName) -> Result<(Loaded, Option<LoadedAtlas>), Error> {
        let loaded = load::dataset(&Sources {
            provinces: Some(source(&self.provinces)),
            actions: self.actions.as_deref().map(source),
            flows: self.flows.as_deref().map(source),
            kinds: self.kinds.as_deref().map(source),
        });
        let atlas = (view == ViewName::World).then(|| load::atlas(source(&self.countries)));
        let mut diagnostics = loaded.diagnostics.clone();
        diagnostics.extend(atlas.iter().flat_map(|atlas| atlas.diagnostics.clone()));
        if diagnostics.is_empty() { Ok((loaded, atlas)) } else { Err(Error::Problems(diagnostics)) }
    }
}

fn source(path: &Path) -> Source {
    let name = path.display().to_string();
    match std::fs::read(path) {
        Ok(bytes) => Source::read(name, bytes),
        Err(error) => Source::failed(name, Failure::Unreachable(error.to_string())),
    }
}
