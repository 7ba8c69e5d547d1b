//! Reads a world-atlas file: Natural Earth as TopoJSON.
//!
//! The format: <https://github.com/topojson/topojson-specification>, version 1.0.0.
use std::collections::BTreeMap;
use std::path::Path;

use enforcement_map::load::Arcs;
use geo::{
    BooleanOps as _, BoundingRect as _, Coord, LineString, MultiPolygon, Polygon, Rect,
    Translate as _,
};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::error::Error;
use super::grid::{to_coord, to_vertex};
use super::source::read;

/// A feature of the atlas; countries that have an ISO 3166-1 numeric code have it as their id.
#[derive(Clone, Debug)]
pub(crate) struct Area {
    pub(crate) id: Option<String>,
    pub(crate) shape: MultiPolygon<f64>,
}

#[derive(Deserialize)]
struct File {
    objects: BTreeMap<String, Object>,
    /// With the arcs.
    #[serde(flatten)]
    rest: Map<String, Value>,
}

#[derive(Deserialize)]
struct Object {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    id: Option<String>,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// The areas of one object of a file, such as `countries` of `countries-50m.json`.
pub(crate) fn areas(file: &Path, object: &str) -> Result<Vec<Area>, Error> {
    let remedy = "give a file of the npm package world-atlas";
    let mut atlas: File =
        serde_json::from_str(&read(file)?).map_err(|error| Error::in_file(file, error, remedy))?;
    let geometries = atlas
        .objects
        .remove(object)
        .ok_or_else(|| Error::in_file(file, format!("has no object {object:?}"), remedy))?
        .geometries;
    let arcs = Arcs::read(&atlas.rest).map_err(|error| Error::in_file(file, error, remedy))?;
    let area = |geometry: Geometry| {
        let polygons = match geometry.shape {
            Shape::Polygon(rings) => vec![rings],
            Shape::MultiPolygon(polygons) => polygons,
        };
        let shape: Result<_, _> = polygons.iter().map(|rings| polygon(rings, &arcs)).collect();
        let what = |error| format!("feature {:?} cannot be read: {error}", geometry.id);
        let shape = shape.map_err(|error| Error::in_file(file, what(error), remedy))?;
        Ok(Area { id: geometry.id, shape })
    };
    geometries.into_iter().map(area).collect()
}

fn polygon(rings: &[Vec<i64>], arcs: &Arcs) -> Result<Polygon<f64>, String> {
    let mut rings = rings.iter().map(|ring| line_string(ring, arcs));
    let exterior = rings.next().ok_or("it has no ring")??;
    let middle_of = |ring: &LineString<f64>| {
        ring.bounding_rect().map(|bounds| bounds.center().x).ok_or("it has an empty ring")
    };
    let middle = middle_of(&exterior)?;
    // An exterior ring that goes on beyond the antimeridian takes its interior rings along.
    let interiors = rings.map(|ring| {
        let ring = ring?;
        let turns = ((middle - middle_of(&ring)?) / 360.0).round();
        Ok(ring.translate(360.0 * turns, 0.0))
    });
    let interiors = interiors.collect::<Result<_, String>>()?;
    Ok(Polygon::new(exterior, interiors))
}

/// The line of some arcs on our grid.
fn line_string(ring: &[i64], arcs: &Arcs) -> Result<LineString<f64>, String> {
    let line = arcs.line(ring)?.into_iter();
    Ok(unwrapped(line.map(|position| to_coord(to_vertex(position))).collect()).into())
}

/// The atlas joins what Natural Earth cuts at the antimeridian. Without jumps from one edge of the
/// map to the other, such a ring goes on beyond 180 degrees; see [`cut`].
fn unwrapped(mut coords: Vec<Coord<f64>>) -> Vec<Coord<f64>> {
    let mut turns = 0.0;
    let mut last = coords.first().map_or(0.0, |coord| coord.x);
    for coord in &mut coords {
        turns -= ((coord.x - last) / 360.0).round();
        last = coord.x;
        coord.x += 360.0 * turns;
    }
    coords
}

/// Cut at the antimeridian, as RFC 7946 section 3.1.9 wants it.
pub(crate) fn cut(shape: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let world = Rect::new(Coord { x: -180.0, y: -90.0 }, Coord { x: 180.0, y: 90.0 }).to_polygon();
    [-360.0, 0.0, 360.0]
        .into_iter()
        .flat_map(|turn| shape.translate(turn, 0.0).intersection(&world))
        .collect()
}
