//! Positions as other software writes them: with heights and measures that are null, or empty.

use geojson::JsonValue;

/// Takes what is no number from behind longitude and latitude (ArcGIS writes null for a measure that
/// is missing), and a point without any coordinates (RFC 7946, section 3.1).
pub(super) fn clean(feature: &mut JsonValue) {
    let Some(geometry) = feature.get_mut("geometry") else { return };
    if is_empty_point(geometry) {
        *geometry = JsonValue::Null;
    } else {
        of_geometry(geometry);
    }
}

fn of_geometry(geometry: &mut JsonValue) {
    if let Some(coordinates) = geometry.get_mut("coordinates") {
        cut(coordinates);
    }
    let parts = geometry.get_mut("geometries").and_then(JsonValue::as_array_mut);
    parts.into_iter().flatten().for_each(of_geometry);
}

fn cut(coordinates: &mut JsonValue) {
    let Some(list) = coordinates.as_array_mut() else { return };
    if list.iter().any(JsonValue::is_array) {
        list.iter_mut().for_each(cut);
    } else if list.iter().skip(2).any(|ordinate| !ordinate.is_number()) {
        list.truncate(2);
    }
}

fn is_empty_point(geometry: &JsonValue) -> bool {
    let is_point = geometry.get("type").and_then(JsonValue::as_str) == Some("Point");
    let coordinates = geometry.get("coordinates");
    let is_empty = match coordinates {
        Some(JsonValue::Array(list)) => list.iter().take(2).all(JsonValue::is_null),
        other => other.is_some_and(JsonValue::is_null),
    };
    is_point && is_empty
}
