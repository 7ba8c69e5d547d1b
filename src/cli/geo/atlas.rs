//! Reads a world-atlas file: Natural Earth as TopoJSON.
//!
//! The format: <https://github.com/topojson/topojson-specification>, version 1.0.0.
use std::collections::BTreeMap;
use std::path::Path;

use geo::{
    BooleanOps as _, BoundingRect as _, Coord, LineString, MultiPolygon, Polygon, Rect,
    Translate as _,
};
use serde::Deserialize;

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
    transform: Transform,
    arcs: Vec<Vec<[f64; 2]>>,
    objects: BTreeMap<String, Object>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
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
    let arcs: Vec<Vec<_>> = atlas.arcs.iter().map(|arc| atlas.transform.positions(arc)).collect();
    let area = |geometry: Geometry| {
        let polygons = match geometry.shape {
            Shape::Polygon(rings) => vec![rings],
            Shape::MultiPolygon(polygons) => polygons,
        };
        let shape: Option<_> = polygons.iter().map(|rings| polygon(rings, &arcs)).collect();
        let what = format!("feature {:?} refers to an arc that is not there", geometry.id);
        let shape = shape.ok_or_else(|| Error::in_file(file, what, remedy))?;
        Ok(Area { id: geometry.id, shape })
    };
    geometries.into_iter().map(area).collect()
}

impl Transform {
    /// Quantised, delta-encoded positions (TopoJSON sections 2.1.2 and 2.1.3), on our grid.
    fn positions(&self, arc: &[[f64; 2]]) -> Vec<Coord<f64>> {
        let ([scale_x, scale_y], [from_x, from_y]) = (self.scale, self.translate);
        arc.iter()
            .scan([0.0, 0.0], |[x, y], [dx, dy]| {
                (*x, *y) = (*x + dx, *y + dy);
                Some(Coord { x: *x * scale_x + from_x, y: *y * scale_y + from_y })
            })
            .map(|position| to_coord(to_vertex(position)))
            .collect()
    }
}

fn polygon(rings: &[Vec<i64>], arcs: &[Vec<Coord<f64>>]) -> Option<Polygon<f64>> {
    let mut rings = rings.iter().map(|ring| line_string(ring, arcs));
    let exterior: LineString<f64> = rings.next()??;
    let middle = exterior.bounding_rect()?.center().x;
    // An exterior ring that goes on beyond the antimeridian takes its interior rings along.
    let interiors = rings.map(|ring| {
        let ring = ring?;
        let turns = ((middle - ring.bounding_rect()?.center().x) / 360.0).round();
        Some(ring.translate(360.0 * turns, 0.0))
    });
    let interiors = interiors.collect::<Option<_>>()?;
    Some(Polygon::new(exterior, interiors))
}

/// A negative index is the bitwise complement of that of an arc to follow backwards (section 2.1.4).
fn line_string(ring: &[i64], arcs: &[Vec<Coord<f64>>]) -> Option<LineString<f64>> {
    let mut coords: Vec<Coord<f64>> = Vec::new();
    for &index in ring {
        let arc = arcs.get(usize::try_from(if index < 0 { !index } else { index }).ok()?)?;
        coords.pop();
        if index < 0 {
            coords.extend(arc.iter().rev());
        } else {
            coords.extend(arc);
        }
    }
    Some(unwrapped(coords).into())
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
