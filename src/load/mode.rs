//! Whether this build reads strictly or leniently.
//!
//! The module that every reader downloads is *strict*: it reads GeoJSON as this project writes it,
//! and finds out where something is wrong, without words for it. With the feature `sheets` a build
//! is *lenient*: it reads other formats too, values as people write them, and says what is wrong.
//!
//! Where the two differ by whole functions, a folder has a pair of modules, `strict` and `lenient`,
//! with the same functions, and its `mod.rs` takes one of them as `mode`. Where they differ by a
//! line, the line asks [`LENIENT`]; what is then never called is not linked.

/// Whether this build has the feature `sheets`.
pub(crate) const LENIENT: bool = cfg!(feature = "sheets");

/// The words of a diagnostic, as `format!` makes them; empty in a strict build, which then does
/// not contain them.
macro_rules! say {
    ($($words:tt)*) => {
        if $crate::load::mode::LENIENT { format!($($words)*) } else { String::new() }
    };
}
pub(crate) use say;

/// The same for words that need no formatting.
pub(crate) fn words(text: impl Into<String>) -> String {
    if LENIENT { text.into() } else { String::new() }
}
