//! The kinds of action.

use std::fmt;

macro_rules! kinds {
    ($($name:ident = $word:literal;)*) => {
        /// The kind of an action or a flow. A kind that is not listed is kept and shown as it is
        /// written.
        ///
        /// ```
        /// use enforcement_map::model::ActionKind;
        /// assert_eq!(ActionKind::new("Raid"), ActionKind::Raid);
        /// assert_eq!(ActionKind::new("extradition").to_string(), "extradition");
        /// assert!(ActionKind::Meeting < ActionKind::Raid);
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum ActionKind {
            $($name,)*
            Other(String),
        }

        impl ActionKind {
            /// The listed kinds in their order of display, from talking to acting.
            pub const KNOWN: [Self; [$($word),*].len()] = [$(Self::$name),*];

            /// The word used in data files.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$name => $word,)*
                    Self::Other(text) => text,
                }
            }
        }

        /// The words for the listed kinds, each with a comma behind it, as a literal for `concat!`.
        macro_rules! listed_kinds {
            () => { concat!($("`", $word, "`, "),*) };
        }
        pub(crate) use listed_kinds;
    };
}

// Each kind and the word for it in data files, in their order of display. Its sign
// (`src/model/own_kind.rs`) and its message (`src/view/format/words.rs`) do not compile without it.
kinds! {
    Meeting = "meeting";
    Briefing = "briefing";
    Warning = "warning";
    Policy = "policy";
    Inspection = "inspection";
    Raid = "raid";
    Arrest = "arrest";
    Deportation = "deportation";
}

impl ActionKind {
    /// Reads a kind; case does not matter.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = text.trim();
        let known = Self::KNOWN.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(text));
        known.unwrap_or_else(|| Self::Other(text.to_owned()))
    }
}

impl fmt::Display for ActionKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
