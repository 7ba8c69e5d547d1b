//! Fields to actions and flows.

use super::mode::{self, Places, country, people, period, place};
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::load::mode::{say, words};
use crate::model::{Action, ActionKind, Destination, Flow, LocalizedText, Record, RecordId};

/// Reads an action. `None`, with diagnostics, where it cannot be read.
pub(crate) fn action(
    fields: &Fields<'_>,
    places: &Places<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Action> {
    // Both are read before the first `?`, so that there is a diagnostic for each.
    let record = record(fields, None, diagnostics);
    let place = place(fields, places, diagnostics);
    Some(Action { record: record?, location: place? })
}

/// Reads a flow. `None`, with diagnostics, where it cannot be read.
pub(crate) fn flow(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Flow> {
    let record = record(fields, Some(ActionKind::Deportation), diagnostics);
    let origin = country(fields, "origin", diagnostics);
    let destination = destination(fields, diagnostics);
    let flow = Flow { record: record?, origin: origin?, destination: destination? };
    mode::direction(fields, &flow, diagnostics);
    Some(flow)
}

fn destination(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Destination> {
    let (code, field, message, remedy) = match (fields.text("destination"), fields.text("places")) {
        (Some(_), _) => {
            return country(fields, "destination", diagnostics).map(Destination::Country);
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
            words("it is not said where people were sent"),
            "write a country's code (ISO 3166-1 alpha-2), or in \"places\" how many there were",
        ),
    };
    diagnostics.push(fields.diagnostic(code, field, message, remedy));
    None
}

/// Reads what actions and flows share. Each field that is wrong has its own diagnostic.
fn record(
    fields: &Fields<'_>,
    usual_kind: Option<ActionKind>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Record> {
    let id = fields.code().and_then(|id| RecordId::new(&id));
    if id.is_none() {
        diagnostics.push(fields.diagnostic(
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
    let period = period(fields, diagnostics);
    let people = people(fields, diagnostics);
    // Where a formula failed, a flow may be of any kind.
    let usual_kind = usual_kind.filter(|_| !fields.has_error("kind"));
    let kind = fields.text("kind").map(|kind| ActionKind::new(&kind)).or(usual_kind);
    if kind.is_none() {
        diagnostics.push(fields.diagnostic(
            Code::KindMissing,
            "kind",
            "the kind is missing",
            say!("write one of {}", known_kinds()),
        ));
    }
    mode::remarks(fields, kind.as_ref(), diagnostics);
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
        url: web_address(fields, diagnostics),
        part_of: fields.text("part_of").and_then(|id| RecordId::new(&id)),
    })
}

/// Only addresses of the web become links: `javascript:` in a shared spreadsheet must not.
fn web_address(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let text = fields.text("url")?;
    let lower = text.to_ascii_lowercase();
    if lower.starts_with("https://") || lower.starts_with("http://") {
        return Some(text.into_owned());
    }
    diagnostics.push(fields.diagnostic(
        Code::UrlUnsafe,
        "url",
        say!("\"{text}\" is not an address of the web"),
        "begin it with https://, or leave it empty",
    ));
    None
}

fn known_kinds() -> String {
    ActionKind::KNOWN.iter().map(ActionKind::as_str).collect::<Vec<_>>().join(", ")
}
