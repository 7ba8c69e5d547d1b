//! Cells that a spreadsheet would run as formulas (OWASP, "CSV Injection"), and the apostrophe that
//! keeps it from doing so.

use std::borrow::Cow;

/// Whether a cell begins like a formula. A number with a sign is none, nor are `>=13000` and `~260`.
fn is_formula(cell: &str) -> bool {
    let is_number =
        |digits: &str| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    match cell.strip_prefix(['+', '-']) {
        Some(rest) => !is_number(rest),
        None => cell.starts_with(['=', '@']),
    }
}

/// A cell with an apostrophe before it, where a spreadsheet would take it for a formula and run it.
///
/// ```
/// use enforcement_map::model::{guarded, unguarded};
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded("-5"), "-5");
/// assert_eq!(unguarded(&guarded("=1+1")), "=1+1");
/// ```
#[must_use]
pub fn guarded(cell: &str) -> Cow<'_, str> {
    if is_formula(cell.trim_start_matches('\'')) { format!("'{cell}").into() } else { cell.into() }
}

/// A cell as it was before it was [`guarded`].
///
/// ```
/// use enforcement_map::model::unguarded;
/// assert_eq!(unguarded("'=1+1"), "=1+1");
/// // An apostrophe that guards nothing is part of the text.
/// assert_eq!(unguarded("'tis"), "'tis");
/// ```
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(bare) if is_formula(cell.trim_start_matches('\'')) => bare,
        _ => cell,
    }
}
