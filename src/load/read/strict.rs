//! The values of a record as this project writes them.

use super::missing;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::load::mode::say;
use crate::model::{ActionKind, CountryCode, Flow, Location, People, Period};

pub(crate) use super::places::Places;

/// Reads the place of an action.
pub(crate) fn place(
    fields: &Fields<'_>,
    places: &Places<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Location> {
    let Some(text) = fields.text("place") else {
        diagnostics.push(missing::place(fields));
        return None;
    };
    let place = places.find(&text);
    if place.is_none() {
        diagnostics.push(fields.diagnostic(
            Code::PlaceUnknown,
            "place",
            say!("no province has the code or name \"{text}\""),
            "use a code of the provinces file, or the country's code for the whole country",
        ));
    }
    place
}

pub(crate) fn period(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Period> {
    let Some(text) = fields.text("date") else {
        diagnostics.push(missing::date(fields));
        return None;
    };
    let period = text.parse::<Period>();
    if period.as_ref().is_ok_and(missing::is_no_date) {
        diagnostics.push(missing::sentinel(fields, &text));
        return None;
    }
    period
        .map_err(|error| {
            diagnostics.push(fields.diagnostic(
                Code::DateUnreadable,
                "date",
                say!("\"{text}\" is not a date: {}", error.reason),
                "write it as 2026-01-18, 2026-01, 2025/2026, or with ~ where it is approximate \
                 (EDTF, ISO 8601-2)",
            ));
        })
        .ok()
}

/// Reads the number of people; `Some(None)` where the record has none.
pub(crate) fn people(
    fields: &Fields<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Option<People>> {
    let Some(text) = fields.text("people") else {
        return Some(None);
    };
    match text.parse() {
        Ok(people) if !missing::is_no_figure(&text) => Some(Some(people)),
        _ => {
            diagnostics.push(fields.diagnostic(
                Code::PeopleUnreadable,
                "people",
                say!("\"{text}\" is not a number of people"),
                "write 73, >=13000, ~260, or unknown where no figure was published",
            ));
            None
        }
    }
}

pub(crate) fn country(
    fields: &Fields<'_>,
    field: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<CountryCode> {
    let text = fields.text(field).unwrap_or_default();
    let code = CountryCode::new(&text).ok();
    if code.is_none() {
        diagnostics.push(fields.diagnostic(
            Code::CountryUnreadable,
            field,
            say!("\"{text}\" is not a country's code"),
            "write two letters, ISO 3166-1 alpha-2, such as \"KR\"",
        ));
    }
    code
}

/// Whether a flow goes anywhere is not checked here.
pub(crate) fn direction(_: &Fields<'_>, _: &Flow, _: &mut Vec<Diagnostic>) {}

/// Values that can be read and may be wrong are not looked for here.
pub(crate) fn remarks(_: &Fields<'_>, _: Option<&ActionKind>, _: &mut Vec<Diagnostic>) {}

/// Whether a row has as many cells as the header: here there are no rows.
pub(crate) fn fits(_: &Fields<'_>, _: &mut Vec<Diagnostic>) -> bool {
    true
}
