//! The period, the number of people and the countries of a record.

use super::{countries, date, footnote, people as numbers};
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::{Fields, Values};
use crate::load::read::missing;
use crate::model::{CountryCode, People, Period};

/// Reads the period: one date, or the first and the last day in two columns.
pub(crate) fn period(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Period> {
    let order = fields.values.names.date_order;
    let Some(text) = fields.text("date") else {
        if fields.values.has("date") {
            diagnostics.push(missing::date(fields));
        }
        return None;
    };
    let read = |field: &str, text: &str, diagnostics: &mut Vec<Diagnostic>| match date::period(
        text, order,
    ) {
        Ok(reading) => {
            if let Some(code) = reading.note {
                diagnostics.push(fields.diagnostic(
                    code,
                    field,
                    match code {
                        Code::DateUtc => format!(
                            "\"{text}\" is a time in UTC, and its day there was read: {}",
                            reading.period
                        ),
                        Code::DateUnix => format!(
                            "\"{text}\" was read as a time since 1970: {} in UTC",
                            reading.period
                        ),
                        _ => format!("\"{text}\" was read as {}", reading.period),
                    },
                    date::remedy(code, text),
                ));
            }
            Some(reading.period)
        }
        Err(reason) => {
            diagnostics.push(reason.about(fields, field));
            None
        }
    };
    let mut period = read("date", &text, diagnostics)?;
    if let Some(end) = fields.text("date_end") {
        let last = read("date_end", &end, diagnostics)?;
        if last != period {
            let both = format!("{period}/{last}");
            period = match both.parse() {
                Ok(both) => both,
                Err(_) => {
                    let reason =
                        date::reversed(&format!("{text} to {end}"), &format!("{last}/{period}"));
                    diagnostics.push(reason.about(fields, "date_end"));
                    return None;
                }
            };
        }
    }
    if let Some(reason) = date::of_another_calendar(&text, &period) {
        diagnostics.push(reason.about(fields, "date"));
        return None;
    }
    if missing::is_no_date(&period) {
        diagnostics.push(missing::sentinel(fields, &text));
        return None;
    }
    let years = [period.earliest(), period.latest()];
    if years.into_iter().flatten().any(|day| !(1901..=2100).contains(&day.year())) {
        diagnostics.push(fields.diagnostic(
            Code::DateFar,
            "date",
            format!("{period} is before 1901 or after 2100"),
            "check the year",
        ));
    }
    if fields.values.names.parts.is_none() {
        let inside = |one: &Period, other: &Period| {
            one.earliest() >= other.earliest() && one.latest() <= other.latest()
        };
        for (column, text) in fields.values.all("date").into_iter().skip(1) {
            // A year beside its day says the same.
            match date::period(&text, order) {
                Ok(other) if !inside(&period, &other.period) && !inside(&other.period, &period) => {
                    differ(fields, "date", &period, column, &other.period, diagnostics);
                }
                _ => {}
            }
        }
    }
    Some(period)
}

/// Reads the number of people; `Some(None)` where the record has none.
pub(crate) fn people(
    fields: &Fields<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Option<People>> {
    let Some(text) = fields.text("people") else {
        return Some(None);
    };
    let (plain, mark) = footnote::without(&text);
    match numbers::people(plain) {
        Ok(people) => {
            if let Some(mark) = mark {
                diagnostics.push(fields.diagnostic(
                    Code::FootnoteMark,
                    "people",
                    format!("\"{mark}\" behind \"{plain}\" was taken for the mark of a footnote"),
                    format!("write {people} alone, and the note in the summary"),
                ));
            }
            for (column, text) in fields.values.all("people").into_iter().skip(1) {
                match numbers::people(footnote::without(&text).0) {
                    Ok(other) if other != people => {
                        differ(fields, "people", &people, column, &other, diagnostics);
                    }
                    _ => {}
                }
            }
            Some(Some(people))
        }
        Err(reason) => {
            diagnostics.push(reason.about(fields, "people"));
            None
        }
    }
}

/// Reads a country of a flow.
pub(crate) fn country(
    fields: &Fields<'_>,
    field: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<CountryCode> {
    let written = fields.text(field).unwrap_or_default();
    let (text, mark) = footnote::without(&written);
    let found = country_of(fields, field, text, diagnostics)?;
    if let Some(mark) = mark {
        diagnostics.push(fields.diagnostic(
            Code::FootnoteMark,
            field,
            format!("\"{mark}\" behind \"{text}\" was taken for the mark of a footnote"),
            format!("write {found} alone, and the note in the summary"),
        ));
    }
    for (column, text) in fields.values.all(field).into_iter().skip(1) {
        let other = match countries::find(footnote::without(&text).0) {
            // Three letters in such a column may be UNHCR's own.
            _ if text.len() == 3 && Values::may_be_own_code(column) => continue,
            countries::Found::Code(other) | countries::Found::Name(other) if other != found => {
                other
            }
            _ => continue,
        };
        differ(fields, field, &found, column, &other, diagnostics);
    }
    Some(found)
}

/// `66 countries`: how many.
fn number_of(text: &str) -> Option<u32> {
    let (number, rest) = text.trim().split_once(' ')?;
    let words = ["countr", "nation", "territor", "pays", "states"];
    words.iter().any(|word| rest.to_lowercase().contains(word)).then(|| number.parse().ok())?
}

/// Whether a text names several countries.
fn are_several(text: &str) -> bool {
    let parts = text.split([';', '/', ',', '&', '+', '|']).flat_map(|part| part.split(" and "));
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_country = |part: &&str| {
        matches!(countries::find(part), countries::Found::Code(_) | countries::Found::Name(_))
    };
    parts.len() > 1 && parts.iter().all(is_country)
}

/// Says that two columns of one field differ.
fn differ(
    fields: &Fields<'_>,
    field: &str,
    first: &dyn std::fmt::Display,
    column: &str,
    other: &dyn std::fmt::Display,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let label = fields.values.all(field).first().map_or(field, |(label, _)| *label);
    diagnostics.push(fields.diagnostic(
        Code::ColumnsDiffer,
        field,
        format!("\"{label}\" says {first}, and \"{column}\" says {other}"),
        "correct the one that is wrong, or rename the column if it is about something else; the first is shown",
    ));
}

fn country_of(
    fields: &Fields<'_>,
    field: &str,
    text: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<CountryCode> {
    let offer = |text: &str, otherwise: &str| {
        let near: Vec<String> = countries::nearest(text)
            .iter()
            .map(|(code, name)| format!("{code} ({name})"))
            .collect();
        if near.is_empty() {
            otherwise.to_owned()
        } else {
            format!("did you mean {}?", near.join(" or "))
        }
    };
    if text.eq_ignore_ascii_case("na") {
        let empty = match field {
            "destination" => {
                "leave it empty, and write over how many countries they were spread into \"places\""
            }
            _ => "write the country that is meant",
        };
        diagnostics.push(fields.diagnostic(
            Code::CountryOrMissing,
            field,
            format!("\"{text}\" is the code of Namibia, and the word for a missing value in R and other programs"),
            format!("write NAM for Namibia; if it is not known, {empty}"),
        ));
        return None;
    }
    if text.len() == 3 && fields.values.is_own_code(field) {
        diagnostics.push(fields.diagnostic(
            Code::CountryOwnCode,
            field,
            format!("\"{text}\" may be UNHCR's own code or that of ISO 3166-1, and the two differ: AUS is Austria or Australia"),
            "give the column the name coo_iso or coa_iso if its codes are of ISO; else write the names of the countries",
        ));
        return None;
    }
    let (code, message, remedy) = match countries::find(text) {
        countries::Found::Code(code) => return Some(code),
        countries::Found::Name(code) => {
            diagnostics.push(fields.diagnostic(
                Code::CountryRead,
                field,
                format!("\"{text}\" was read as {code}"),
                "nothing needs to be done if that is right",
            ));
            return Some(code);
        }
        countries::Found::Doubtful(code, why) => {
            diagnostics.push(fields.diagnostic(
                Code::CountryDoubtful,
                field,
                format!("\"{text}\" was read as {code}; {why}"),
                format!("write {code} if that is meant, else the code of the other"),
            ));
            return Some(code);
        }
        countries::Found::NoCountry => (
            Code::CountryUnreadable,
            format!("\"{text}\" names no country"),
            match field {
                "destination" => {
                    "leave it empty, and write over how many countries they were spread into \"places\", or take the row out"
                }
                _ => "write the country that the people left, or take the row out",
            }
            .to_owned(),
        ),
        countries::Found::Unassigned => (
            Code::CountryUnknown,
            format!("no country has the code \"{text}\""),
            offer(text, "write the code of ISO 3166-1 alpha-2, such as \"KR\""),
        ),
        countries::Found::Unreadable if text.is_empty() => (
            Code::CountryUnreadable,
            "the country is missing".to_owned(),
            "write two letters, ISO 3166-1 alpha-2, such as \"KR\"".to_owned(),
        ),
        countries::Found::Unreadable if field == "destination" && number_of(text).is_some() => (
            Code::CountryUnreadable,
            format!("\"{text}\" says how many countries, and not which"),
            format!(
                "leave it empty, and write {} into \"places\"",
                number_of(text).unwrap_or_default()
            ),
        ),
        countries::Found::Unreadable if are_several(text) => (
            Code::CountryUnreadable,
            format!("\"{text}\" names several countries"),
            match field {
                "destination" => "write one record for each if the source has a figure for each; else leave it empty, and write into \"places\" how many there are",
                _ => "write one record for each",
            }
            .to_owned(),
        ),
        countries::Found::Unreadable => (
            Code::CountryUnreadable,
            format!("\"{text}\" is not a country's code or name"),
            offer(text, "write two letters, ISO 3166-1 alpha-2, such as \"KR\""),
        ),
    };
    diagnostics.push(fields.diagnostic(code, field, message, remedy));
    None
}
