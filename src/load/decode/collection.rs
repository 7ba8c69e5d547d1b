//! A feature collection, read feature by feature, so that a broken one does not affect the others.

use geojson::{Feature, JsonObject, JsonValue};

use super::feature_error;
use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::load::fields::{Fields, Names, Values, local_text};
use crate::load::mode::{LENIENT, say, words};
use crate::model::LocalizedText;

/// A GeoJSON feature collection (RFC 7946, section 3.3).
pub(crate) struct Collection {
    pub(crate) layer: Layer,
    pub(crate) source: String,
    /// With the feature's number in the file, from 1.
    features: Vec<(usize, Feature)>,
    /// Foreign members (RFC 7946, section 6.1).
    members: JsonObject,
    /// What the names of the properties stand for.
    names: Names,
}

impl Collection {
    /// Reads the features of a decoded collection. Those that are not well formed become
    /// diagnostics, the others are kept.
    pub(crate) fn from_object(
        layer: Layer,
        source: &str,
        mut object: JsonObject,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let features = Self::take_features(layer, source, &mut object, diagnostics)?;
        let numbered = (1..).zip(features).collect();
        Some(Self::of_features(layer, source, numbered, object, diagnostics))
    }

    /// Takes the features out of a decoded collection.
    pub(super) fn take_features(
        layer: Layer,
        source: &str,
        object: &mut JsonObject,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Vec<JsonValue>> {
        let kind = object.get("type").and_then(JsonValue::as_str);
        let is_collection = kind == Some("FeatureCollection");
        // Taken, not removed: removing an entry from a map adds 2 kB of WebAssembly.
        let features = object.get_mut("features").map(JsonValue::take);
        if let (true, Some(JsonValue::Array(values))) = (is_collection, features) {
            return Some(values);
        }
        diagnostics.push(Diagnostic::of_file(
            layer,
            source,
            Code::NotGeoJson,
            words("this is JSON, but not a GeoJSON feature collection"),
            words(
                "the file must be an object with \"type\": \"FeatureCollection\" and a list \
                 \"features\" (RFC 7946, section 3.3)",
            ),
        ));
        None
    }

    /// Reads features, each with its number in the file, and the other members of a collection.
    pub(super) fn of_features(
        layer: Layer,
        source: &str,
        values: Vec<(usize, JsonValue)>,
        members: JsonObject,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut features = Vec::new();
        for (number, value) in values {
            let id = value.get("id").and_then(JsonValue::as_str).map(str::to_owned);
            let shown = LENIENT.then(|| value.clone());
            match serde_json::from_value::<Feature>(value) {
                Ok(feature) => features.push((number, feature)),
                Err(error) => {
                    let rest = shown.as_ref().filter(|_| LENIENT);
                    let rest = rest.and_then(|shown| without_shape(layer, shown, &members));
                    let code = if rest.is_some() { Code::PointUnused } else { Code::FeatureBad };
                    features.extend(rest.map(|feature| (number, feature)));
                    let (message, remedy) = match &shown {
                        Some(shown) if LENIENT => feature_error::explain(shown, &error),
                        _ => (String::new(), ""),
                    };
                    diagnostics.push(Diagnostic {
                        feature: Some(number),
                        id,
                        ..Diagnostic::of_file(layer, source, code, message, remedy)
                    });
                }
            }
        }
        Self {
            layer,
            source: source.to_owned(),
            names: Names::of_features(layer, features.iter().map(|(_, feature)| feature), &members),
            features,
            members,
        }
    }

    pub(crate) fn features(&self) -> impl Iterator<Item = Fields<'_>> {
        let all = self.features.iter().map(|(number, feature)| Fields {
            layer: self.layer,
            source: &self.source,
            number: *number,
            values: Values::of_feature(feature, &self.names),
        });
        all.filter(|fields| !LENIENT || !fields.values.is_blank())
    }

    /// Says that flows have no kind, where it is not certain that they are deportations.
    #[cfg(feature = "sheets")]
    pub(super) fn kind_assumed(&self) -> Option<Diagnostic> {
        self.names.kind_assumed(self.layer, &self.source)
    }

    pub(crate) fn member(&self, name: &str) -> Option<&JsonValue> {
        self.members.get(name)
    }

    pub(crate) fn local_text(&self, name: &str) -> Option<LocalizedText> {
        Some(local_text(&self.members, name)).filter(|text| !text.is_empty())
    }
}

/// A record whose shape is broken and which says in words where it is: the shape is not needed.
fn without_shape(layer: Layer, feature: &JsonValue, members: &JsonObject) -> Option<Feature> {
    let mut feature = feature.clone();
    *feature.get_mut("geometry")? = JsonValue::Null;
    let feature: Feature = serde_json::from_value(feature).ok()?;
    let names = Names::of_features(layer, std::iter::once(&feature), members);
    let has = |field: &str| Values::of_feature(&feature, &names).text(field).is_some();
    let is_placed = match layer {
        Layer::Actions => has("place") || (has("lat") && has("lon")),
        Layer::Flows => true,
        _ => false,
    };
    is_placed.then_some(feature)
}

/// Whether JSON was given up since it is nested too deep.
pub(super) fn is_nested(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("recursion limit")
}

/// The JSON object that was read, if it is one.
pub(crate) fn object_of(
    layer: Layer,
    source: &str,
    read: serde_json::Result<JsonValue>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<JsonObject> {
    match read {
        Ok(JsonValue::Object(object)) => Some(object),
        Ok(_) => Some(JsonObject::new()),
        Err(error) => {
            diagnostics.push(Diagnostic::of_file(
                layer,
                source,
                Code::NotJson,
                say!("this is not JSON: {error}"),
                words(if error.is_eof() {
                    "the file ends too early: it was not saved or sent as a whole"
                } else if LENIENT && is_nested(&error) {
                    "lists and objects are nested more than 127 deep there; take that property out"
                } else {
                    "look there and shortly before; a comma, a quote or a bracket is missing or too many"
                }),
            ));
            None
        }
    }
}
