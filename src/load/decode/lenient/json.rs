//! Opens JSON: GeoJSON in all its forms, also as a feature a line, and TopoJSON.

use geojson::{JsonObject, JsonValue};

use super::format::text_of;
use super::layer::{as_collection, layer_of_json};
use super::{command, foreign, positions, reference_system, salvage, topology, words};
use crate::load::decode::collection::{Collection, is_nested, object_of};
use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::load::text::{Text, first_broken};

/// Features with their numbers in the file, from 1.
pub(super) type Numbered = Vec<(usize, JsonValue)>;

/// Opens a file that begins as JSON does.
pub(super) fn open(
    layer: Option<Layer>,
    source: &str,
    bytes: &[u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Collection> {
    let (mut features, members) = read(layer, source, bytes, diagnostics)?;
    let layer =
        layer.unwrap_or_else(|| layer_of_json(&members, features.iter().map(|(_, one)| one)));
    if !reference_system::is_read(layer, source, &members, &features, diagnostics) {
        return None;
    }
    features.iter_mut().for_each(|(_, feature)| positions::clean(feature));
    positions::turn(layer, source, &mut features, diagnostics);
    Some(Collection::of_features(layer, source, features, members, diagnostics))
}

/// The feature collection in some JSON, in any form that is read, with all that it holds: for
/// `convert`. `None`, with diagnostics, where there is none.
///
/// ```
/// use enforcement_map::load::collection_of_json;
/// let mut said = Vec::new();
/// let cut = br#"{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a"}, {"typ"#;
/// let collection = collection_of_json("actions.geojson", cut, &mut said);
/// assert_eq!(collection.unwrap()["features"][0]["id"], "a");
/// assert_eq!(said.len(), 1);
/// ```
#[must_use]
pub fn collection_of_json(
    source: &str,
    bytes: &[u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<JsonValue> {
    let (features, mut members) = read(None, source, bytes, diagnostics)?;
    let features = features.into_iter().map(|(_, feature)| feature).collect();
    members.insert("type".to_owned(), "FeatureCollection".into());
    members.insert("features".to_owned(), JsonValue::Array(features));
    Some(JsonValue::Object(members))
}

/// The features and the other members of a file.
fn read(
    layer: Option<Layer>,
    source: &str,
    bytes: &[u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Numbered, JsonObject)> {
    let usual = layer.unwrap_or(Layer::Actions);
    let mut bytes = bytes;
    // Programs that add a byte order mark do so to files that have one, too.
    while let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        bytes = rest;
    }
    let text;
    if std::str::from_utf8(bytes).is_err() {
        text = text_of(bytes);
        diagnostics.push(encoding(usual, source, bytes));
        bytes = text.as_bytes();
    }
    let mut parse = words::Parser::default();
    let (features, members) = match parse.value(bytes) {
        Ok(value) => whole(layer, source, value, diagnostics)?,
        Err(error) => match lines(usual, source, bytes, &mut parse, diagnostics) {
            Some(features) => (features, JsonObject::new()),
            None => {
                one_by_one(usual, source, bytes, &error, &mut parse, diagnostics).or_else(|| {
                    object_of(usual, source, Err(error), diagnostics);
                    None
                })?
            }
        },
    };
    diagnostics.extend(parse.said(usual, source));
    Some((features, members))
}

/// The features of a collection that is no JSON as a whole. What is broken is said.
fn one_by_one(
    layer: Layer,
    source: &str,
    bytes: &[u8],
    error: &serde_json::Error,
    parse: &mut words::Parser,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Numbered, JsonObject)> {
    if !is_collection(bytes) {
        return None;
    }
    parse.line = 0;
    let text = parse.without_words(bytes);
    let salvage::Salvaged { features, members, broken } = salvage::collection(&text)?;
    let of_file = |code, message: String, remedy: &str| {
        Diagnostic::of_file(layer, source, code, message, remedy)
    };
    if broken.is_empty() {
        diagnostics.push(of_file(
            Code::JsonMended,
            format!("this is not JSON: {error}; the features were read one by one, and none is broken"),
            "mend it there or shortly before: most likely a comma between two features is missing, or a bracket at the end",
        ));
    }
    for one in broken {
        let (message, remedy) = if one.is_cut {
            (
                format!(
                    "the file ends too early, in the feature that begins in line {}: what came from there on is missing",
                    one.line
                ),
                "take the file from the original again: it was not saved or sent as a whole",
            )
        } else {
            (
                format!(
                    "the feature that begins in line {} of the file is broken: this is not JSON: {error}",
                    one.line
                ),
                if is_nested(error) {
                    "its lists and objects are nested more than 127 deep; take that property out; the other features are read"
                } else {
                    "mend it: a comma, a quote or a bracket is missing or too many; the other features are read"
                },
            )
        };
        let feature = Some(one.number);
        diagnostics.push(Diagnostic { feature, ..of_file(Code::FeatureBad, message, remedy) });
    }
    Some((features, members))
}

/// The features and the other members of a file that is JSON as a whole.
fn whole(
    layer: Option<Layer>,
    source: &str,
    value: JsonValue,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Numbered, JsonObject)> {
    let usual = layer.unwrap_or(Layer::Actions);
    if let Some(unread) = foreign::of(&value) {
        let message = format!("this is {}, and is not read", unread.what);
        let code = Code::FormatUnread;
        let remedy = command::with_name(&unread.remedy, source);
        diagnostics.push(Diagnostic::of_file(usual, source, code, message, remedy));
        return None;
    }
    let mut object = object_of(usual, source, Ok(value), diagnostics)?;
    if object.get("type").and_then(JsonValue::as_str) == Some("Topology") {
        object = topology::open(layer, source, &object, diagnostics)?;
    }
    let mut object = as_collection(object);
    let features = Collection::take_features(usual, source, &mut object, diagnostics)?;
    Some(((1..).zip(features).collect(), object))
}

/// What is said of JSON that is not UTF-8: which letters cannot be read, or how it was read.
fn encoding(layer: Layer, source: &str, bytes: &[u8]) -> Diagnostic {
    let (mut reader, mut out) = (bytes, Vec::new());
    let mut text = Text::new(&mut reader);
    while text.read_into(&mut out).unwrap_or(false) {}
    let diagnostic = |code, message: String, remedy: &str| {
        Diagnostic::of_file(layer, source, code, message, remedy)
    };
    if let Some(guess) = text.guess_in_words() {
        return diagnostic(
            Code::EncodingGuessed,
            format!("JSON must be UTF-8 (RFC 8259, section 8.1); {guess}"),
            "save it as UTF-8 if these letters look wrong",
        );
    }
    if text.broken > 0 {
        let place = first_broken(&out).map_or(String::new(), |(line, column)| {
            format!("; the first is in line {line}, column {column}")
        });
        return diagnostic(
            Code::EncodingBroken,
            format!("bytes that are no UTF-8 are shown as \u{fffd}{place}"),
            "open the original and save it as UTF-8",
        );
    }
    diagnostic(
        Code::EncodingRead,
        "the text is not UTF-8, as JSON must be (RFC 8259, section 8.1), and was read all the same"
            .to_owned(),
        "save it as UTF-8",
    )
}

/// GeoJSON text sequences, one feature a line (RFC 8142). A line that is broken is said, and the
/// others are kept.
fn lines(
    layer: Layer,
    source: &str,
    bytes: &[u8],
    parse: &mut words::Parser,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Numbered> {
    // With record separators (section 2.1) a feature may have several lines.
    let is_separated = bytes.trim_ascii_start().first() == Some(&0x1e);
    let separator = if is_separated { 0x1e } else { b'\n' };
    let (mut features, mut broken) = (Vec::new(), Vec::new());
    let (mut number, mut line) = (0, 1);
    for text in bytes.split(|byte| *byte == separator) {
        let first_line = line;
        line += text.iter().filter(|byte| **byte == b'\n').count() + usize::from(!is_separated);
        let trimmed = text.trim_ascii();
        let text = trimmed.strip_prefix(b"\x1e").unwrap_or(trimmed);
        if text.is_empty() {
            continue;
        }
        number += 1;
        parse.line = first_line;
        match parse.value(text) {
            Ok(value) if value.get("type").and_then(JsonValue::as_str) == Some("Feature") => {
                features.push((number, value));
            }
            Ok(_) if features.is_empty() && broken.is_empty() => return None,
            Ok(_) => broken.push((number, first_line, "it is no feature".to_owned())),
            // The first line of a collection that is written a feature a line.
            Err(_) if is_collection(text) => return None,
            Err(error) if error.is_eof() => {
                broken.push((number, first_line, "it ends too early".to_owned()));
            }
            Err(error) => {
                let (line, column) = (first_line + error.line() - 1, error.column());
                let what = format!("it is no JSON (line {line}, column {column})");
                broken.push((number, first_line, what));
            }
        }
    }
    if features.is_empty() {
        return None;
    }
    for (number, line, what) in broken {
        diagnostics.push(Diagnostic {
            feature: Some(number),
            ..Diagnostic::of_file(
                layer,
                source,
                Code::FeatureBad,
                format!("line {line} of the file is not a GeoJSON feature: {what}"),
                "mend this line, or take it from the original again; the other lines are read",
            )
        });
    }
    Some(features)
}

fn is_collection(text: &[u8]) -> bool {
    let name = b"\"FeatureCollection\"";
    text.windows(name.len()).any(|part| part == name)
}
