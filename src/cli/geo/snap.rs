//! Neighbours drawn apart by less than a metre or two are given the same vertices.
use std::collections::{BTreeMap, BTreeSet};

use geo::{LineString, MakeValid as _, MultiPolygon, Polygon};

use super::grid::{Vertex, to_line_string, to_vertex};

/// In millionths of a degree: about one metre.
const TOLERANCE: i64 = 10;

/// Vertices nearer to each other than the tolerance become one, and an edge passes through every
/// vertex it comes that near to, so that a border which two regions share is the same edges in
/// both.
pub(crate) fn snap(regions: &[MultiPolygon<f64>]) -> Vec<MultiPolygon<f64>> {
    let all: BTreeSet<Vertex> = regions
        .iter()
        .flatten()
        .flat_map(rings)
        .flat_map(LineString::coords)
        .copied()
        .map(to_vertex)
        .collect();
    let merged = merge(&all);
    let vertices: BTreeSet<Vertex> = merged.values().copied().collect();
    let ring = |ring: &LineString<f64>| -> Option<LineString<f64>> {
        let moved = ring.coords().filter_map(|c| merged.get(&to_vertex(*c))).copied();
        let mut through: Vec<Vertex> = Vec::new();
        for vertex in moved {
            if let Some(&last) = through.last() {
                through.extend(passed(last, vertex, &vertices));
            }
            through.push(vertex);
        }
        through.dedup();
        (through.len() >= 4).then(|| to_line_string(&through))
    };
    let polygon = |polygon: &Polygon<f64>| {
        let interiors = polygon.interiors().iter().filter_map(ring).collect();
        let polygon = Polygon::new(ring(polygon.exterior())?, interiors);
        // Where a part was narrower than the tolerance, its ring now meets itself.
        if rings(&polygon).any(meets_itself) {
            polygon.make_valid().ok()
        } else {
            Some(polygon.into())
        }
    };
    regions
        .iter()
        .map(|region| {
            region.iter().filter_map(polygon).flat_map(|p: MultiPolygon<f64>| p).collect()
        })
        .collect()
}

fn rings(polygon: &Polygon<f64>) -> impl Iterator<Item = &LineString<f64>> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}

fn meets_itself(ring: &LineString<f64>) -> bool {
    let distinct: BTreeSet<Vertex> = ring.coords().copied().map(to_vertex).collect();
    distinct.len() + 1 < ring.0.len()
}

/// For each vertex the one that stands for it.
fn merge(vertices: &BTreeSet<Vertex>) -> BTreeMap<Vertex, Vertex> {
    let mut kept: BTreeSet<Vertex> = BTreeSet::new();
    let mut merged = BTreeMap::new();
    for &vertex in vertices {
        let [x, y] = vertex;
        let near = kept
            .range([x - TOLERANCE, i64::MIN]..=[x + TOLERANCE, i64::MAX])
            .find(|[nx, ny]| (nx - x).pow(2) + (ny - y).pow(2) <= TOLERANCE.pow(2))
            .copied();
        let stands_for = near.unwrap_or(vertex);
        kept.insert(stands_for);
        merged.insert(vertex, stands_for);
    }
    merged
}

/// The vertices strictly between two others that an edge from one to the other touches, in order.
fn passed(from: Vertex, to: Vertex, vertices: &BTreeSet<Vertex>) -> Vec<Vertex> {
    let ([ax, ay], [bx, by]) = (from, to);
    let length = (((bx - ax).pow(2) + (by - ay).pow(2)) as f64).sqrt();
    let mut passed: Vec<(i64, Vertex)> = vertices
        .range([ax.min(bx) - TOLERANCE, i64::MIN]..=[ax.max(bx) + TOLERANCE, i64::MAX])
        .filter(|[_, y]| (ay.min(by) - TOLERANCE..=ay.max(by) + TOLERANCE).contains(y))
        .filter(|vertex| **vertex != from && **vertex != to)
        .filter_map(|&[x, y]| {
            let along = (bx - ax) * (x - ax) + (by - ay) * (y - ay);
            let across = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
            let between = along > 0 && (along as f64) < length * length;
            let near = across.abs() as f64 <= TOLERANCE as f64 * length;
            (between && near).then_some((along, [x, y]))
        })
        .collect();
    passed.sort_unstable();
    passed.into_iter().map(|(_, vertex)| vertex).collect()
}
