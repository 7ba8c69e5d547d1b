//! Actions and flows out of features.

#[cfg(feature = "sheets")]
use super::written;
use super::{Fields, Places};
use crate::load::problem::say;
use crate::load::{Code, Problem};
use crate::model::{Action, ActionKind, Destination, Flow, LocalizedText, Record, RecordId};
#[cfg(not(feature = "sheets"))]
use crate::model::{CountryCode, Location, People, Period};

/// Reads an action, or says why not.
pub(crate) fn action(
    fields: &Fields<'_>,
    places: &Places<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Action> {
    // Both are read before either is missed, so that each fault is said.
    let record = record(fields, None, problems);
    let place = place(fields, places, problems);
    Some(Action { record: record?, location: place? })
}

#[cfg(feature = "sheets")]
use written::{country, people, period, place};

/// Reads where an action was.
#[cfg(not(feature = "sheets"))]
fn place(
    fields: &Fields<'_>,
    places: &Places<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Location> {
    let Some(text) = fields.text("place") else {
        problems.push(no_place(fields));
        return None;
    };
    let place = places.find(&text);
    if place.is_none() {
        problems.push(fields.problem(
            Code::PlaceUnknown,
            "place",
            say!("no province has the code or name \"{text}\""),
            "use a code of the provinces file, or the country's code for the whole country",
        ));
    }
    place
}

pub(super) fn no_place(fields: &Fields<'_>) -> Problem {
    fields.problem(
        Code::PlaceMissing,
        "place",
        "the action has no place",
        "write a province's code such as \"KH24\", or the country's code for the whole country",
    )
}

/// Reads a flow, or says why not.
pub(crate) fn flow(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Flow> {
    let record = record(fields, Some(ActionKind::Deportation), problems);
    let origin = country(fields, "origin", problems);
    let destination = destination(fields, problems);
    let flow = Flow { record: record?, origin: origin?, destination: destination? };
    #[cfg(feature = "sheets")]
    written::direction(fields, &flow, problems);
    Some(flow)
}

fn destination(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Destination> {
    let (code, field, message, remedy) = match (fields.text("destination"), fields.text("places")) {
        (Some(_), _) => {
            return country(fields, "destination", problems).map(Destination::Country);
        }
        (None, Some(places)) => match places.parse() {
            Ok(number) if number > 0 => return Some(Destination::Several(number)),
            _ => (
                Code::PlacesUnreadable,
                "places",
                say!("\"{places}\" is not a number of countries"),
                "write a whole number above zero",
            ),
        },
        (None, None) => (
            Code::DestinationMissing,
            "destination",
            "it is not said where people were sent".to_owned(),
            "write a country's code (ISO 3166-1 alpha-2), or in \"places\" how many there were",
        ),
    };
    problems.push(fields.problem(code, field, message, remedy));
    None
}

#[cfg(not(feature = "sheets"))]
fn country(fields: &Fields<'_>, field: &str, problems: &mut Vec<Problem>) -> Option<CountryCode> {
    let text = fields.text(field).unwrap_or_default();
    let code = CountryCode::new(&text).ok();
    if code.is_none() {
        problems.push(fields.problem(
            Code::CountryUnreadable,
            field,
            say!("\"{text}\" is not a country's code"),
            "write two letters, ISO 3166-1 alpha-2, such as \"KR\"",
        ));
    }
    code
}

/// Reads what actions and flows share. Where more than one field is wrong, each is said.
fn record(
    fields: &Fields<'_>,
    usual_kind: Option<ActionKind>,
    problems: &mut Vec<Problem>,
) -> Option<Record> {
    let id = fields.code().and_then(|id| RecordId::new(&id));
    if id.is_none() {
        problems.push(fields.problem(
            Code::IdMissing,
            "id",
            "the record has no id",
            if fields.feature().is_some() {
                "give the feature an \"id\" that no other record has (RFC 7946, section 3.2)"
            } else {
                "write a name or number that no other record has into the column \"id\""
            },
        ));
    }
    let period = period(fields, problems);
    let people = people(fields, problems);
    let kind = fields.text("kind").map(|kind| ActionKind::new(&kind)).or(usual_kind);
    if kind.is_none() {
        problems.push(fields.problem(
            Code::KindMissing,
            "kind",
            "the kind is missing",
            "write one of meeting, briefing, warning, policy, inspection, raid, arrest, deportation",
        ));
    }
    #[cfg(feature = "sheets")]
    written::remarks(fields, kind.as_ref(), problems);
    let (id, period, people, kind) = (id?, period?, people?, kind?);
    let mut title = fields.local_text("title");
    if title.is_empty() {
        title = LocalizedText::new(id.as_str());
    }
    Some(Record {
        id,
        period,
        kind,
        title,
        summary: fields.local_text("summary"),
        people,
        attributed_to: fields.local_text("attributed_to"),
        reported_by: fields.local_text("reported_by"),
        url: web_address(fields, problems),
        part_of: fields.text("part_of").and_then(|id| RecordId::new(&id)),
    })
}

#[cfg(not(feature = "sheets"))]
fn period(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Period> {
    let Some(text) = fields.text("date") else {
        problems.push(no_date(fields));
        return None;
    };
    text.parse::<Period>()
        .map_err(|error| {
            problems.push(fields.problem(
                Code::DateUnreadable,
                "date",
                say!("\"{text}\" is not a date: {}", error.reason),
                "write it as 2026-01-18, 2026-01, 2025/2026, or with ~ where it is approximate \
                 (EDTF, ISO 8601-2)",
            ));
        })
        .ok()
}

pub(super) fn no_date(fields: &Fields<'_>) -> Problem {
    fields.problem(
        Code::DateMissing,
        "date",
        "the date is missing",
        "write it as 2026-01-18, 2026-01, 2025/2026, or with ~ where it is approximate",
    )
}

/// `Some(None)` where the record says nothing of people.
#[cfg(not(feature = "sheets"))]
fn people(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Option<People>> {
    let Some(text) = fields.text("people") else {
        return Some(None);
    };
    match text.parse() {
        Ok(people) => Some(Some(people)),
        Err(_) => {
            problems.push(fields.problem(
                Code::PeopleUnreadable,
                "people",
                say!("\"{text}\" is not a number of people"),
                "write 73, >=13000, ~260, or unknown where no figure was published",
            ));
            None
        }
    }
}

/// Only addresses of the web become links: `javascript:` in a shared spreadsheet must not.
fn web_address(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<String> {
    let text = fields.text("url")?;
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        return Some(text.into_owned());
    }
    problems.push(fields.problem(
        Code::UrlUnsafe,
        "url",
        say!("\"{text}\" is not an address of the web"),
        "begin it with https://, or leave it empty",
    ));
    None
}
