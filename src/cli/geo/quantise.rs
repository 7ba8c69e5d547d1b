//! Rounds vertices to a coarser grid without letting arcs touch or cross.
use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Vertex, is_empty_triangle, orientation, to_coord};
use super::topology::Topology;

/// A junction for which the grid has no free place.
#[derive(Debug)]
pub(crate) struct NoPlace(Vertex);

impl std::fmt::Display for NoPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at = to_coord(self.0);
        write!(f, "the grid is too coarse for the borders that meet at {}, {}", at.x, at.y)
    }
}

/// How many steps to each side a vertex may move when its nearest place is not free.
const REACH: i64 = 2;

/// The same topology with every coordinate a multiple of `step`. A vertex goes to the nearest
/// place where its edges touch no other edge; one that is no junction and has none, goes.
pub(crate) fn quantise(topology: &Topology, step: i64) -> Result<Topology, NoPlace> {
    let ends: BTreeSet<Vertex> =
        topology.arcs.iter().flat_map(|arc| [arc.first(), arc.last()]).flatten().copied().collect();
    let vertices: BTreeSet<Vertex> = topology.arcs.iter().flatten().copied().collect();
    let mut graph = Graph::new(topology);
    let mut places: BTreeMap<Vertex, Vertex> = BTreeMap::new();
    for &vertex in &vertices {
        let place = places_near(vertex, step).into_iter().find(|&p| graph.move_to(vertex, p));
        if let Some(place) = place {
            places.insert(vertex, place);
        } else if ends.contains(&vertex) || !graph.remove(vertex) {
            return Err(NoPlace(vertex));
        }
    }
    let arc = |arc: &Vec<Vertex>| arc.iter().filter_map(|v| places.get(v)).copied().collect();
    let arcs = topology.arcs.iter().map(arc).collect();
    Ok(Topology { arcs, regions: topology.regions.clone() })
}

/// Places on the grid, nearest first.
fn places_near(vertex: Vertex, step: i64) -> Vec<Vertex> {
    let [x, y] = vertex.map(|value| (value + step / 2).div_euclid(step) * step);
    let mut places: Vec<Vertex> = (-REACH..=REACH)
        .flat_map(|dx| (-REACH..=REACH).map(move |dy| [x + dx * step, y + dy * step]))
        .collect();
    let distance = |[px, py]: Vertex| (px - vertex[0]).pow(2) + (py - vertex[1]).pow(2);
    places.sort_by_key(|place| (distance(*place), *place));
    places
}

/// The vertices of all arcs with those that an edge leads to.
struct Graph {
    neighbours: BTreeMap<Vertex, BTreeSet<Vertex>>,
    vertices: BTreeSet<Vertex>,
}

impl Graph {
    fn new(topology: &Topology) -> Self {
        let mut graph = Self { neighbours: BTreeMap::new(), vertices: BTreeSet::new() };
        for (a, b) in topology.arcs.iter().flat_map(|arc| arc.iter().zip(arc.iter().skip(1))) {
            graph.connect(*a, *b);
        }
        graph
    }

    fn connect(&mut self, a: Vertex, b: Vertex) {
        self.vertices.extend([a, b]);
        self.neighbours.entry(a).or_default().insert(b);
        self.neighbours.entry(b).or_default().insert(a);
    }

    fn take(&mut self, vertex: Vertex) -> BTreeSet<Vertex> {
        self.vertices.remove(&vertex);
        let neighbours = self.neighbours.remove(&vertex).unwrap_or_default();
        for neighbour in &neighbours {
            if let Some(theirs) = self.neighbours.get_mut(neighbour) {
                theirs.remove(&vertex);
            }
        }
        neighbours
    }

    fn put(&mut self, vertex: Vertex, neighbours: BTreeSet<Vertex>) {
        for neighbour in neighbours {
            self.connect(vertex, neighbour);
        }
    }

    fn move_to(&mut self, from: Vertex, to: Vertex) -> bool {
        let neighbours = self.take(from);
        let free = !self.vertices.contains(&to)
            && neighbours.iter().all(|&neighbour| {
                // The edge sweeps this triangle: what is in it would change sides.
                is_empty_triangle([from, to, neighbour], &self.vertices)
                    && self.is_free(Edge::new(to, neighbour))
            });
        self.put(if free { to } else { from }, neighbours);
        free
    }

    /// Joins the two neighbours of a vertex in its stead.
    fn remove(&mut self, vertex: Vertex) -> bool {
        let neighbours = self.take(vertex);
        let mut both = neighbours.iter().copied();
        if let (Some(a), Some(b), None) = (both.next(), both.next(), both.next())
            && is_empty_triangle([a, vertex, b], &self.vertices)
            && self.is_free(Edge::new(a, b))
        {
            self.connect(a, b);
            return true;
        }
        self.put(vertex, neighbours);
        false
    }

    /// Whether the edge would have no more than an end in common with any other.
    fn is_free(&self, edge: Edge) -> bool {
        self.neighbours
            .range(..=[edge.to[0], i64::MAX])
            .flat_map(|(a, others)| others.iter().filter(move |b| a < b).map(move |b| (a, b)))
            .all(|(a, b)| !edge.meets(Edge { from: *a, to: *b }))
    }
}

#[derive(Clone, Copy)]
struct Edge {
    /// The smaller end.
    from: Vertex,
    to: Vertex,
}

impl Edge {
    fn new(a: Vertex, b: Vertex) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    fn meets(self, other: Self) -> bool {
        if self.is_clear_of(other) {
            return false;
        }
        (self.from, self.to) == (other.from, other.to)
            || [other.from, other.to].into_iter().any(|vertex| self.passes(vertex))
            || [self.from, self.to].into_iter().any(|vertex| other.passes(vertex))
            || (self.parts(other) && other.parts(self))
    }

    fn is_clear_of(self, other: Self) -> bool {
        let low = |edge: Self| edge.from[1].min(edge.to[1]);
        let high = |edge: Self| edge.from[1].max(edge.to[1]);
        other.to[0] < self.from[0]
            || self.to[0] < other.from[0]
            || high(other) < low(self)
            || high(self) < low(other)
    }

    /// Whether a vertex lies on the edge, but is not one of its ends.
    fn passes(self, vertex: Vertex) -> bool {
        vertex != self.from
            && vertex != self.to
            && !self.is_clear_of(Self { from: vertex, to: vertex })
            && orientation(self.from, self.to, vertex) == 0
    }

    /// Whether the ends of the other edge lie on different sides.
    fn parts(self, other: Self) -> bool {
        let side = |vertex| orientation(self.from, self.to, vertex).signum();
        side(other.from) * side(other.to) < 0
    }
}
