//! TopoJSON to GeoJSON: shapes drawn with shared lines (the TopoJSON Format Specification 1.0).

use geo_types::Coord;
use geojson::{JsonObject, JsonValue};
use serde_json::json;

use super::command;
use crate::load::diagnostic::{Code, Diagnostic, Layer};

/// Names of objects: where a topology has several, the one with such a name is taken.
const AREAS: [&str; 6] = ["provinces", "province", "adm1", "admin1", "states", "regions"];
const RECORDS: [&str; 6] = ["actions", "events", "incidents", "records", "raids", "points"];
const FLOWS: [&str; 3] = ["flows", "movements", "deportations"];

/// Why a topology cannot be read, and what to do.
struct Fault {
    why: String,
    remedy: String,
}

impl From<String> for Fault {
    fn from(why: String) -> Self {
        Self { why, remedy: "export it again from where it was made, or as GeoJSON".to_owned() }
    }
}

impl From<&str> for Fault {
    fn from(why: &str) -> Self {
        Self::from(why.to_owned())
    }
}

/// The feature collection in a topology. `None`, with a diagnostic, where it cannot be read.
pub(super) fn open(
    layer: Option<Layer>,
    source: &str,
    topology: &JsonObject,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<JsonObject> {
    let usual = layer.unwrap_or(Layer::Actions);
    let of_file = |code, message: String, remedy: &str| {
        Diagnostic::of_file(usual, source, code, message, remedy)
    };
    let read = object_of(layer, source, topology);
    let read = read.and_then(|(name, object, said)| Ok((features(topology, object)?, name, said)));
    match read {
        Ok((collection, name, others)) => {
            if let Some(other) = others.first() {
                diagnostics.push(of_file(
                    Code::TopologyObject,
                    format!(
                        "the file holds several objects, of which \"{name}\" was read, by its name; not read: {}",
                        others.join(", ")
                    ),
                    &format!("to have another one, write it into a file of its own: {}", command::one_object(source, other)),
                ));
            }
            Some(collection)
        }
        Err(Fault { why, remedy }) => {
            diagnostics.push(of_file(
                Code::TopologyBad,
                format!("this TopoJSON cannot be read: {why}"),
                &remedy,
            ));
            None
        }
    }
}

/// The object to read, with its name and those of the others.
fn object_of<'a>(
    layer: Option<Layer>,
    source: &str,
    topology: &'a JsonObject,
) -> Result<(&'a str, &'a JsonValue, Vec<&'a str>), Fault> {
    let objects = topology.get("objects").and_then(JsonValue::as_object);
    let objects = objects.ok_or("it has no member \"objects\"")?;
    let likely: &[&str] = match layer {
        Some(Layer::Actions) => &RECORDS,
        Some(Layer::Flows) => &FLOWS,
        _ => &AREAS,
    };
    let is_likely = |name: &str| likely.iter().any(|likely| name.to_lowercase().contains(likely));
    let names: Vec<&str> = objects.keys().map(String::as_str).collect();
    let mut fitting = objects.iter().filter(|(name, _)| names.len() == 1 || is_likely(name));
    match (fitting.next(), fitting.next()) {
        (Some((name, object)), None) => {
            let others = names.into_iter().filter(|other| *other != name.as_str()).collect();
            Ok((name.as_str(), object, others))
        }
        _ => match names.first() {
            None => Err("it holds no object".into()),
            Some(first) => Err(Fault {
                why: format!("it holds several objects: {}", names.join(", ")),
                remedy: format!(
                    "write the one that is meant into a file of its own: {}",
                    command::one_object(source, first)
                ),
            }),
        },
    }
}

/// The feature collection of an object.
fn features(topology: &JsonObject, object: &JsonValue) -> Result<JsonObject, String> {
    let arcs = Arcs::read(topology)?;
    let features: Vec<JsonValue> = match object.get("geometries").and_then(JsonValue::as_array) {
        Some(geometries) => {
            geometries.iter().map(|one| feature(one, &arcs)).collect::<Result<_, _>>()?
        }
        None => vec![feature(object, &arcs)?],
    };
    let mut collection: JsonObject = topology
        .iter()
        .filter(|(name, _)| {
            !["type", "objects", "arcs", "transform", "bbox"].contains(&name.as_str())
        })
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    collection.insert("type".to_owned(), json!("FeatureCollection"));
    collection.insert("features".to_owned(), JsonValue::Array(features));
    Ok(collection)
}

fn feature(object: &JsonValue, arcs: &Arcs) -> Result<JsonValue, String> {
    let mut feature = json!({
        "type": "Feature",
        "properties": object.get("properties").cloned().unwrap_or_else(|| json!({})),
        "geometry": geometry(object, arcs)?,
    });
    if let (Some(id), Some(members)) = (object.get("id"), feature.as_object_mut()) {
        members.insert("id".to_owned(), id.clone());
    }
    Ok(feature)
}

fn geometry(object: &JsonValue, arcs: &Arcs) -> Result<JsonValue, String> {
    let Some(kind) = object.get("type").and_then(JsonValue::as_str) else {
        return Ok(JsonValue::Null);
    };
    let points =
        || object.get("coordinates").ok_or_else(|| format!("a {kind} has no \"coordinates\""));
    let indices = || object.get("arcs").ok_or_else(|| format!("a {kind} has no \"arcs\""));
    let coordinates = match kind {
        "Polygon" | "MultiLineString" => lines(indices()?, arcs)?,
        "MultiPolygon" => {
            let polygons = indices()?.as_array().ok_or("\"arcs\" is no list")?;
            JsonValue::Array(
                polygons.iter().map(|polygon| lines(polygon, arcs)).collect::<Result<_, _>>()?,
            )
        }
        "LineString" => line(indices()?, arcs)?,
        "Point" => position(points()?, arcs)?,
        "MultiPoint" => {
            let all = points()?.as_array().ok_or("\"coordinates\" is no list")?;
            JsonValue::Array(all.iter().map(|one| position(one, arcs)).collect::<Result<_, _>>()?)
        }
        "GeometryCollection" => {
            let parts = object.get("geometries").and_then(JsonValue::as_array);
            let parts = parts.ok_or("a GeometryCollection has no \"geometries\"")?;
            let parts: Vec<JsonValue> =
                parts.iter().map(|one| geometry(one, arcs)).collect::<Result<_, _>>()?;
            return Ok(json!({"type": kind, "geometries": parts}));
        }
        _ => return Ok(JsonValue::Null),
    };
    Ok(json!({"type": kind, "coordinates": coordinates}))
}

/// A position of a point: it is quantised as those of arcs are, and not counted from the one before
/// (section 2.2.1).
fn position(value: &JsonValue, arcs: &Arcs) -> Result<JsonValue, String> {
    let at = |index| value.get(index).and_then(JsonValue::as_f64);
    let (x, y) = at(0).zip(at(1)).ok_or("the position of a point is no pair of numbers")?;
    let at = arcs.transform.at(x, y);
    Ok(json!([at.x, at.y]))
}

fn lines(indices: &JsonValue, arcs: &Arcs) -> Result<JsonValue, String> {
    let rings = indices.as_array().ok_or("\"arcs\" is no list")?;
    Ok(JsonValue::Array(rings.iter().map(|ring| line(ring, arcs)).collect::<Result<_, _>>()?))
}

fn line(indices: &JsonValue, arcs: &Arcs) -> Result<JsonValue, String> {
    let indices = indices.as_array().ok_or("\"arcs\" is no list")?.iter().map(JsonValue::as_i64);
    let indices: Option<Vec<i64>> = indices.collect();
    let line = arcs.line(&indices.ok_or("an arc's number is no whole number")?)?;
    Ok(line.into_iter().map(|at| json!([at.x, at.y])).collect())
}

/// The arcs of a topology: the lines that its shapes share.
pub struct Arcs {
    lines: Vec<Vec<Coord<f64>>>,
    transform: Transform,
}

/// How a topology is quantised (section 2.1.2).
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

impl Transform {
    fn at(&self, x: f64, y: f64) -> Coord<f64> {
        Coord { x: x * self.scale.0 + self.translate.0, y: y * self.scale.1 + self.translate.1 }
    }
}

impl Arcs {
    /// Reads the arcs, and undoes the quantisation and the delta encoding (sections 2.1.2 and
    /// 2.1.3).
    ///
    /// # Errors
    /// What is wrong with the topology.
    pub fn read(topology: &JsonObject) -> Result<Self, String> {
        let pair = |name: &str| -> Option<(f64, f64)> {
            match topology.get("transform")?.get(name)?.as_array()?.as_slice() {
                [x, y, ..] => Some((x.as_f64()?, y.as_f64()?)),
                _ => None,
            }
        };
        let is_quantised = topology.get("transform").is_some_and(|transform| !transform.is_null());
        let transform = if is_quantised {
            let broken = "\"transform\" needs \"scale\" and \"translate\"";
            Transform {
                scale: pair("scale").ok_or(broken)?,
                translate: pair("translate").ok_or(broken)?,
            }
        } else {
            Transform { scale: (1.0, 1.0), translate: (0.0, 0.0) }
        };
        let all = topology.get("arcs").and_then(JsonValue::as_array).ok_or("it has no \"arcs\"")?;
        let mut lines = Vec::with_capacity(all.len());
        for arc in all {
            let (mut x, mut y) = (0.0, 0.0);
            let mut positions = Vec::new();
            for position in arc.as_array().ok_or("an arc is no list")? {
                let at = |index| position.get(index).and_then(JsonValue::as_f64);
                let (px, py) =
                    at(0).zip(at(1)).ok_or("a position of an arc is no pair of numbers")?;
                if is_quantised {
                    x += px;
                    y += py;
                } else {
                    (x, y) = (px, py);
                }
                positions.push(transform.at(x, y));
            }
            lines.push(positions);
        }
        Ok(Self { lines, transform })
    }

    /// One line of several arcs; `~n` is arc n backwards. The first position of an arc is the last
    /// of the one before (section 2.1.4).
    ///
    /// # Errors
    /// Where there is no arc of a number.
    pub fn line(&self, indices: &[i64]) -> Result<Vec<Coord<f64>>, String> {
        let mut positions: Vec<Coord<f64>> = Vec::new();
        for &number in indices {
            let (index, backwards) = if number < 0 { (!number, true) } else { (number, false) };
            let arc = usize::try_from(index).ok().and_then(|index| self.lines.get(index));
            let arc = arc.ok_or_else(|| format!("there is no arc {index}"))?;
            positions.pop();
            if backwards {
                positions.extend(arc.iter().rev());
            } else {
                positions.extend(arc);
            }
        }
        Ok(positions)
    }
}
