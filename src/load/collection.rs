//! A feature collection, feature by feature, so that a broken one takes no other with it.

use geojson::{Feature, JsonObject, JsonValue};

use super::fields::{Fields, local_text};
use super::{Cause, Failure, Layer, Problem, Source};
use crate::model::LocalText;

/// A GeoJSON feature collection (RFC 7946, section 3.3).
pub(super) struct Collection {
    pub(super) layer: Layer,
    pub(super) source: String,
    /// With the feature's number in the file, from 1.
    features: Vec<(usize, Feature)>,
    /// Foreign members (RFC 7946, section 6.1).
    members: JsonObject,
}

impl Collection {
    /// Reads a source. Features that are not well formed become problems, the others are kept;
    /// `None` if nothing can be read.
    pub(super) fn read(
        layer: Layer,
        source: &Option<Source>,
        problems: &mut Vec<Problem>,
    ) -> Option<Self> {
        let source = source.as_ref()?;
        match decode(source) {
            Ok(object) => Self::from_object(layer, &source.name, object, problems),
            Err((cause, message, remedy)) => {
                problems.push(whole_file(layer, &source.name, cause, message, remedy));
                None
            }
        }
    }

    /// Takes the features out of a decoded collection.
    pub(super) fn from_object(
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
            problems.push(whole_file(
                layer,
                source,
                Cause::NotGeoJson,
                "this is JSON, but not a GeoJSON feature collection".to_owned(),
                "the file must be an object with \"type\": \"FeatureCollection\" and a list \
                 \"features\" (RFC 7946, section 3.3)",
            ));
            return None;
        };
        let mut collection =
            Self { layer, source: source.to_owned(), features: Vec::new(), members: object };
        for (number, value) in (1..).zip(values) {
            let id = value.get("id").and_then(JsonValue::as_str).map(str::to_owned);
            match serde_json::from_value::<Feature>(value) {
                Ok(feature) => collection.features.push((number, feature)),
                Err(error) => problems.push(Problem {
                    source: source.to_owned(),
                    layer,
                    feature: Some(number),
                    id,
                    field: None,
                    cause: Cause::BadFeature,
                    message: format!("this is not a GeoJSON feature: {error}"),
                    remedy: "see RFC 7946, section 3.2".to_owned(),
                }),
            }
        }
        Some(collection)
    }

    pub(super) fn features(&self) -> impl Iterator<Item = Fields<'_>> {
        self.features.iter().map(|(number, feature)| Fields {
            layer: self.layer,
            source: &self.source,
            number: *number,
            feature,
        })
    }

    pub(super) fn member(&self, name: &str) -> Option<&JsonValue> {
        self.members.get(name)
    }

    pub(super) fn local_text(&self, name: &str) -> Option<LocalText> {
        Some(local_text(&self.members, name)).filter(|text| !text.is_empty())
    }
}

type Fault = (Cause, String, &'static str);

fn decode(source: &Source) -> Result<JsonObject, Fault> {
    let bytes = source.content.as_ref().map_err(|failure| match failure {
        Failure::Status(status) => (
            Cause::Status,
            format!("the server answered {status}"),
            "check the address, and that the file is there",
        ),
        Failure::TimedOut => (
            Cause::TimedOut,
            "the server did not answer in time".to_owned(),
            "check the server, or put the file beside the page",
        ),
        Failure::Unreachable(why) => (
            Cause::Unreachable,
            format!("it could not be reached ({why})"),
            "check the address; from another origin the server must allow it (CORS)",
        ),
    })?;
    // RFC 8259, section 8.1: a byte order mark may be ignored.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match serde_json::from_slice(bytes) {
        Ok(JsonValue::Object(object)) => Ok(object),
        Ok(_) => Ok(JsonObject::new()),
        Err(error) => Err((
            Cause::NotJson,
            format!("this is not JSON: {error}"),
            "check that the address gives the file itself, not a page about it",
        )),
    }
}

fn whole_file(layer: Layer, source: &str, cause: Cause, message: String, remedy: &str) -> Problem {
    Problem {
        source: source.to_owned(),
        layer,
        feature: None,
        id: None,
        field: None,
        cause,
        message,
        remedy: remedy.to_owned(),
    }
}
