//! One way to read a date.

use crate::load::read::lenient::reason::Reason;

/// What one way to read a date made of a text.
pub(super) enum Step {
    /// It is this date, in EDTF.
    Is(String),
    /// It has another form.
    Not,
    /// It has this form, and cannot be read.
    Refused(Reason),
}
