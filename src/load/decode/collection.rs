//! A feature collection, feature by feature, so that a broken one takes no other with it.

use geojson::{Feature, JsonObject, JsonValue};

use crate::load::problem::say;
use crate::load::read::{Fields, Values, local_text};
use crate::load::{Code, Failure, Layer, Problem, Source};
use crate::model::LocalizedText;

/// A GeoJSON feature collection (RFC 7946, section 3.3).
pub(crate) struct Collection {
    pub(crate) layer: Layer,
    pub(crate) source: String,
    /// With the feature's number in the file, from 1.
    features: Vec<(usize, Feature)>,
    /// Foreign members (RFC 7946, section 6.1).
    members: JsonObject,
    #[cfg(feature = "sheets")]
    pub(crate) names: super::Names,
}

impl Collection {
    /// Takes the features out of a decoded collection. Those that are not well formed become
    /// problems, the others are kept.
    pub(crate) fn from_object(
        layer: Layer,
        source: &str,
        mut object: JsonObject,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let kind = object.get("type").and_then(JsonValue::as_str);
        let is_collection = kind == Some("FeatureCollection");
        // Not removed: taking entries out of a map is 2 kB more.
        let features = object.get_mut("features").map(JsonValue::take);
        let (true, Some(JsonValue::Array(values))) = (is_collection, features) else {
            problems.push(Problem::of_file(
                layer,
                source,
                Code::NotGeoJson,
                Problem::words("this is JSON, but not a GeoJSON feature collection"),
                Problem::words(
                    "the file must be an object with \"type\": \"FeatureCollection\" and a list \
                     \"features\" (RFC 7946, section 3.3)",
                ),
            ));
            return None;
        };
        let mut features = Vec::new();
        for (number, value) in (1..).zip(values) {
            let id = value.get("id").and_then(JsonValue::as_str).map(str::to_owned);
            #[cfg(feature = "sheets")]
            let shown = value.clone();
            match serde_json::from_value::<Feature>(value) {
                Ok(feature) => features.push((number, feature)),
                Err(error) => {
                    #[cfg(feature = "sheets")]
                    let (message, remedy) = super::fault::of_feature(&shown, &error);
                    #[cfg(not(feature = "sheets"))]
                    let ((message, remedy), _) = ((String::new(), ""), error);
                    problems.push(Problem {
                        feature: Some(number),
                        id,
                        ..Problem::of_file(layer, source, Code::FeatureBad, message, remedy)
                    });
                }
            }
        }
        Some(Self {
            layer,
            source: source.to_owned(),
            #[cfg(feature = "sheets")]
            names: super::property_names(layer, features.iter().map(|(_, feature)| feature)),
            features,
            members: object,
        })
    }

    pub(crate) fn features(&self) -> impl Iterator<Item = Fields<'_>> {
        self.features.iter().map(|(number, feature)| Fields {
            layer: self.layer,
            source: &self.source,
            number: *number,
            values: Values::Feature(feature),
            #[cfg(feature = "sheets")]
            names: &self.names,
        })
    }

    pub(crate) fn member(&self, name: &str) -> Option<&JsonValue> {
        self.members.get(name)
    }

    pub(crate) fn local_text(&self, name: &str) -> Option<LocalizedText> {
        Some(local_text(&self.members, name)).filter(|text| !text.is_empty())
    }
}

/// What a source held, if it could be had.
pub(crate) fn bytes<'a>(
    layer: Layer,
    source: &'a Source,
    problems: &mut Vec<Problem>,
) -> Option<&'a [u8]> {
    let failure = match &source.content {
        Ok(bytes) => return Some(bytes),
        Err(failure) => failure,
    };
    let (code, message, remedy) = match failure {
        Failure::Status(status) => (
            Code::FileStatus,
            format!("the server answered {status}"),
            "check the address, and that the file is there",
        ),
        Failure::TimedOut => (
            Code::FileTimeout,
            "the server did not answer in time".to_owned(),
            "check the server, or put the file beside the page",
        ),
        Failure::Unreachable(why) => (
            Code::FileUnreachable,
            format!("it could not be reached ({why})"),
            "check the address; from another origin the server must allow it (CORS)",
        ),
    };
    problems.push(Problem::of_file(layer, &source.name, code, message, remedy));
    None
}

/// The JSON object in some bytes.
pub(crate) fn object(
    layer: Layer,
    source: &str,
    bytes: &[u8],
    problems: &mut Vec<Problem>,
) -> Option<JsonObject> {
    // RFC 8259, section 8.1: a byte order mark may be ignored.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match serde_json::from_slice(bytes) {
        Ok(JsonValue::Object(object)) => Some(object),
        Ok(_) => Some(JsonObject::new()),
        Err(error) => {
            problems.push(Problem::of_file(
                layer,
                source,
                Code::NotJson,
                say!("this is not JSON: {error}"),
                Problem::words(if error.is_eof() {
                    "the file ends too early: it was not saved or sent as a whole"
                } else {
                    "look there and shortly before; a comma, a quote or a bracket is missing or too many"
                }),
            ));
            None
        }
    }
}
