//! JSON that is no GeoJSON, by name.

use geojson::JsonValue;

use super::layer::GEOMETRIES;
use super::signature::Unread;

/// What some JSON is, where it is known and not read.
pub(super) fn of(value: &JsonValue) -> Option<Unread> {
    let unread = |what: &str, remedy: &str| {
        Some(Unread { what: what.to_owned(), remedy: remedy.to_owned() })
    };
    let has = |name: &str| value.get(name).is_some();
    let text = |name: &str| value.get(name).and_then(JsonValue::as_str);
    if let JsonValue::Array(list) = value {
        let is_feature =
            |one: &JsonValue| one.get("type").and_then(JsonValue::as_str) == Some("Feature");
        let is_record = |one: &JsonValue| one.is_object() && !is_feature(one);
        return match list.first() {
            Some(first) if is_feature(first) => unread(
                "a list of features without a collection around it",
                "write {\"type\": \"FeatureCollection\", \"features\": before it, and } behind it",
            ),
            Some(first) if is_record(first) => {
                unread("a list of records in JSON", "save it as CSV, with one row for each record")
            }
            _ => None,
        };
    }
    if text("type").is_some_and(is_geojson) {
        return None;
    }
    let first = value.pointer("/features/0");
    let is_esri = first.is_some_and(|first| first.get("attributes").is_some())
        || has("geometryType")
        || (has("spatialReference") && has("features"))
        || has("rings") && has("spatialReference");
    if is_esri {
        return unread(
            "JSON of Esri, which is no GeoJSON",
            "ask the server for f=geojson instead of f=json; or convert the file: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson {file}",
        );
    }
    if has("currentVersion") && (has("layers") || has("fields") || has("capabilities")) {
        return unread(
            "the description of a service of ArcGIS instead of its data",
            "add /query?where=1=1&outFields=*&f=geojson to the address of the layer",
        );
    }
    if has("elements") && (has("osm3s") || has("generator")) {
        return unread(
            "an answer of Overpass (OpenStreetMap), which is no GeoJSON",
            "export it as GeoJSON from overpass-turbo.eu; or convert it: osmtogeojson {file} > out.geojson",
        );
    }
    if has("log") && value.pointer("/log/entries").is_some() {
        return unread("a record of a browser's requests (HAR)", "give the file itself");
    }
    let said = [
        value.pointer("/error/message"),
        value.pointer("/error_description"),
        value.get("message"),
        value.get("error"),
        value.get("detail"),
    ];
    if let Some(said) = said.into_iter().flatten().find_map(JsonValue::as_str)
        && !has("features")
    {
        let said: String = said.chars().take(80).collect();
        return unread(
            &format!("a message of a server (\"{said}\") instead of the file"),
            "check the address, and who may read the file",
        );
    }
    // {"data": {"type": "FeatureCollection", ...}}
    let inner = value
        .as_object()?
        .iter()
        .find(|(_, inner)| inner.get("type").and_then(JsonValue::as_str).is_some_and(is_geojson));
    inner.and_then(|(name, _)| {
        unread(
            &format!("an object with a map in its member \"{name}\""),
            &format!("give what stands in \"{name}\" as a file of its own"),
        )
    })
}

/// Whether this is the type of a GeoJSON object (RFC 7946, section 1.4) or of TopoJSON.
fn is_geojson(kind: &str) -> bool {
    ["FeatureCollection", "Feature", "Topology"].contains(&kind) || GEOMETRIES.contains(&kind)
}
