//! What some GeoJSON holds.

use geojson::{JsonObject, JsonValue};

use super::table;
use crate::load::diagnostic::Layer;

/// The types of geometries (RFC 7946, section 1.4).
pub(super) const GEOMETRIES: [&str; 7] = [
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
];

/// A single feature or geometry is a file of its own in GeoJSON (RFC 7946, section 3).
pub(super) fn as_collection(object: JsonObject) -> JsonObject {
    let kind = object.get("type").and_then(JsonValue::as_str).unwrap_or_default();
    let feature = if kind == "Feature" {
        JsonValue::Object(object)
    } else if GEOMETRIES.contains(&kind) {
        serde_json::json!({"type": "Feature", "properties": {}, "geometry": object})
    } else {
        return object;
    };
    let mut collection = JsonObject::new();
    collection.insert("type".to_owned(), "FeatureCollection".into());
    collection.insert("features".to_owned(), JsonValue::Array(vec![feature]));
    collection
}

/// What a feature collection holds, judged by its first features, and by the columns of the sheet
/// that it was, which are among its other members.
#[must_use]
pub fn layer_of_json<'a>(
    members: &JsonObject,
    features: impl Iterator<Item = &'a JsonValue>,
) -> Layer {
    let features: Vec<&JsonValue> = features.take(20).collect();
    let of_sheet = as_sheet(members, &features);
    let mut areas = 0;
    for feature in &features {
        let properties = feature.get("properties").and_then(JsonValue::as_object);
        let has = |wanted: &[&str]| {
            let mut names = properties.into_iter().flat_map(JsonObject::keys);
            names.any(|name| wanted.contains(&name.to_lowercase().as_str()))
        };
        let kind = feature.pointer("/geometry/type").and_then(JsonValue::as_str);
        let is_area = kind.is_some_and(|kind| kind.ends_with("Polygon"));
        if has(&["origin", "destination", "places"]) {
            return Layer::Flows;
        }
        // Boundaries of OCHA have a date, which is that of the boundaries.
        let is_record = has(&["place", "event_date", "kind", "event_type"]);
        if is_record || (has(&["date"]) && !is_area) {
            return of_sheet.unwrap_or(Layer::Actions);
        }
        areas += usize::from(is_area);
    }
    let is_code = |feature: &JsonValue| {
        feature.get("id").and_then(JsonValue::as_str).is_some_and(|id| id.len() == 2)
            && feature.pointer("/geometry/type").and_then(JsonValue::as_str) == Some("Point")
    };
    match features.first() {
        _ if areas > 0 => Layer::Provinces,
        Some(first) if is_code(first) => Layer::Countries,
        _ => of_sheet.unwrap_or(Layer::Actions),
    }
}

/// What a sheet with these columns would hold: `coo_iso` and `coa_iso`, or `from` and `to` as
/// countries, are of flows.
fn as_sheet(members: &JsonObject, features: &[&JsonValue]) -> Option<Layer> {
    let texts = |name: &str| -> Vec<String> {
        let list = members.get(name).and_then(JsonValue::as_array);
        list.into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    };
    let mut names = texts("columns");
    for feature in features {
        let properties = feature.get("properties").and_then(JsonValue::as_object);
        for name in properties.into_iter().flat_map(JsonObject::keys) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    table::layer_of(&names, &texts("tags"))
}
