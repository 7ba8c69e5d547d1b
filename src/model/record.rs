//! The part that actions and flows share.

use std::fmt;
use std::sync::Arc;

use super::{ActionKind, LocalizedText, People, Period};

/// The stable name of a record, unique within its dataset.
///
/// ```
/// use enforcement_map::model::RecordId;
/// assert_eq!(RecordId::new(" raid-7 ").map(|id| id.to_string()).as_deref(), Some("raid-7"));
/// assert_eq!(RecordId::new("  "), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(Arc<str>);

impl RecordId {
    /// Takes a non-empty name.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(Arc::from(text)))
    }

    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What was published about one event or one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its stable name.
    pub id: RecordId,
    /// When it was.
    pub period: Period,
    /// What was done.
    pub kind: ActionKind,
    /// One line.
    pub title: LocalizedText,
    /// One or two sentences; may be empty.
    pub summary: LocalizedText,
    /// How many people, where the record is about people.
    pub people: Option<People>,
    /// Who said it, such as an authority.
    pub attributed_to: LocalizedText,
    /// Who reported it.
    pub reported_by: LocalizedText,
    /// The address of the report, http or https.
    pub url: Option<String>,
    /// The record whose figure includes this one's.
    pub part_of: Option<RecordId>,
}
