//! Spends a number of positions so that every region stays true to its source.
use geo::{Area as _, BooleanOps as _, MultiPolygon};

use super::grid::Vertex;
use super::quantise::quantise;
use super::repair::square_km;
use super::simplify::{Limits, simplify};
use super::topology::{ArcRef, Topology};

/// What a simplified region must keep, compared with its source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Criteria {
    /// Largest difference of the area, as a share of it.
    pub(crate) area: f64,
    /// Smallest intersection over union.
    pub(crate) overlap: f64,
}

/// What no vertex may exceed, and the grid all vertices are on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    pub(crate) limits: Limits,
    /// Coordinates are multiples of this many millionths of a degree.
    pub(crate) step: i64,
}

const ROUNDS: usize = 40;

/// What a round takes off the tolerance for the arcs of a region that misses a criterion.
const TIGHTER: f64 = 0.7;

/// A simplified, quantised topology whose regions meet the criteria.
pub(crate) fn fit(
    source: &Topology,
    tolerance: impl Fn(usize, Vertex) -> f64,
    budget: Budget,
    criteria: Criteria,
) -> Result<Topology, String> {
    let shapes: Vec<_> = source.regions.iter().map(|region| source.region(region)).collect();
    let mut factors = vec![1.0; source.arcs.len()];
    let mut missed = 0;
    for _ in 0..ROUNDS {
        let factor = |arc: usize| factors.get(arc).copied().unwrap_or(1.0);
        let kept = once(source, |arc, vertex| factor(arc) * tolerance(arc, vertex), budget)?;
        let misses: Vec<_> = source
            .regions
            .iter()
            .zip(&shapes)
            .filter(|(region, shape)| !criteria.hold(shape, &kept.region(region)))
            .map(|(region, _)| region)
            .collect();
        if misses.is_empty() {
            return Ok(kept);
        }
        missed = misses.len();
        for ArcRef { arc, .. } in misses.into_iter().flatten().flatten().flatten() {
            if let Some(factor) = factors.get_mut(*arc) {
                *factor *= TIGHTER;
            }
        }
    }
    Err(format!("{missed} regions still differ too much from the source"))
}

/// A simplified, quantised topology.
pub(crate) fn once(
    source: &Topology,
    tolerance: impl Fn(usize, Vertex) -> f64,
    budget: Budget,
) -> Result<Topology, String> {
    let simplified = simplify(source, tolerance, budget.limits);
    quantise(&simplified, budget.step).map_err(|error| error.to_string())
}

impl Criteria {
    fn hold(&self, source: &MultiPolygon<f64>, kept: &MultiPolygon<f64>) -> bool {
        let (before, after) = (source.unsigned_area(), kept.unsigned_area());
        let common = source.intersection(kept).unsigned_area();
        (after - before).abs() <= self.area * before
            && common >= self.overlap * (before + after - common)
    }
}

/// For each arc the area of the smallest polygon it bounds, in square kilometres.
pub(crate) fn smallest_areas(topology: &Topology) -> Vec<f64> {
    let mut smallest = vec![f64::INFINITY; topology.arcs.len()];
    for rings in topology.regions.iter().flatten() {
        let area = square_km(&topology.polygon(rings));
        for ArcRef { arc, .. } in rings.iter().flatten() {
            if let Some(smallest) = smallest.get_mut(*arc) {
                *smallest = smallest.min(area);
            }
        }
    }
    smallest
}

/// The step that leaves so many decimals of a degree.
pub(crate) fn step(decimals: u32) -> i64 {
    10_i64.pow(6_u32.saturating_sub(decimals))
}
