//! Borders as arcs: what two regions share is stored once.
use std::collections::{BTreeMap, BTreeSet};

use geo::{LineString, MultiPolygon, Orient as _, Polygon, orient::Direction};

use super::grid::{Vertex, to_line_string, to_vertex};

/// One arc of a ring, in the arc's own direction or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ArcRef {
    pub(crate) arc: usize,
    pub(crate) reversed: bool,
}

pub(crate) type Ring = Vec<ArcRef>;

/// The exterior ring, then the interior ones.
pub(crate) type Rings = Vec<Ring>;

/// Regions whose common borders are common arcs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Topology {
    /// From junction to junction; an arc without any junction begins and ends at one vertex.
    pub(crate) arcs: Vec<Vec<Vertex>>,
    pub(crate) regions: Vec<Vec<Rings>>,
}

impl Topology {
    pub(crate) fn new(regions: &[MultiPolygon<f64>]) -> Self {
        let regions: Vec<Vec<Vec<Vec<Vertex>>>> = regions.iter().map(polygons).collect();
        let junctions = junctions(regions.iter().flatten().flatten());
        let mut arcs = Arcs::default();
        let regions = regions
            .iter()
            .map(|polygons| {
                let rings = |rings: &Vec<Vec<Vertex>>| -> Rings {
                    rings.iter().map(|ring| arcs.of_ring(ring, &junctions)).collect()
                };
                polygons.iter().map(rings).collect()
            })
            .collect();
        Self { arcs: arcs.arcs, regions }
    }

    /// The region as RFC 7946 section 3.1.6 wants it: exterior rings counter-clockwise.
    pub(crate) fn region(&self, region: &[Rings]) -> MultiPolygon<f64> {
        region.iter().map(|rings| self.polygon(rings)).collect()
    }

    pub(crate) fn polygon(&self, rings: &Rings) -> Polygon<f64> {
        let mut rings = rings.iter().map(|ring| to_line_string(&self.ring(ring)));
        let Some(exterior) = rings.next() else { return Polygon::empty() };
        Polygon::new(exterior, rings.collect()).orient(Direction::Default)
    }

    /// How often each arc is drawn.
    pub(crate) fn uses(&self) -> Vec<usize> {
        let mut uses = vec![0; self.arcs.len()];
        for arc in self.regions.iter().flatten().flatten().flatten() {
            if let Some(uses) = uses.get_mut(arc.arc) {
                *uses += 1;
            }
        }
        uses
    }

    /// Positions written for all rings of all regions.
    pub(crate) fn positions(&self) -> usize {
        let rings = self.regions.iter().flatten().flatten().count();
        let inside: usize =
            self.arcs.iter().zip(self.uses()).map(|(arc, uses)| (arc.len() - 1) * uses).sum();
        rings + inside
    }

    fn ring(&self, ring: &Ring) -> Vec<Vertex> {
        let mut vertices = Vec::new();
        for ArcRef { arc, reversed } in ring {
            let Some(arc) = self.arcs.get(*arc) else { continue };
            vertices.pop();
            if *reversed {
                vertices.extend(arc.iter().rev());
            } else {
                vertices.extend(arc);
            }
        }
        vertices
    }
}

/// The polygons of a region as rings without the closing vertex, always in the same order: what
/// repairs polygons does not promise any.
fn polygons(region: &MultiPolygon<f64>) -> Vec<Vec<Vec<Vertex>>> {
    let mut polygons: Vec<_> = region.iter().map(open_rings).collect();
    polygons.sort();
    polygons
}

fn open_rings(polygon: &Polygon<f64>) -> Vec<Vec<Vertex>> {
    let (exterior, interiors) = polygon.orient(Direction::Default).into_inner();
    let mut interiors: Vec<_> = interiors.iter().map(open_ring).collect();
    interiors.sort();
    std::iter::once(open_ring(&exterior)).chain(interiors).collect()
}

/// Begins at the smallest vertex.
fn open_ring(ring: &LineString<f64>) -> Vec<Vertex> {
    let mut vertices: Vec<Vertex> = ring.coords().copied().map(to_vertex).collect();
    vertices.dedup();
    vertices.pop();
    let smallest = vertices.iter().enumerate().min_by_key(|(_, vertex)| **vertex);
    let start = smallest.map_or(0, |(at, _)| at);
    vertices.rotate_left(start);
    vertices
}

/// Each vertex of a ring with the one before and the one after it.
fn corners(ring: &[Vertex]) -> impl Iterator<Item = (Vertex, Vertex, Vertex)> {
    let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
    let after = ring.iter().cycle().skip(1);
    ring.iter().zip(before).zip(after).map(|((v, before), after)| (*before, *v, *after))
}

/// Where borders part: a vertex that is not between the same two neighbours wherever it occurs.
fn junctions<'a>(rings: impl Iterator<Item = &'a Vec<Vertex>>) -> BTreeSet<Vertex> {
    let mut neighbours: BTreeMap<Vertex, [Vertex; 2]> = BTreeMap::new();
    let mut junctions = BTreeSet::new();
    for (before, vertex, after) in rings.flat_map(|ring| corners(ring)) {
        let pair = [before.min(after), before.max(after)];
        if *neighbours.entry(vertex).or_insert(pair) != pair {
            junctions.insert(vertex);
        }
    }
    junctions
}

#[derive(Default)]
struct Arcs {
    arcs: Vec<Vec<Vertex>>,
    index: BTreeMap<Vec<Vertex>, usize>,
}

impl Arcs {
    fn of_ring(&mut self, ring: &[Vertex], junctions: &BTreeSet<Vertex>) -> Ring {
        // A ring without any junction begins at its smallest vertex, whichever region it is of.
        let start = ring.iter().position(|v| junctions.contains(v)).unwrap_or(0);
        let mut turn = ring.iter().copied().cycle().skip(start).take(ring.len() + 1);
        let mut refs = Vec::new();
        let mut arc: Vec<Vertex> = turn.next().into_iter().collect();
        let mut left = ring.len();
        for vertex in turn {
            arc.push(vertex);
            left -= 1;
            if left == 0 || junctions.contains(&vertex) {
                refs.push(self.intern(std::mem::replace(&mut arc, vec![vertex])));
            }
        }
        refs
    }

    fn intern(&mut self, arc: Vec<Vertex>) -> ArcRef {
        let backward: Vec<Vertex> = arc.iter().rev().copied().collect();
        let reversed = backward < arc;
        let arc = if reversed { backward } else { arc };
        let next = self.arcs.len();
        let index = *self.index.entry(arc).or_insert_with_key(|arc| {
            self.arcs.push(arc.clone());
            next
        });
        ArcRef { arc: index, reversed }
    }
}
