//! Coordinates as whole numbers, so that equality and orientation are exact.
use std::collections::BTreeSet;

use geo::{Coord, LineString, MultiPolygon, Polygon};

/// Longitude and latitude in millionths of a degree (0.1 m), the precision publishers work in.
pub(crate) type Vertex = [i64; 2];

pub(crate) const PER_DEGREE: f64 = 1_000_000.0;

/// Kilometres in a degree of latitude, and of longitude at the equator.
const KM_PER_DEGREE: f64 = 111.2;

pub(crate) fn to_vertex(coord: Coord<f64>) -> Vertex {
    // A degree has at most 360 million millionths: far inside what `i64` and `f64` hold exactly.
    [coord.x, coord.y].map(|degrees| (degrees * PER_DEGREE).round() as i64)
}

pub(crate) fn to_coord([x, y]: Vertex) -> Coord<f64> {
    Coord { x: x as f64 / PER_DEGREE, y: y as f64 / PER_DEGREE }
}

pub(crate) fn to_line_string(vertices: &[Vertex]) -> LineString<f64> {
    vertices.iter().copied().map(to_coord).collect()
}

pub(crate) fn rounded(polygons: &MultiPolygon<f64>) -> MultiPolygon<f64> {
    let ring = |ring: &LineString<f64>| -> LineString<f64> {
        let mut coords: Vec<_> = ring.coords().map(|c| to_coord(to_vertex(*c))).collect();
        coords.dedup();
        coords.into()
    };
    polygons
        .iter()
        .map(|p| Polygon::new(ring(p.exterior()), p.interiors().iter().map(ring).collect()))
        .collect()
}

/// Twice the signed area of a triangle; positive where a, b, c turn counter-clockwise.
pub(crate) fn orientation([ax, ay]: Vertex, [bx, by]: Vertex, [cx, cy]: Vertex) -> i64 {
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/// Whether none of the vertices but its corners lies in the triangle or on its border.
pub(crate) fn is_empty_triangle([a, b, c]: [Vertex; 3], vertices: &BTreeSet<Vertex>) -> bool {
    let extent = |[p, q, r]: [i64; 3]| (p.min(q).min(r), p.max(q).max(r));
    let (west, east) = extent([a, b, c].map(|[x, _]| x));
    let (south, north) = extent([a, b, c].map(|[_, y]| y));
    vertices
        .range([west, i64::MIN]..=[east, i64::MAX])
        .filter(|[_, y]| (south..=north).contains(y))
        .filter(|vertex| ![a, b, c].contains(*vertex))
        .all(|&vertex| {
            let sides = [(a, b), (b, c), (c, a)].map(|(p, q)| orientation(p, q, vertex));
            sides.iter().any(|side| *side < 0) && sides.iter().any(|side| *side > 0)
        })
}

/// A flat map in kilometres around one latitude, good enough to compare lengths and areas.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plane {
    x: f64,
    y: f64,
}

impl Plane {
    pub(crate) fn at_latitude(degrees: f64) -> Self {
        Self { x: KM_PER_DEGREE * degrees.to_radians().cos(), y: KM_PER_DEGREE }
    }

    pub(crate) fn of([x, y]: Vertex) -> Self {
        Self::at_latitude(to_coord([x, y]).y)
    }

    pub(crate) fn position(self, vertex: Vertex) -> Coord<f64> {
        let Coord { x, y } = to_coord(vertex);
        Coord { x: x * self.x, y: y * self.y }
    }

    /// Square kilometres of an area given in square degrees.
    pub(crate) fn square_km(self, square_degrees: f64) -> f64 {
        square_degrees * self.x * self.y
    }

    pub(crate) fn triangle(self, a: Vertex, b: Vertex, c: Vertex) -> f64 {
        let square_degrees = orientation(a, b, c).abs() as f64 / 2.0 / PER_DEGREE / PER_DEGREE;
        self.square_km(square_degrees)
    }
}
