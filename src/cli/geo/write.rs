//! Writes feature collections: compact, but one feature a line, so that changes can be read.
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use geo::{Coord, Point};
use geojson::{Feature, Geometry, GeometryValue, feature::Id};
use serde_json::{Map, Value, json};

use super::error::Error;

/// A feature; properties are written in the order of their names.
pub(crate) fn feature<K: Into<String>>(
    id: Option<&str>,
    properties: impl IntoIterator<Item = (K, Value)>,
    geometry: GeometryValue,
) -> Feature {
    let properties: BTreeMap<String, Value> =
        properties.into_iter().map(|(name, value)| (name.into(), value)).collect();
    let properties: Map<_, _> = properties.into_iter().collect();
    Feature {
        bbox: None,
        geometry: Some(Geometry::new(geometry)),
        id: id.map(|id| Id::String(id.to_owned())),
        properties: Some(properties),
        foreign_members: None,
    }
}

/// A position as a property.
pub(crate) fn position(point: Point, decimals: i32) -> Value {
    let Coord { x, y } = round(point.0, decimals);
    json!([x, y])
}

pub(crate) fn round(Coord { x, y }: Coord<f64>, decimals: i32) -> Coord<f64> {
    let per_degree = 10_f64.powi(decimals);
    // Adding zero turns -0.0 into 0.0.
    let round = |value: f64| (value * per_degree).round() / per_degree + 0.0;
    Coord { x: round(x), y: round(y) }
}

/// A collection with members of its own (RFC 7946 section 6.1), among them features drawn for
/// orientation.
pub(crate) fn write(
    file: &Path,
    members: &[(&str, &str)],
    context: &[Feature],
    features: &[Feature],
) -> Result<(), Error> {
    let mut text = String::from("{\"type\":\"FeatureCollection\",\n");
    for (name, value) in members {
        text.push_str(&format!("{}:{},\n", json!(name), json!(value)));
    }
    let collection = format!("{{\"type\":\"FeatureCollection\",{}}}", lines(context));
    text.push_str(&format!("\"context\":{collection},\n{}}}\n", lines(features)));
    fs::write(file, text)
        .map_err(|error| Error::in_file(file, error, "give a path that can be written to"))
}

fn lines(features: &[Feature]) -> String {
    let lines: Vec<String> = features.iter().map(Feature::to_string).collect();
    format!("\"features\":[\n{}\n]", lines.join(",\n"))
}
