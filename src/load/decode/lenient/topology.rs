//! TopoJSON to GeoJSON: shapes drawn with shared lines (the TopoJSON Format Specification 1.0).

use geo_types::Coord;
use geojson::{JsonObject, JsonValue};
use serde_json::json;

/// Names of objects: where a topology has several, the one with such a name is taken.
const LIKELY: [&str; 6] = ["provinces", "province", "adm1", "admin1", "states", "regions"];

/// The feature collection in a topology.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn features(topology: &JsonObject) -> Result<JsonObject, String> {
    let objects = topology.get("objects").and_then(JsonValue::as_object);
    let objects = objects.ok_or("it has no member \"objects\"")?;
    let is_likely = |name: &str| LIKELY.iter().any(|likely| name.to_lowercase().contains(likely));
    let object = match objects.iter().collect::<Vec<_>>().as_slice() {
        [] => return Err("it holds no object".to_owned()),
        [(_, only)] => *only,
        several => {
            let mut likely = several.iter().filter(|(name, _)| is_likely(name));
            match (likely.next(), likely.next()) {
                (Some((_, one)), None) => *one,
                _ => {
                    let names: Vec<&str> = several.iter().map(|(name, _)| name.as_str()).collect();
                    return Err(format!("it holds several objects: {}", names.join(", ")));
                }
            }
        }
    };
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
        // Points have no arcs, and no province is a point.
        _ => return Ok(JsonValue::Null),
    };
    Ok(json!({"type": kind, "coordinates": coordinates}))
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
pub struct Arcs(Vec<Vec<Coord<f64>>>);

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
        let transform = match topology.get("transform") {
            None | Some(JsonValue::Null) => None,
            Some(_) => {
                let broken = "\"transform\" needs \"scale\" and \"translate\"";
                Some((pair("scale").ok_or(broken)?, pair("translate").ok_or(broken)?))
            }
        };
        let all = topology.get("arcs").and_then(JsonValue::as_array).ok_or("it has no \"arcs\"")?;
        let mut arcs = Vec::with_capacity(all.len());
        for arc in all {
            let (mut x, mut y) = (0.0, 0.0);
            let mut positions = Vec::new();
            for position in arc.as_array().ok_or("an arc is no list")? {
                let at = |index| position.get(index).and_then(JsonValue::as_f64);
                let (px, py) =
                    at(0).zip(at(1)).ok_or("a position of an arc is no pair of numbers")?;
                positions.push(match transform {
                    None => Coord { x: px, y: py },
                    Some(((kx, ky), (dx, dy))) => {
                        x += px;
                        y += py;
                        Coord { x: x * kx + dx, y: y * ky + dy }
                    }
                });
            }
            arcs.push(positions);
        }
        Ok(Self(arcs))
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
            let arc = usize::try_from(index).ok().and_then(|index| self.0.get(index));
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
