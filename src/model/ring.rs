//! Rings in the plane: the closed lines around areas.

use geo_types::Coord;

/// Whether a point is inside a ring: whether a ray from the point to the right crosses the ring an odd number of times.
pub(crate) fn contains(ring: &[Coord<f64>], at: Coord<f64>) -> bool {
    crossings(ring, at.y).filter(|x| at.x < *x).count() % 2 == 1
}

/// Where a horizontal line crosses a ring.
pub(crate) fn crossings(ring: &[Coord<f64>], y: f64) -> impl Iterator<Item = f64> + '_ {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossed = ends.filter(move |(from, to)| (from.y > y) != (to.y > y));
    crossed.map(move |(from, to)| from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y))
}
