//! Actions and flows out of features.

use super::fields::Fields;
use super::{Cause, Problem};
use crate::model::{
    Action, CountryCode, Destination, Flow, Kind, LocalText, People, Period, Place, Province,
    ProvinceCode, Record, RecordId,
};

/// The places that an action can be in.
pub(super) struct Places<'a> {
    country: Option<CountryCode>,
    provinces: &'a [Province],
}

impl<'a> Places<'a> {
    pub(super) fn new(country: Option<CountryCode>, provinces: &'a [Province]) -> Self {
        Self { country, provinces }
    }

    /// Finds a place by the country's code, or a province's P-code, ISO 3166-2 code or name.
    fn find(&self, text: &str) -> Option<Place> {
        if let Ok(code) = CountryCode::new(text)
            && self.country.is_none_or(|country| country == code)
        {
            return Some(Place::Nation(code));
        }
        // Where the provinces could not be read there is nothing to hold a code against, and no
        // reason to hide what was done in them.
        if self.provinces.is_empty() {
            return ProvinceCode::new(text).ok().map(Place::Province);
        }
        let is_it = |province: &&Province| {
            province.code.as_str().eq_ignore_ascii_case(text)
                || province.iso.as_deref().is_some_and(|iso| iso.eq_ignore_ascii_case(text))
                || province.name.any(|name| name.eq_ignore_ascii_case(text))
        };
        let found = self.provinces.iter().find(is_it);
        found.map(|province| Place::Province(province.code.clone()))
    }
}

/// Reads an action, or says why not.
pub(super) fn action(
    fields: &Fields<'_>,
    places: &Places<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Action> {
    let record = record(fields, None, problems)?;
    let Some(text) = fields.text("place") else {
        problems.push(fields.problem(
            Cause::MissingCode,
            "place",
            "the action has no place",
            "write a province's code such as \"KH24\", or the country's code for the whole country",
        ));
        return None;
    };
    let Some(place) = places.find(&text) else {
        problems.push(fields.problem(
            Cause::UnknownPlace,
            "place",
            format!("no province has the code or name \"{text}\""),
            "use a code of the provinces file, or the country's code for the whole country",
        ));
        return None;
    };
    Some(Action { record, place })
}

/// Reads a flow, or says why not.
pub(super) fn flow(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Flow> {
    let record = record(fields, Some(Kind::Deportation), problems)?;
    let origin = country(fields, "origin", problems)?;
    let destination = match (fields.text("destination"), fields.text("places")) {
        (Some(_), _) => Destination::Country(country(fields, "destination", problems)?),
        (None, Some(places)) => match places.parse() {
            Ok(number) if number > 0 => Destination::Several(number),
            _ => {
                problems.push(fields.problem(
                    Cause::MissingField,
                    "places",
                    format!("\"{places}\" is not a number of countries"),
                    "write a whole number above zero",
                ));
                return None;
            }
        },
        (None, None) => {
            problems.push(fields.problem(
                Cause::MissingField,
                "destination",
                "it is not said where people were sent",
                "write a country's code (ISO 3166-1 alpha-2), or in \"places\" how many there were",
            ));
            return None;
        }
    };
    Some(Flow { record, origin, destination })
}

fn country(fields: &Fields<'_>, field: &str, problems: &mut Vec<Problem>) -> Option<CountryCode> {
    let text = fields.text(field).unwrap_or_default();
    let code = CountryCode::new(&text).ok();
    if code.is_none() {
        problems.push(fields.problem(
            Cause::BadCountry,
            field,
            format!("\"{text}\" is not a country's code"),
            "write two letters, ISO 3166-1 alpha-2, such as \"KR\"",
        ));
    }
    code
}

/// Reads what actions and flows share. Where more than one field is wrong, each is said.
fn record(
    fields: &Fields<'_>,
    usual_kind: Option<Kind>,
    problems: &mut Vec<Problem>,
) -> Option<Record> {
    let id = fields.code().and_then(|id| RecordId::new(&id));
    if id.is_none() {
        problems.push(fields.problem(
            Cause::MissingCode,
            "id",
            "the record has no id",
            "give the feature an \"id\" that no other record has (RFC 7946, section 3.2)",
        ));
    }
    let period = period(fields, problems);
    let people = people(fields, problems);
    let kind = fields.text("kind").map(|kind| Kind::new(&kind)).or(usual_kind);
    if kind.is_none() {
        problems.push(fields.problem(
            Cause::MissingField,
            "kind",
            "the kind is missing",
            "write one of meeting, briefing, warning, policy, inspection, raid, arrest, deportation",
        ));
    }
    let (id, period, people, kind) = (id?, period?, people?, kind?);
    let mut title = fields.local_text("title");
    if title.is_empty() {
        title = LocalText::new(id.as_str());
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

fn period(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Period> {
    let Some(text) = fields.text("date") else {
        problems.push(fields.problem(
            Cause::MissingField,
            "date",
            "the date is missing",
            "write it as 2026-01-18, 2026-01, 2025/2026, or with ~ where it is approximate",
        ));
        return None;
    };
    text.parse::<Period>()
        .map_err(|error| {
            problems.push(fields.problem(
                Cause::BadDate,
                "date",
                format!("\"{text}\" is not a date: {}", error.reason),
                "write it as 2026-01-18, 2026-01, 2025/2026, or with ~ where it is approximate \
                 (EDTF, ISO 8601-2)",
            ));
        })
        .ok()
}

/// `Some(None)` where the record says nothing of people.
fn people(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Option<People>> {
    let Some(text) = fields.text("people") else {
        return Some(None);
    };
    match text.parse() {
        Ok(people) => Some(Some(people)),
        Err(_) => {
            problems.push(fields.problem(
                Cause::BadPeople,
                "people",
                format!("\"{text}\" is not a number of people"),
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
        return Some(text);
    }
    problems.push(fields.problem(
        Cause::BadLink,
        "url",
        format!("\"{text}\" is not an address of the web"),
        "begin it with https://, or leave it empty",
    ));
    None
}
