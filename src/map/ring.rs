//! Rings in the plane: containment and area.

use geo_types::Coord;

pub(super) use crate::model::ring::contains;
use crate::model::ring::crossings;

/// The area within a ring (the shoelace formula).
pub(super) fn area(ring: &[Coord<f64>]) -> f64 {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    ends.map(|(from, to)| from.x * to.y - to.x * from.y).sum::<f64>().abs() / 2.0
}

/// A point inside a ring: in the middle of its widest part at half height.
pub(super) fn middle(ring: &[Coord<f64>]) -> Option<Coord<f64>> {
    let bounds = super::viewport::Bounds::around(ring.iter().copied())?;
    let mut best = (0.0, bounds.middle());
    let y = best.1.y;
    for start in crossings(ring, y) {
        let ahead = || crossings(ring, y).filter(|x| *x > start);
        let end = ahead().fold(f64::INFINITY, f64::min);
        // An odd number of borders ahead: here the inside begins.
        if ahead().count() % 2 == 1 && end - start > best.0 {
            best = (end - start, Coord { x: (start + end) / 2.0, y });
        }
    }
    Some(best.1)
}
