//! Diagnostics about fields that every record needs.

use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;

pub(super) fn place(fields: &Fields<'_>) -> Diagnostic {
    fields.diagnostic(
        Code::PlaceMissing,
        "place",
        "the action has no place",
        "write a province's code such as \"KH24\", or the country's code for the whole country",
    )
}

pub(super) fn date(fields: &Fields<'_>) -> Diagnostic {
    fields.diagnostic(
        Code::DateMissing,
        "date",
        "the date is missing",
        "write it as 2026-01-18, 2026-01, 2025/2026, or with ~ where it is approximate",
    )
}
