//! Records as CSV and GeoJSON files. Columns and properties have the names that data files have, so
//! that the loader reads what is written here.

use super::{Certainty, Selected};
use crate::model::{Action, Dataset, Destination, Flow, Location, Record, guarded};

/// One of the two tables of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Table {
    Actions,
    Flows,
}

/// A record's properties by name, in the order of columns, without empty ones.
type Properties = Vec<(&'static str, String)>;

/// What is no column of data files: whether the record is certainly or only possibly in the chosen
/// days, and where all of the data are from.
const END: [&str; 2] = ["certainty", "attribution"];

impl Table {
    fn columns(self) -> Vec<&'static str> {
        let place: &[&str] = match self {
            Self::Actions => &["place"],
            Self::Flows => &["origin", "destination", "places"],
        };
        let [id, date, rest @ ..] = Record::COLUMNS;
        [&[id, date], place, &rest, &END].concat()
    }
}

/// The properties of actions, with texts in a language.
#[must_use]
pub fn action_rows(
    dataset: &Dataset,
    actions: &[Selected<'_, Action>],
    language: &str,
) -> Vec<Properties> {
    let row = |one: &Selected<'_, Action>| {
        let place = match &one.item.location {
            Location::Province(code) => code.to_string(),
            Location::Country(code) => code.to_string(),
        };
        record(dataset, &one.item.record, one.certainty, language, vec![("place", place)])
    };
    actions.iter().map(row).collect()
}

/// The properties of flows, with texts in a language.
#[must_use]
pub fn flow_rows(
    dataset: &Dataset,
    flows: &[Selected<'_, Flow>],
    language: &str,
) -> Vec<Properties> {
    let row = |one: &Selected<'_, Flow>| {
        let to = match one.item.destination {
            Destination::Country(code) => ("destination", code.to_string()),
            Destination::Several(places) => ("places", places.to_string()),
        };
        let ends = vec![("origin", one.item.origin.to_string()), to];
        record(dataset, &one.item.record, one.certainty, language, ends)
    };
    flows.iter().map(row).collect()
}

fn record(
    dataset: &Dataset,
    record: &Record,
    certainty: Certainty,
    language: &str,
    places: Properties,
) -> Properties {
    let certainty = if certainty == Certainty::Certain { "certain" } else { "possible" };
    let attributions: Vec<_> = dataset.attributions.iter().map(|text| text.get(language)).collect();
    let [id, date, rest @ ..] = record.values(language);
    let mut row = vec![id, date];
    row.extend(places);
    row.extend(rest);
    row.extend(END.into_iter().zip([certainty.to_owned(), attributions.join(" ")]));
    row.retain(|(_, value)| !value.is_empty());
    row
}

/// Comma-separated values (RFC 4180). It begins with a byte order mark, by which spreadsheets
/// recognise UTF-8; cells that they would run as formulas are [`guarded`].
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::query::{DayRange, Table, action_rows, csv, select};
/// let dataset = sample::dataset();
/// let selection = select(&dataset, DayRange::ALL);
/// let text = csv(Table::Actions, &action_rows(&dataset, &selection.actions, "en"));
/// assert!(text.starts_with("\u{feff}id,date,place,kind,title"));
/// assert!(text.contains("raid,2026-01-18,KH12,raid,A raid,"));
/// ```
#[must_use]
pub fn csv(table: Table, rows: &[Properties]) -> String {
    let mut text = String::from("\u{feff}");
    let columns = table.columns();
    line(&mut text, columns.iter().copied());
    for row in rows {
        let value = |name: &&str| row.iter().find(|(other, _)| other == name);
        line(&mut text, columns.iter().map(|name| value(name).map_or("", |(_, value)| value)));
    }
    text
}

fn line<'a>(text: &mut String, values: impl Iterator<Item = &'a str>) {
    for (index, value) in values.enumerate() {
        if index > 0 {
            text.push(',');
        }
        let value = guarded(value);
        if value.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&value.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&value);
        }
    }
    text.push_str("\r\n");
}

/// A GeoJSON feature collection (RFC 7946). The features have no geometry: of the location of an
/// action only the province's code is known.
#[must_use]
pub fn geojson(dataset: &Dataset, rows: &[Properties]) -> String {
    let mut text = String::from("{\"type\":\"FeatureCollection\"");
    if let Some(country) = dataset.country {
        text.push_str(",\"country\":");
        quoted(&mut text, country.as_str());
    }
    text.push_str(",\"features\":[");
    for (index, row) in rows.iter().enumerate() {
        text.push_str(if index > 0 { ",\n" } else { "\n" });
        text.push_str("{\"type\":\"Feature\",\"geometry\":null");
        let (id, rest): (Vec<_>, Vec<_>) = row.iter().partition(|(name, _)| *name == "id");
        for (name, value) in id {
            member(&mut text, ",", name, value);
        }
        text.push_str(",\"properties\":{");
        for (index, (name, value)) in rest.into_iter().enumerate() {
            member(&mut text, if index > 0 { "," } else { "" }, name, value);
        }
        text.push_str("}}");
    }
    text.push_str("\n]}\n");
    text
}

fn member(text: &mut String, before: &str, name: &str, value: &str) {
    text.push_str(before);
    quoted(text, name);
    text.push(':');
    quoted(text, value);
}

/// A JSON string (RFC 8259, section 7).
fn quoted(text: &mut String, value: &str) {
    text.push('"');
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            c if c < ' ' => text.push(' '),
            c => text.push(c),
        }
    }
    text.push('"');
}
