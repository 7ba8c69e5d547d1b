//! A sheet as a feature collection (RFC 7946).

use enforcement_map::load::{Sheet, header_of};
use enforcement_map::model::unguarded;
use serde_json::{Map, Value, json};

use super::rest::{self, ABOVE, BETWEEN, COLUMNS, GEOMETRY, ID, OWN, REST, TAGS, WIDTH};

/// Makes a collection of a sheet. Its header is the row that the map takes for it, else the first.
pub(super) fn collection(sheet: &Sheet) -> Value {
    let (header, tags) = header_of(sheet).unwrap_or_default();
    let tags = tags.or_else(|| sheet.rows.get(1).filter(|row| are_tags(row)).map(|_| 1));
    let tags = tags.filter(|tags| *tags > header);
    let mut labels: Vec<String> = sheet.rows.get(header).cloned().unwrap_or_default();
    let width = labels.len();
    let widest = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    labels.resize(widest.max(labels.len()), String::new());
    let labels: Vec<String> = labels.iter().map(|label| unguarded(label).to_owned()).collect();
    let keys = rest::keys(&labels);
    let mut members = Map::new();
    members.insert("type".to_owned(), json!("FeatureCollection"));
    let mut features = Vec::new();
    let mut keep = |name: &str, from: usize, to: usize| {
        let rows = sheet.rows.get(from..to).unwrap_or_default();
        if !rows.is_empty() {
            let rows: Vec<Vec<&str>> =
                rows.iter().map(|row| row.iter().map(|cell| unguarded(cell)).collect()).collect();
            members.insert(name.to_owned(), json!(rows));
        }
    };
    keep(ABOVE, 0, header);
    if let Some(tags) = tags {
        keep(BETWEEN, header + 1, tags);
        members.insert(TAGS.to_owned(), json!(sheet.rows.get(tags)));
    }
    let first = tags.unwrap_or(header) + 1;
    let rows = sheet.rows.get(first..).unwrap_or_default();
    let is_filled = |row: &Vec<String>| row.iter().skip(width).any(|cell| !cell.trim().is_empty());
    if rows.iter().any(is_filled) {
        members.insert(WIDTH.to_owned(), json!(width));
    }
    let mut of_collection = None;
    for row in rows {
        let (feature, collection) = feature(&labels, &keys, row);
        of_collection = of_collection.or(collection);
        features.extend(feature);
    }
    match of_collection {
        // It was GeoJSON before, and its columns are as they are made of it.
        Some(Value::Object(own)) => members.extend(own),
        _ => {
            members.insert(COLUMNS.to_owned(), json!(labels));
        }
    }
    members.insert("features".to_owned(), Value::Array(features));
    Value::Object(members)
}

fn are_tags(row: &[String]) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.trim().is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| cell.trim().starts_with('#'))
}

/// The feature of a row, and the members of the collection if they are in it.
fn feature(labels: &[String], keys: &[String], row: &[String]) -> (Option<Value>, Option<Value>) {
    let cell = |index: usize| row.get(index).map_or("", |cell| unguarded(cell));
    let at = |name: &str| labels.iter().position(|label| label == name);
    let mut kept = at(REST).and_then(|index| rest::parsed(cell(index))).unwrap_or_default();
    let of_collection = kept.remove("collection");
    if kept.remove("no_feature").is_some() {
        return (None, of_collection);
    }
    if let Some(raw) = kept.remove("raw") {
        return (Some(raw), of_collection);
    }
    let is_kept = of_collection.is_some() || !kept.is_empty();
    let mut feature = Map::new();
    feature.insert("type".to_owned(), json!("Feature"));
    let mut properties = Map::new();
    let mut geometry = None;
    for (index, key) in keys.iter().enumerate() {
        let text = cell(index);
        if text.is_empty() {
            continue;
        }
        match labels.get(index).map(String::as_str) {
            Some(ID) if key == ID => {
                feature.insert(ID.to_owned(), json!(text));
            }
            Some(GEOMETRY) if key == GEOMETRY => match rest::parsed(text) {
                Some(shape) => geometry = Some(Value::Object(shape)),
                None => {
                    properties.insert(key.clone(), json!(text));
                }
            },
            Some(REST) if key == REST && is_kept => {}
            _ => {
                properties.insert(key.clone(), json!(text));
            }
        }
    }
    let point = rest::point(&properties);
    feature.insert(GEOMETRY.to_owned(), geometry.or(point).unwrap_or(Value::Null));
    let mut said =
        kept.remove("feature").and_then(|said| said.as_object().cloned()).unwrap_or_default();
    match said.remove("properties") {
        Some(Value::Object(mut exact)) => {
            // The id was a property, and the feature had none.
            if !said.contains_key(ID)
                && let Some(value) = exact.get_mut(ID)
            {
                let cell = feature.remove(ID);
                let cell = cell.as_ref().and_then(Value::as_str).unwrap_or_default();
                if cell != rest::shown(value, ID) {
                    *value = json!(cell);
                }
            }
            for (key, value) in exact {
                let now = properties.get(&key).and_then(Value::as_str).unwrap_or_default();
                if OWN.contains(&key.as_str())
                    || now == rest::shown(&value, &key)
                    || !keys.contains(&key)
                {
                    properties.insert(key, value);
                }
            }
            feature.insert("properties".to_owned(), Value::Object(properties));
        }
        Some(Value::Null) if properties.is_empty() => {
            feature.insert("properties".to_owned(), Value::Null);
        }
        _ => {
            feature.insert("properties".to_owned(), Value::Object(properties));
        }
    }
    for (name, value) in said {
        let is_changed = name == ID
            && feature.get(ID).and_then(Value::as_str).unwrap_or_default()
                != rest::shown(&value, ID);
        if !is_changed {
            feature.insert(name, value);
        }
    }
    (Some(Value::Object(feature)), of_collection)
}

/// Writes a collection, a feature a line.
pub(super) fn text(collection: &Value) -> String {
    let Some(members) = collection.as_object() else { return collection.to_string() };
    let mut text = String::from("{\n");
    for (name, value) in members.iter().filter(|(name, _)| *name != "features") {
        text.push_str(&format!("{}: {value},\n", Value::from(name.as_str())));
    }
    text.push_str("\"features\": [");
    let features = members.get("features").and_then(Value::as_array);
    for (place, feature) in features.into_iter().flatten().enumerate() {
        text.push_str(if place > 0 { ",\n" } else { "\n" });
        text.push_str(&feature.to_string());
    }
    text.push_str("\n]\n}\n");
    text
}
