//! A feature collection as a sheet.

use std::collections::BTreeSet;

use enforcement_map::load::{Column, Layer, Sheet, layer_of_json};
use enforcement_map::model::guarded;
use serde_json::{Map, Value, json};

use super::rest::{self, ABOVE, BETWEEN, COLUMNS, GEOMETRY, ID, OF_SHEET, OWN, REST, TAGS, WIDTH};

/// Makes a sheet of a collection.
///
/// # Errors
/// What is wrong with it.
pub(super) fn sheet(collection: &Value) -> Result<Sheet, String> {
    let sheet = made(collection, false)?;
    // What comes back otherwise than it went, such as a property with the name of a column that
    // has another meaning, is kept whole: it can be read less well, and nothing is lost.
    if super::to_geojson::collection(&sheet) == *collection {
        Ok(sheet)
    } else {
        made(collection, true)
    }
}

fn made(collection: &Value, is_raw: bool) -> Result<Sheet, String> {
    let members = collection.as_object().ok_or("this is JSON, but no GeoJSON")?;
    let kind = members.get("type").and_then(Value::as_str);
    let features = members.get("features").and_then(Value::as_array);
    let (Some("FeatureCollection"), Some(features)) = (kind, features) else {
        return Err("this is no GeoJSON feature collection (RFC 7946, section 3.3)".to_owned());
    };
    let given = columns(members.get(COLUMNS)).filter(|labels| !labels.is_empty() && !is_raw);
    let labels = match &given {
        Some(labels) => labels.clone(),
        None => labels(members, features),
    };
    let keys = rest::keys(&labels);
    let mut of_collection: Map<String, Value> = members.clone();
    for name in ["type", "features"] {
        of_collection.remove(name);
    }
    let mut of_sheet = Map::new();
    if given.is_some() {
        of_collection.remove(COLUMNS);
        for name in OF_SHEET {
            if let Some(value) = of_collection.remove(name) {
                of_sheet.insert(name.to_owned(), value);
            }
        }
    }
    let rows: Vec<(Vec<String>, Map<String, Value>)> =
        features.iter().map(|feature| row(feature, &labels, &keys, is_raw)).collect();
    // Sheets that were made into GeoJSON have nothing that their cells do not hold.
    let mut kept: Vec<Map<String, Value>> = rows.iter().map(|(_, kept)| kept.clone()).collect();
    let is_foreign = !of_collection.is_empty() || given.is_none();
    let needs_rest = kept.iter().any(|kept| !kept.is_empty()) || is_foreign;
    let mut rows: Vec<Vec<String>> = rows.into_iter().map(|(cells, _)| cells).collect();
    if is_foreign {
        if let Some(given) = &given {
            of_collection.insert(COLUMNS.to_owned(), json!(given));
        }
        of_collection.extend(std::mem::take(&mut of_sheet));
    }
    let mut labels = labels;
    if needs_rest {
        if is_foreign && rows.is_empty() {
            rows.push(vec![String::new(); labels.len()]);
            kept.push([("no_feature".to_owned(), json!(true))].into_iter().collect());
        }
        if let (true, Some(first)) = (is_foreign, kept.first_mut()) {
            first.insert("collection".to_owned(), Value::Object(of_collection));
        }
        let at = labels.iter().position(|label| label == REST);
        if at.is_none() {
            labels.push(REST.to_owned());
        }
        for (row, kept) in rows.iter_mut().zip(kept) {
            let text =
                if kept.is_empty() { String::new() } else { Value::Object(kept).to_string() };
            match at.and_then(|at| row.get_mut(at)) {
                Some(cell) => *cell = text,
                None => row.push(text),
            }
        }
    }
    let table = |name: &str| {
        let rows = of_sheet.get(name).and_then(Value::as_array);
        rows.into_iter().flatten().filter_map(|row| columns(Some(row))).collect::<Vec<_>>()
    };
    let width = of_sheet.get(WIDTH).and_then(Value::as_u64).and_then(|width| width.try_into().ok());
    if let Some(width) = width {
        labels.truncate(width);
    }
    let mut all = table(ABOVE);
    all.push(labels);
    all.extend(table(BETWEEN));
    all.extend(columns(of_sheet.get(TAGS)));
    all.extend(rows);
    for cell in all.iter_mut().flatten() {
        *cell = guarded(cell).into_owned();
    }
    Ok(Sheet { rows: all })
}

fn columns(member: Option<&Value>) -> Option<Vec<String>> {
    member?.as_array()?.iter().map(|label| label.as_str().map(str::to_owned)).collect()
}

/// The columns for some features: `id`, those that are known in their order, the others, the shape.
fn labels(members: &Map<String, Value>, features: &[Value]) -> Vec<String> {
    let properties = features.iter().filter_map(|feature| feature.get("properties")?.as_object());
    let mut names: BTreeSet<&str> = properties.flat_map(Map::keys).map(String::as_str).collect();
    for name in OWN.into_iter().chain([""]) {
        names.remove(name);
    }
    let mut labels = vec![ID.to_owned()];
    let layer = match layer_of_json(members, features.iter()) {
        Layer::Flows => Layer::Flows,
        _ => Layer::Actions,
    };
    for column in Column::of(layer) {
        let own: Vec<&str> = names
            .iter()
            .copied()
            .filter(|name| name.split(':').next() == Some(column.name))
            .collect();
        for name in own {
            names.remove(name);
            labels.push(name.to_owned());
        }
    }
    labels.extend(names.into_iter().map(str::to_owned));
    let has_shape = |feature: &Value| feature.get(GEOMETRY).is_some_and(Value::is_object);
    if features.iter().any(has_shape) {
        labels.push(GEOMETRY.to_owned());
    }
    labels
}

/// The cells of a feature, and what they do not say.
fn row(
    feature: &Value,
    labels: &[String],
    keys: &[String],
    is_raw: bool,
) -> (Vec<String>, Map<String, Value>) {
    let raw = || {
        let kept = [("raw".to_owned(), feature.clone())].into_iter().collect();
        (vec![String::new(); labels.len()], kept)
    };
    let Some(members) = feature.as_object().filter(|_| !is_raw) else { return raw() };
    let none = Map::new();
    let properties = match members.get("properties") {
        Some(Value::Object(properties)) => properties,
        Some(Value::Null) | None => &none,
        Some(_) => return raw(),
    };
    let is_feature = members.get("type").and_then(Value::as_str) == Some("Feature");
    if !is_feature || !members.contains_key("properties") {
        return raw();
    }
    let mut cells = Vec::new();
    let mut exact = Map::new();
    let mut said = Map::new();
    for (label, key) in labels.iter().zip(keys) {
        let value = match label.as_str() {
            ID if key == ID => members.get(ID).or(properties.get(ID)),
            GEOMETRY if key == GEOMETRY => {
                members.get(GEOMETRY).filter(|shape| shape.is_object()).or(properties.get(GEOMETRY))
            }
            _ => properties.get(key),
        };
        cells.push(value.map(|value| rest::shown(value, key).into_owned()).unwrap_or_default());
    }
    for (key, value) in properties {
        let at = keys.iter().position(|other| other == key);
        let label = at.and_then(|at| labels.get(at));
        let is_own = label.is_some_and(|label| OWN.contains(&label.as_str()) && label == key);
        let was_text = match key.as_str() {
            // A text in the column `geometry` that is no shape, and in `geojson` that is nothing.
            GEOMETRY => {
                is_own
                    && !members.get(GEOMETRY).is_some_and(Value::is_object)
                    && value.as_str().is_some_and(|text| rest::parsed(text).is_none())
            }
            REST => is_own && value.as_str().is_some_and(|text| rest::parsed(text).is_none()),
            _ => !is_own,
        };
        let is_plain = value.as_str().is_some_and(|text| !text.is_empty());
        if !(at.is_some() && is_plain && was_text) {
            exact.insert(key.clone(), value.clone());
        }
    }
    match members.get("properties") {
        Some(Value::Null) => {
            said.insert("properties".to_owned(), Value::Null);
        }
        _ if !exact.is_empty() => {
            said.insert("properties".to_owned(), Value::Object(exact));
        }
        _ => {}
    }
    // What a reader of the cells would take for the shape.
    let has_column = labels.iter().any(|label| label == GEOMETRY);
    let found = match members.get(GEOMETRY) {
        Some(shape @ Value::Object(_)) if has_column => Some(shape.clone()),
        _ => rest::point(&texts(properties)),
    };
    if members.get(GEOMETRY) != Some(&found.unwrap_or(Value::Null)) {
        match members.get(GEOMETRY) {
            Some(shape) => {
                said.insert(GEOMETRY.to_owned(), shape.clone());
            }
            None => return raw(),
        }
    }
    let point = rest::point(&texts(properties));
    if has_column && point.is_some() && members.get(GEOMETRY) == point.as_ref() {
        // The two columns say it.
        if let Some(cell) =
            labels.iter().position(|label| label == GEOMETRY).and_then(|at| cells.get_mut(at))
        {
            cell.clear();
        }
    }
    for (name, value) in members {
        // Where there is a property `id` as well, the cell alone could be either.
        let is_plain_id = name == ID
            && !properties.contains_key(ID)
            && value.as_str().is_some_and(|id| !id.is_empty())
            && labels.iter().any(|label| label == ID);
        if !["type", "properties", GEOMETRY].contains(&name.as_str()) && !is_plain_id {
            said.insert(name.clone(), value.clone());
        }
    }
    let mut kept = Map::new();
    if !said.is_empty() {
        kept.insert("feature".to_owned(), Value::Object(said));
    }
    (cells, kept)
}

/// The properties as cells will show them.
fn texts(properties: &Map<String, Value>) -> Map<String, Value> {
    properties.iter().map(|(name, value)| (name.clone(), json!(rest::shown(value, name)))).collect()
}
