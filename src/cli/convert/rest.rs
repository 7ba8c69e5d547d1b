//! What a cell cannot hold: the two columns `geometry` and `geojson`.
//!
//! `geometry` is a GeoJSON geometry. `geojson` is an object with up to two members: `feature`, with
//! what the other cells of the row do not say exactly (a number as opposed to its text, an empty
//! text as opposed to none, members of the feature), and `collection` in the first row, with the
//! members of the collection. Where a cell was changed since, the cell counts.

use std::borrow::Cow;
use std::collections::HashMap;

use enforcement_map::load::{column_letters, text_of_json};
use serde_json::{Map, Value};

pub(super) const ID: &str = "id";
pub(super) const GEOMETRY: &str = "geometry";
pub(super) const REST: &str = "geojson";
/// Columns that are no property.
pub(super) const OWN: [&str; 3] = [ID, GEOMETRY, REST];
/// The member of a collection that keeps the columns of the sheet it was.
pub(super) const COLUMNS: &str = "columns";
/// The one that keeps a row of HXL tags.
pub(super) const TAGS: &str = "tags";
/// The rows above the header, and those between it and the tags.
pub(super) const ABOVE: &str = "above";
pub(super) const BETWEEN: &str = "between";
/// How many cells the header has, where rows have more.
pub(super) const WIDTH: &str = "header_cells";
/// The members that only a sheet has.
pub(super) const OF_SHEET: [&str; 4] = [TAGS, ABOVE, BETWEEN, WIDTH];

/// What a cell shows of a value: what the map reads of it, so that a sheet is read alike.
pub(super) fn shown<'a>(value: &'a Value, property: &str) -> Cow<'a, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        Value::Null => Cow::Borrowed(""),
        Value::Number(number) => Cow::Owned(number.to_string()),
        other => text_of_json(other, property).unwrap_or_default(),
    }
}

/// The names of properties for some columns: those of the columns, where they are names and differ.
pub(super) fn keys(labels: &[String]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut keys = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let base = match label.as_str() {
            "" => format!("column {}", column_letters(index)),
            label => label.to_owned(),
        };
        let mut key = base.clone();
        let count = seen.entry(base.clone()).or_default();
        *count += 1;
        let mut number = *count;
        while number > 1 || keys.contains(&key) {
            key = format!("{base} ({number})");
            if !keys.contains(&key) && !labels.contains(&key) {
                break;
            }
            number += 1;
        }
        keys.push(key);
    }
    keys
}

/// The object in a cell of the column `geojson`.
pub(super) fn parsed(cell: &str) -> Option<Map<String, Value>> {
    match serde_json::from_str(cell) {
        Ok(Value::Object(object)) => Some(object),
        _ => None,
    }
}

/// The point of two columns, which is not said once more.
pub(super) fn point(properties: &Map<String, Value>) -> Option<Value> {
    let number = |name: &str| {
        let text = properties.get(name)?.as_str()?;
        text.trim().parse::<f64>().ok().filter(|number| number.is_finite())
    };
    let (lon, lat) = (number("lon")?, number("lat")?);
    Some(serde_json::json!({"type": "Point", "coordinates": [lon, lat]}))
}
