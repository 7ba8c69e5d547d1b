//! The languages that there are texts in: one for each file of `messages/`.

/// BCP 47 tags, and the files with the messages as JSON. English is the first; the others are in the
/// order of their tags. `src/build.rs` makes the list.
pub const LANGUAGES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));
