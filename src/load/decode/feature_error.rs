//! Why an object is not a GeoJSON feature, in words.

use geojson::JsonValue;

/// What is wrong, and what to do.
pub(super) fn explain(value: &JsonValue, error: &serde_json::Error) -> (String, &'static str) {
    let what = |value: Option<&JsonValue>| match value {
        None => "missing".to_owned(),
        Some(JsonValue::Null) => "null".to_owned(),
        Some(JsonValue::Array(_)) => "a list".to_owned(),
        Some(JsonValue::Object(_)) => "an object".to_owned(),
        Some(other) => other.to_string(),
    };
    let Some(members) = value.as_object() else {
        return (
            format!("a feature is expected here, and there is {}", what(Some(value))),
            "remove it, or write an object with \"type\": \"Feature\" (RFC 7946, section 3.2)",
        );
    };
    if members.get("type").and_then(JsonValue::as_str) != Some("Feature") {
        return (
            format!(
                "the member \"type\" is {}, and must be \"Feature\"",
                what(members.get("type"))
            ),
            "write \"type\": \"Feature\" (RFC 7946, section 3.2)",
        );
    }
    let properties = members.get("properties");
    if properties.is_some_and(|value| !value.is_object() && !value.is_null()) {
        return (
            format!(
                "the member \"properties\" is {}, and must be an object or null",
                what(properties)
            ),
            "see RFC 7946, section 3.2",
        );
    }
    let geometry = members.get("geometry");
    if geometry.is_some_and(|value| !value.is_object() && !value.is_null()) {
        return (
            format!("the member \"geometry\" is {}, and must be an object or null", what(geometry)),
            "see RFC 7946, section 3.2",
        );
    }
    let coordinates = geometry.and_then(|geometry| geometry.get("coordinates"));
    if let Some(text) = coordinates.and_then(first_text) {
        return (
            format!("the coordinate \"{text}\" is a text, and must be a number"),
            "write it without quotes, with a point for decimals (RFC 7946, section 3.1.1)",
        );
    }
    if coordinates.is_some_and(has_null) {
        return (
            "a coordinate is null, where a longitude or a latitude is expected".to_owned(),
            "write the number, or \"geometry\": null where the position is not known (RFC 7946, section 3.1.1)",
        );
    }
    if geometry.is_some_and(JsonValue::is_object) && coordinates.is_none() {
        let kind = geometry.and_then(|geometry| geometry.get("type"));
        return (
            format!("the geometry ({}) has no \"coordinates\"", what(kind)),
            "give it coordinates, or write \"geometry\": null where there is none (RFC 7946, section 3.1)",
        );
    }
    (format!("this is not a GeoJSON feature: {error}"), "see RFC 7946, sections 3.1 and 3.2")
}

fn has_null(coordinates: &JsonValue) -> bool {
    match coordinates {
        JsonValue::Null => true,
        JsonValue::Array(all) => all.iter().any(has_null),
        _ => false,
    }
}

fn first_text(coordinates: &JsonValue) -> Option<&str> {
    match coordinates {
        JsonValue::String(text) => Some(text),
        JsonValue::Array(all) => all.iter().find_map(first_text),
        _ => None,
    }
}
