//! Diagnostics about fields that every record needs.

use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::load::mode::{say, words};
use crate::model::Period;

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

/// Days that databases and spreadsheets write where there is no date: the first of Unix, of Excel
/// (both calendars), of Windows, of Java and of .NET, and the last of many.
const NO_DATES: [&str; 8] = [
    "1970-01-01",
    "1900-01-01",
    "1899-12-30",
    "1899-12-31",
    "1904-01-01",
    "1601-01-01",
    "0001-01-01",
    "9999-12-31",
];

/// Whether a figure is one that statistics programs write where there is none.
pub(super) fn is_no_figure(text: &str) -> bool {
    ["9999", "99999", "999999", "9999999", "99999999"].contains(&text)
}

/// Whether a day stands for no date, or a year is far too late: a database's for no date, or of another
/// calendar.
pub(super) fn is_no_date(period: &Period) -> bool {
    let ends = [period.earliest(), period.latest()];
    NO_DATES.contains(&&*period.to_string())
        || ends.into_iter().flatten().any(|day| day.year() >= 2400)
}

pub(super) fn sentinel(fields: &Fields<'_>, text: &str) -> Diagnostic {
    fields.diagnostic(
        Code::DateSentinel,
        "date",
        say!("\"{text}\" is what databases write where there is no date"),
        words("write the date; if it was that very day, write it as an interval: 1970-01-01/1970-01-01"),
    )
}
