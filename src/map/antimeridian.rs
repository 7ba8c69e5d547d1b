//! Joining rings that were cut at the antimeridian, as RFC 7946, section 3.1.9 asks for: the cut is
//! not a border and must not be drawn as one.

use geo_types::{Coord, MultiPolygon};

type Ring = Vec<Coord<f64>>;

/// An area's rings, not closed, with those that were cut joined again.
pub(super) fn rings(area: &MultiPolygon<f64>) -> Vec<Ring> {
    let mut rings: Vec<Ring> = Vec::new();
    for polygon in area {
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            let mut ring = ring.0.clone();
            if ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            let mut index = 0;
            while ring.iter().any(|at| is_on_antimeridian(*at)) {
                let Some(other) = rings.get(index) else { break };
                index += 1;
                if let Some(whole) = joined(other, &ring) {
                    rings.remove(index - 1);
                    (ring, index) = (whole, 0);
                }
            }
            rings.push(ring);
        }
    }
    rings
}

/// Equal within the rounding of files.
fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

fn is_on_antimeridian(at: Coord<f64>) -> bool {
    is_near(at.x.abs(), 180.0)
}

/// The two ends of an edge that lies on the meridian.
fn edge(ring: &[Coord<f64>], start: usize) -> Option<(Coord<f64>, Coord<f64>)> {
    let (from, to) = (*ring.get(start)?, *ring.get((start + 1) % ring.len())?);
    (is_on_antimeridian(from) && is_on_antimeridian(to) && !is_near(from.y, to.y))
        .then_some((from, to))
}

/// Two rings that share an edge from both sides as one.
fn joined(a: &[Coord<f64>], b: &[Coord<f64>]) -> Option<Ring> {
    for i in 0..a.len() {
        let Some((from, to)) = edge(a, i) else { continue };
        for j in 0..b.len() {
            let Some((start, end)) = edge(b, j) else { continue };
            let is_same = is_near(from.y, start.y) && is_near(to.y, end.y);
            let is_opposite = is_near(from.y, end.y) && is_near(to.y, start.y);
            if from.x * start.x > 0.0 || !(is_same || is_opposite) {
                continue;
            }
            // Round the first one from the end of the edge to its start, and on from there round
            // the second, whichever way that is wound.
            let mut whole = Ring::new();
            for step in 1..=a.len() {
                whole.extend(a.get((i + step) % a.len()));
            }
            for step in 1..b.len() - 1 {
                let at = if is_opposite { j + 1 + step } else { j + b.len() - step };
                whole.extend(b.get(at % b.len()));
            }
            return Some(whole);
        }
    }
    None
}
