//! Joining what was cut at the 180th meridian (RFC 7946, section 3.1.9): the cut is no border.

use geo_types::{Coord, MultiPolygon};

type Ring = Vec<Coord<f64>>;

/// An area's rings, not closed, those cut at the meridian joined along it.
pub(super) fn rings(area: &MultiPolygon<f64>) -> Vec<Ring> {
    let all = area
        .iter()
        .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    let mut rings: Vec<Ring> = all.map(|ring| open(&ring.0)).collect();
    let is_cut = |ring: &Ring| ring.iter().any(|at| is_on_seam(*at));
    if rings.iter().any(is_cut) {
        while let Some(joined) = join(&rings) {
            rings = joined;
        }
    }
    rings
}

fn open(ring: &[Coord<f64>]) -> Ring {
    let mut ring = ring.to_vec();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    ring
}

/// Files are rounded.
const NEAR: f64 = 1e-6;

fn is_on_seam(at: Coord<f64>) -> bool {
    (at.x.abs() - 180.0).abs() < NEAR
}

/// A ring from the end of one of its edges on the meridian round to the edge's start.
fn from_seam(ring: &[Coord<f64>], edge: usize) -> Option<Ring> {
    let next = if edge + 1 < ring.len() { edge + 1 } else { 0 };
    let (last, first) = (*ring.get(edge)?, *ring.get(next)?);
    let is_cut = is_on_seam(first) && is_on_seam(last) && (first.y - last.y).abs() > NEAR;
    is_cut.then(|| ring.iter().cycle().skip(next).take(ring.len()).copied().collect())
}

/// Joins the first two rings that share an edge from both sides.
fn join(rings: &[Ring]) -> Option<Vec<Ring>> {
    let sides = || {
        let all = rings.iter().enumerate();
        all.flat_map(|(number, ring)| {
            (0..ring.len()).filter_map(move |edge| Some((number, from_seam(ring, edge)?)))
        })
    };
    let meets = |a: Option<&Coord<f64>>, b: Option<&Coord<f64>>| {
        a.zip(b).is_some_and(|(a, b)| (a.y - b.y).abs() < NEAR && a.x * b.x < 0.0)
    };
    for (one, a) in sides() {
        for (other, mut b) in sides().filter(|(other, _)| *other > one) {
            // Files have either winding.
            if meets(a.first(), b.first()) && meets(a.last(), b.last()) {
                b.reverse();
            }
            if meets(a.first(), b.last()) && meets(a.last(), b.first()) {
                let inner = b.len().saturating_sub(2);
                let joined = a.into_iter().chain(b.into_iter().skip(1).take(inner)).collect();
                let rest = rings.iter().enumerate();
                let rest = rest.filter(|(number, _)| ![one, other].contains(number));
                let rest = rest.map(|(_, ring)| ring.clone());
                return Some(std::iter::once(joined).chain(rest).collect());
            }
        }
    }
    None
}
