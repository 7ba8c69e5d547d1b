//! How far a generalised province is from its source.
use std::collections::HashMap;

use geo::line_measures::{Densify, Distance, Euclidean};
use geo::{
    Area as _, BooleanOps as _, BoundingRect as _, Coord, GeodesicArea as _, Line, LineString,
    MapCoords as _, MultiPolygon, Orient as _, Point, orient::Direction,
};

/// The figures of one province.
pub(crate) struct Accuracy {
    /// Difference of the geodesic areas, in per cent of the source's.
    pub(crate) area: f64,
    /// Area of the intersection over that of the union.
    pub(crate) overlap: f64,
    /// Farthest point of the kept border from the source's, in kilometres.
    pub(crate) distance: f64,
}

pub(crate) fn accuracy(source: &MultiPolygon, kept: &MultiPolygon) -> Accuracy {
    let [before, after] =
        [source, kept].map(|shape| shape.orient(Direction::Default).geodesic_area_signed().abs());
    let common = source.intersection(kept).unsigned_area();
    let union = source.unsigned_area() + kept.unsigned_area() - common;
    Accuracy {
        area: (after - before) / before * 100.0,
        overlap: common / union,
        distance: distance(source, kept),
    }
}

/// In square kilometres.
pub(crate) fn square_km(polygon: &geo::Polygon) -> f64 {
    polygon.orient(Direction::Default).geodesic_area_signed().abs() / 1e6
}

/// Directed Hausdorff distance in kilometres, of points 50 m apart on the kept border. Distances
/// of more than two kilometres are infinite.
fn distance(source: &MultiPolygon, kept: &MultiPolygon) -> f64 {
    const CELL: f64 = 2.0;
    // A degree of latitude is 110.6 km here (WGS 84), one of longitude 111.3 km at the equator.
    let middle = source.bounding_rect().expect("a province").center().y.to_radians().cos();
    let to_km = |c: Coord| Coord { x: c.x * 111.3 * middle, y: c.y * 110.6 };
    let (source, kept) = (source.map_coords(to_km), kept.map_coords(to_km));
    let cell = |c: Coord| ((c.x / CELL).floor() as i64, (c.y / CELL).floor() as i64);
    let mut near: HashMap<(i64, i64), Vec<Line>> = HashMap::new();
    for line in rings(&source).flat_map(LineString::lines) {
        let rect = line.bounding_rect();
        let (low, high) = (cell(rect.min()), cell(rect.max()));
        for x in low.0 - 1..=high.0 + 1 {
            for y in low.1 - 1..=high.1 + 1 {
                near.entry((x, y)).or_default().push(line);
            }
        }
    }
    let nearest = |point: Point| {
        let lines = near.get(&cell(point.0)).into_iter().flatten();
        lines.map(|line| Euclidean.distance(line, &point)).fold(f64::INFINITY, f64::min)
    };
    rings(&kept)
        .flat_map(|ring| Euclidean.densify(ring, 0.05).into_points())
        .map(nearest)
        .fold(0.0, f64::max)
}

pub(crate) fn rings(shape: &MultiPolygon) -> impl Iterator<Item = &LineString> {
    shape.iter().flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()))
}
