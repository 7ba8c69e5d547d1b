//! Simplifies arcs so that the regions they bound stay valid and keep their common borders.
//!
//! Visvalingam and Whyatt (1993): the vertex whose triangle with its two neighbours is smallest
//! goes first. Two checks are added: no other vertex lies in that triangle, which keeps arcs from
//! touching or crossing each other, and the edge put in its place stays near the original arc.
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use geo::{Distance as _, Euclidean, Line, Point};

use super::grid::{Plane, Vertex, is_empty_triangle};
use super::topology::Topology;

/// When to stop, and what no edge may do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Positions to come down to, counted over all rings of all regions.
    pub(crate) positions: usize,
    /// How far an edge may lie from the arc it stands for.
    pub(crate) distance_km: f64,
}

/// How far apart the points of an edge are at which its distance is measured.
const SAMPLE_KM: f64 = 0.1;

/// Positions of the smallest ring (RFC 7946 section 3.1.6).
const SMALLEST_RING: usize = 4;

/// Removes vertices that are no junctions until the limits are reached. The areas lost at two
/// vertices of two arcs count the same if they are in proportion to the tolerance there.
pub(crate) fn simplify(
    topology: &Topology,
    tolerance: impl Fn(usize, Vertex) -> f64,
    limits: Limits,
) -> Topology {
    let mut run = Run::new(topology, tolerance, limits);
    run.remove_all(topology.positions());
    let kept = run.arcs.iter().map(|arc| arc.kept.iter().flatten().map(|k| k.vertex).collect());
    Topology { arcs: kept.collect(), regions: topology.regions.clone() }
}

/// A vertex of an arc, linked to its kept neighbours by their places in the original arc.
#[derive(Clone, Copy, Debug)]
struct Kept {
    vertex: Vertex,
    before: usize,
    after: usize,
    cost: Cost,
}

/// The bits of a float that is not negative, which are in the order of its values.
type Cost = u64;

/// What goes next: the place of a vertex after its cost makes the order of equal costs certain.
type Candidate = Reverse<(Cost, usize, usize)>;

struct Arc<'a> {
    original: &'a [Vertex],
    kept: Vec<Option<Kept>>,
    count: usize,
    uses: usize,
}

impl Arc<'_> {
    fn kept(&self, at: usize) -> Option<Kept> {
        self.kept.get(at).copied().flatten()
    }

    /// A vertex with its neighbours; none for the ends, which are junctions.
    fn corner(&self, at: usize) -> Option<[Vertex; 3]> {
        let inside = at > 0 && at + 1 < self.original.len();
        let kept = self.kept(at).filter(|_| inside)?;
        Some([self.kept(kept.before)?.vertex, kept.vertex, self.kept(kept.after)?.vertex])
    }

    fn ends(&self) -> Option<[Vertex; 2]> {
        let (first, last) = (*self.original.first()?, *self.original.last()?);
        Some([first.min(last), first.max(last)])
    }
}

struct Run<'a, F> {
    tolerance: F,
    arcs: Vec<Arc<'a>>,
    /// Every vertex still in use.
    vertices: BTreeSet<Vertex>,
    /// The ends of arcs which are a single edge.
    single_edges: BTreeSet<[Vertex; 2]>,
    limits: Limits,
}

impl<'a, F: Fn(usize, Vertex) -> f64> Run<'a, F> {
    fn new(topology: &'a Topology, tolerance: F, limits: Limits) -> Self {
        let arcs: Vec<Arc<'a>> = topology
            .arcs
            .iter()
            .zip(topology.uses())
            .map(|(original, uses)| Arc {
                original,
                kept: original
                    .iter()
                    .enumerate()
                    .map(|(at, vertex)| {
                        let before = at.saturating_sub(1);
                        Some(Kept { vertex: *vertex, before, after: at + 1, cost: 0 })
                    })
                    .collect(),
                count: original.len(),
                uses,
            })
            .collect();
        let vertices = topology.arcs.iter().flatten().copied().collect();
        let single_edges = arcs.iter().filter(|a| a.count == 2).filter_map(Arc::ends).collect();
        Self { tolerance, arcs, vertices, single_edges, limits }
    }

    fn remove_all(&mut self, mut positions: usize) {
        let mut queue = BinaryHeap::new();
        for arc in 0..self.arcs.len() {
            let places = 0..self.arcs.get(arc).map_or(0, |a| a.original.len());
            queue.extend(places.filter_map(|at| self.candidate(arc, at, 0)));
        }
        while positions > self.limits.positions
            && let Some(Reverse((cost, arc, at))) = queue.pop()
        {
            // Since its neighbours changed, a vertex has a newer candidate.
            let kept = self.arcs.get(arc).and_then(|a| a.kept(at));
            if kept.is_none_or(|kept| kept.cost != cost) {
                continue;
            }
            let Some((removed, uses)) = self.remove(arc, at) else { continue };
            positions -= uses;
            let neighbours = [removed.before, removed.after];
            queue.extend(neighbours.into_iter().filter_map(|at| self.candidate(arc, at, cost)));
        }
    }

    /// No vertex costs less than one that went before it (Visvalingam and Whyatt).
    fn candidate(&mut self, arc: usize, at: usize, least: Cost) -> Option<Candidate> {
        let a = self.arcs.get_mut(arc)?;
        let [before, vertex, after] = a.corner(at)?;
        let area = Plane::of(vertex).triangle(before, vertex, after);
        let cost = (area / (self.tolerance)(arc, vertex)).to_bits().max(least);
        a.kept.get_mut(at)?.as_mut()?.cost = cost;
        Some(Reverse((cost, arc, at)))
    }

    fn remove(&mut self, arc: usize, at: usize) -> Option<(Kept, usize)> {
        if !self.may_go(arc, at)? {
            return None;
        }
        let a = self.arcs.get_mut(arc)?;
        let removed = a.kept.get_mut(at)?.take()?;
        a.kept.get_mut(removed.before)?.as_mut()?.after = removed.after;
        a.kept.get_mut(removed.after)?.as_mut()?.before = removed.before;
        a.count -= 1;
        if a.count == 2 {
            self.single_edges.extend(a.ends());
        }
        self.vertices.remove(&removed.vertex);
        Some((removed, a.uses))
    }

    fn may_go(&self, arc: usize, at: usize) -> Option<bool> {
        let a = self.arcs.get(arc)?;
        let corner = a.corner(at)?;
        let kept = a.kept(at)?;
        let [first, last] = a.ends()?;
        let closed = first == last;
        let ring_remains = !closed || a.count > SMALLEST_RING;
        // Two arcs between the same junctions must not both become the edge between them.
        let only_edge = a.count > 3 || !self.single_edges.contains(&[first, last]);
        Some(
            ring_remains
                && only_edge
                && is_empty_triangle(corner, &self.vertices)
                && self.stays_near(a.original.get(kept.before..=kept.after)?),
        )
    }

    /// Whether the edge between the ends of this part of an arc stays near it.
    fn stays_near(&self, part: &[Vertex]) -> bool {
        let (Some(first), Some(last)) = (part.first(), part.last()) else { return true };
        let plane = Plane::of(*first);
        let [from, to] = [first, last].map(|vertex| Point(plane.position(*vertex)));
        let samples = (Euclidean.distance(from, to) / SAMPLE_KM).ceil().max(1.0);
        (1..samples as usize).all(|sample| {
            let point = from + (to - from) * (sample as f64 / samples);
            part.iter().zip(part.iter().skip(1)).any(|(a, b)| {
                let line = Line::new(plane.position(*a), plane.position(*b));
                Euclidean.distance(&line, &point) <= self.limits.distance_km
            })
        })
    }
}
