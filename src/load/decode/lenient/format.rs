//! The format of a file, recognised by its bytes: file names and media types are often wrong.

use std::io::{Cursor, Read};

use geojson::{JsonObject, JsonValue};

use super::opened::Opened;
use super::table::Table;
use super::topology;
use crate::load::decode::collection::{Collection, object};
use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::load::text::Text;

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Sheet,
    Empty,
    /// Something else, with its name.
    Other(&'static str),
}

impl Format {
    /// Recognises it by the first bytes.
    pub(crate) fn of(start: &[u8]) -> Self {
        let known: [(&[u8], &str); 7] = [
            (b"PK\x03\x04", "an Excel or other workbook, or an archive"),
            (b"\xd0\xcf\x11\xe0", "an Excel workbook of an old version"),
            (b"%PDF", "a PDF"),
            (b"\x1f\x8b", "compressed with gzip"),
            (b"\x89PNG", "a picture"),
            (b"SQLite", "a database"),
            (b"{\\rtf", "a text document (RTF)"),
        ];
        if let Some((_, name)) = known.iter().find(|(magic, _)| start.starts_with(magic)) {
            return Self::Other(name);
        }
        let text = text_of(start);
        let text = text.trim_start();
        let lower: String = text.chars().take(200).collect::<String>().to_lowercase();
        match () {
            () if text.is_empty() => Self::Empty,
            () if text.starts_with(['{', '[']) => Self::Json,
            () if lower.starts_with("<!doctype") || lower.starts_with("<html") => {
                Self::Other("a web page")
            }
            () if lower.starts_with('<') && lower.contains("<kml") => Self::Other("KML"),
            () if lower.starts_with("<?xml") => Self::Other("XML"),
            () => Self::Sheet,
        }
    }
}

fn text_of(bytes: &[u8]) -> String {
    let mut reader = Cursor::new(bytes);
    let mut text = Text::new(&mut reader);
    let mut out = Vec::new();
    // Reading from memory does not fail.
    while text.read_into(&mut out).unwrap_or(false) {}
    String::from_utf8(out).unwrap_or_default()
}

/// Opens a file of any format. `layer` is what it should hold; without one, its content decides.
/// `start` are its first bytes, which `reader` gives again.
pub(crate) fn open<'a>(
    layer: Option<Layer>,
    source: &str,
    start: &[u8],
    reader: &'a mut dyn Read,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Opened<'a>> {
    let usual = layer.unwrap_or(Layer::Actions);
    let of_file = |code, message: String, remedy: &str| {
        Diagnostic::of_file(usual, source, code, message, remedy)
    };
    match Format::of(start) {
        Format::Empty => {
            diagnostics.push(of_file(
                Code::FileEmpty,
                "the file is empty".to_owned(),
                "export it again from where it is kept",
            ));
            None
        }
        Format::Other(name) => {
            diagnostics.push(of_file(
                Code::FormatUnread,
                format!("this is {name}, which is not read"),
                match name {
                    "a web page" => "take the address of the file itself, not of a page about it",
                    _ => "save the sheet as \"CSV UTF-8\", or the map as GeoJSON",
                },
            ));
            None
        }
        Format::Json => {
            let mut bytes = Vec::new();
            if let Err(error) = reader.read_to_end(&mut bytes) {
                diagnostics.push(of_file(
                    Code::FileUnreachable,
                    format!("it could not be read ({error})"),
                    "check the file",
                ));
                return None;
            }
            json(layer, source, &bytes, diagnostics).map(Opened::Collection)
        }
        Format::Sheet if matches!(layer, Some(Layer::Provinces | Layer::Countries)) => {
            diagnostics.push(of_file(
                Code::NotJson,
                "this is a sheet, and shapes are read from GeoJSON or TopoJSON".to_owned(),
                "give the file with the boundaries",
            ));
            None
        }
        Format::Sheet => {
            Table::open(layer, source, reader, diagnostics).map(Box::new).map(Opened::Table)
        }
    }
}

fn json(
    layer: Option<Layer>,
    source: &str,
    bytes: &[u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Collection> {
    let usual = layer.unwrap_or(Layer::Actions);
    let mut bytes = bytes;
    while let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        bytes = rest;
    }
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let text;
    let bytes = if is_utf8 {
        bytes
    } else {
        text = text_of(bytes);
        diagnostics.push(Diagnostic::of_file(
            usual,
            source,
            Code::EncodingRead,
            "the text is not UTF-8, as JSON must be (RFC 8259, section 8.1), and was read all the same",
            "save it as UTF-8",
        ));
        text.as_bytes()
    };
    let mut object = match lines(bytes) {
        Some(collection) => collection,
        None => object(usual, source, bytes, diagnostics)?,
    };
    if object.get("type").and_then(JsonValue::as_str) == Some("Topology") {
        object = match topology::features(&object) {
            Ok(collection) => collection,
            Err(why) => {
                diagnostics.push(Diagnostic::of_file(
                    usual,
                    source,
                    Code::TopologyBad,
                    format!("this TopoJSON cannot be read: {why}"),
                    "export it again with one object, or as GeoJSON",
                ));
                return None;
            }
        };
    }
    let object = as_collection(object);
    let layer = layer.unwrap_or_else(|| layer_of_json(&object));
    if !reference_system(layer, source, &object, diagnostics) {
        return None;
    }
    Collection::from_object(layer, source, object, diagnostics)
}

/// GeoJSON text sequences, one feature a line (RFC 8142), as a collection.
fn lines(bytes: &[u8]) -> Option<JsonObject> {
    let lines = bytes.split(|byte| *byte == b'\n').map(|line| {
        // RFC 8142, section 2: a record separator may stand before each.
        let line = line.trim_ascii();
        line.strip_prefix(b"\x1e").unwrap_or(line)
    });
    let first = lines.clone().find(|line| !line.is_empty())?;
    let is_feature = |line: &[u8]| match serde_json::from_slice::<JsonValue>(line) {
        Ok(feature) if feature.get("type").and_then(JsonValue::as_str) == Some("Feature") => {
            Some(feature)
        }
        _ => None,
    };
    is_feature(first)?;
    let features: Option<Vec<JsonValue>> =
        lines.filter(|line| !line.is_empty()).map(is_feature).collect();
    let mut collection = JsonObject::new();
    collection.insert("type".to_owned(), "FeatureCollection".into());
    collection.insert("features".to_owned(), JsonValue::Array(features?));
    Some(collection)
}

/// A single feature or geometry is a file of its own in GeoJSON (RFC 7946, section 3).
fn as_collection(object: JsonObject) -> JsonObject {
    let kind = object.get("type").and_then(JsonValue::as_str).unwrap_or_default();
    let shapes = [
        "Point",
        "MultiPoint",
        "LineString",
        "MultiLineString",
        "Polygon",
        "MultiPolygon",
        "GeometryCollection",
    ];
    let feature = if kind == "Feature" {
        JsonValue::Object(object)
    } else if shapes.contains(&kind) {
        serde_json::json!({"type": "Feature", "properties": {}, "geometry": object})
    } else {
        return object;
    };
    let mut collection = JsonObject::new();
    collection.insert("type".to_owned(), "FeatureCollection".into());
    collection.insert("features".to_owned(), JsonValue::Array(vec![feature]));
    collection
}

/// What a feature collection holds, judged by its first features.
#[must_use]
pub fn layer_of_json(collection: &JsonObject) -> Layer {
    let none = Vec::new();
    let features = collection.get("features").and_then(JsonValue::as_array).unwrap_or(&none);
    let mut areas = 0;
    for feature in features.iter().take(20) {
        let has = |name: &str| feature.pointer(&format!("/properties/{name}")).is_some();
        if has("origin") || has("destination") || has("places") {
            return Layer::Flows;
        }
        if has("date") || has("place") || has("event_date") {
            return Layer::Actions;
        }
        let kind = feature.pointer("/geometry/type").and_then(JsonValue::as_str);
        areas += usize::from(kind.is_some_and(|kind| kind.ends_with("Polygon")));
    }
    let is_code = |feature: &JsonValue| {
        feature.get("id").and_then(JsonValue::as_str).is_some_and(|id| id.len() == 2)
            && feature.pointer("/geometry/type").and_then(JsonValue::as_str) == Some("Point")
    };
    match features.first() {
        _ if areas > 0 => Layer::Provinces,
        Some(first) if is_code(first) => Layer::Countries,
        _ => Layer::Actions,
    }
}

/// Reads the member `crs` that GeoJSON had before RFC 7946. `true` if the coordinates can be used.
fn reference_system(
    layer: Layer,
    source: &str,
    collection: &JsonObject,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let Some(crs) = collection.get("crs").filter(|crs| !crs.is_null()) else { return true };
    let name = crs.pointer("/properties/name").and_then(JsonValue::as_str).unwrap_or_default();
    let is_wgs84 =
        ["CRS84", "EPSG::4326", "EPSG:4326", "epsg:4326"].iter().any(|end| name.ends_with(end));
    let diagnostic = |code, message: String, remedy: &str| {
        Diagnostic::of_file(layer, source, code, message, remedy)
    };
    if is_wgs84 {
        diagnostics.push(diagnostic(
            Code::CrsOld,
            format!("the member \"crs\" says {name}, which GeoJSON always has"),
            "nothing needs to be done; RFC 7946, section 4, took it out",
        ));
    } else {
        let name = if name.is_empty() { "another reference system" } else { name };
        diagnostics.push(diagnostic(
            Code::CrsUnsupported,
            format!("the coordinates are in {name}"),
            "convert the file: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.geojson",
        ));
    }
    is_wgs84
}
