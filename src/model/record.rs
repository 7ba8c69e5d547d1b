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

/// A value of a record as data files have it.
trait Written {
    /// Its text; of one with translations, that in the language. Empty where there is nothing.
    fn written(&self, language: &str) -> String;
}

impl Written for LocalizedText {
    fn written(&self, language: &str) -> String {
        self.get(language).to_owned()
    }
}

impl<T: Written> Written for Option<T> {
    fn written(&self, language: &str) -> String {
        self.as_ref().map(|value| value.written(language)).unwrap_or_default()
    }
}

macro_rules! written_as_printed {
    ($($kind:ty),*) => {
        $(impl Written for $kind {
            fn written(&self, _: &str) -> String {
                self.to_string()
            }
        })*
    };
}

written_as_printed!(RecordId, Period, ActionKind, People, String);

macro_rules! record {
    ($($(#[doc = $about:literal])* $field:ident in $column:literal: $kind:ty;)*) => {
        /// What was published about one event or one figure.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Record {
            $($(#[doc = $about])* pub $field: $kind,)*
        }

        impl Record {
            /// How many columns it has in data files.
            pub const WIDTH: usize = [$($column),*].len();

            /// The names of its columns in data files, in the order in which they are written.
            pub const COLUMNS: [&'static str; Self::WIDTH] = [$($column),*];

            /// Each column with what stands in it, texts in a language. Empty where there is nothing.
            #[must_use]
            pub fn values(&self, language: &str) -> [(&'static str, String); Self::WIDTH] {
                [$(($column, self.$field.written(language))),*]
            }
        }
    };
}

// Each field, and the column of data files that it is in (`src/load/columns/table.rs`). What readers
// download has these columns; `src/load/read/records.rs` does not compile without a new one.
record! {
    /// Its stable name.
    id in "id": RecordId;
    /// When it was.
    period in "date": Period;
    /// What was done.
    kind in "kind": ActionKind;
    /// One line.
    title in "title": LocalizedText;
    /// One or two sentences; may be empty.
    summary in "summary": LocalizedText;
    /// How many people, where the record is about people.
    people in "people": Option<People>;
    /// Who said it, such as an authority.
    attributed_to in "attributed_to": LocalizedText;
    /// Who reported it.
    reported_by in "reported_by": LocalizedText;
    /// The address of the report, http or https.
    url in "url": Option<String>;
    /// The record whose figure includes this one's.
    part_of in "part_of": Option<RecordId>;
}
