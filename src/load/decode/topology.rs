//! TopoJSON to GeoJSON: shapes drawn with shared lines (the TopoJSON Format Specification 1.0).

use geojson::{JsonObject, JsonValue};
use serde_json::json;

/// Objects that are taken where a topology has several.
const LIKELY: [&str; 6] = ["provinces", "province", "adm1", "admin1", "states", "regions"];

type Position = Vec<f64>;

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
    let arcs = arcs(topology)?;
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

fn feature(object: &JsonValue, arcs: &[Vec<Position>]) -> Result<JsonValue, String> {
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

fn geometry(object: &JsonValue, arcs: &[Vec<Position>]) -> Result<JsonValue, String> {
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
        // Points are not drawn with arcs, and no province is one.
        _ => return Ok(JsonValue::Null),
    };
    Ok(json!({"type": kind, "coordinates": coordinates}))
}

fn lines(indices: &JsonValue, arcs: &[Vec<Position>]) -> Result<JsonValue, String> {
    let rings = indices.as_array().ok_or("\"arcs\" is no list")?;
    Ok(JsonValue::Array(rings.iter().map(|ring| line(ring, arcs)).collect::<Result<_, _>>()?))
}

/// One line of several arcs; `~n` is arc n backwards. The first position of an arc is the last of
/// the one before (section 2.1.4).
fn line(indices: &JsonValue, arcs: &[Vec<Position>]) -> Result<JsonValue, String> {
    let mut positions: Vec<&Position> = Vec::new();
    for index in indices.as_array().ok_or("\"arcs\" is no list")? {
        let index = index.as_i64().ok_or("an arc's number is no whole number")?;
        let (place, backwards) = if index < 0 { (!index, true) } else { (index, false) };
        let arc = usize::try_from(place).ok().and_then(|place| arcs.get(place));
        let arc = arc.ok_or_else(|| format!("there is no arc {place}"))?;
        positions.pop();
        if backwards {
            positions.extend(arc.iter().rev());
        } else {
            positions.extend(arc);
        }
    }
    Ok(json!(positions))
}

/// All arcs, with what quantising took away put back (section 2.1.2).
fn arcs(topology: &JsonObject) -> Result<Vec<Vec<Position>>, String> {
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
    let given = topology.get("arcs").and_then(JsonValue::as_array).ok_or("it has no \"arcs\"")?;
    let mut arcs = Vec::with_capacity(given.len());
    for arc in given {
        let (mut x, mut y) = (0.0, 0.0);
        let mut positions = Vec::new();
        for position in arc.as_array().ok_or("an arc is no list")? {
            let at = |index| position.get(index).and_then(JsonValue::as_f64);
            let (px, py) = at(0).zip(at(1)).ok_or("a position of an arc is no pair of numbers")?;
            positions.push(match transform {
                None => vec![px, py],
                Some(((kx, ky), (dx, dy))) => {
                    x += px;
                    y += py;
                    vec![x * kx + dx, y * ky + dy]
                }
            });
        }
        arcs.push(positions);
    }
    Ok(arcs)
}
