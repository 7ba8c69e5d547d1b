//! Properties of the topology, whatever the borders are.
use std::collections::{BTreeMap, BTreeSet};

use geo::{Area as _, BooleanOps as _, Line, MultiPolygon, Polygon, Validation as _, unary_union};
use proptest::prelude::*;

use super::grid::{Vertex, to_line_string};
use super::quantise::quantise;
use super::simplify::{Limits, simplify};
use super::snap::snap;
use super::topology::Topology;

/// The side of a cell, in millionths of a degree.
const CELL: i64 = 100_000;
const ACROSS: usize = 3;
const ON_A_SIDE: usize = 6;

/// How far the vertices of a side may stray: not so far that sides of one cell meet.
const STRAY: i64 = CELL / 12;

/// Regions that cover a square: cells with crooked sides, each belonging to one of four regions.
/// A region can be in several parts, have holes, or touch itself at a corner.
fn regions() -> impl Strategy<Value = Vec<MultiPolygon<f64>>> {
    let sides = 2 * ACROSS * (ACROSS + 1);
    let strays = prop::collection::vec(-STRAY..=STRAY, sides * ON_A_SIDE);
    let owners = prop::collection::vec(0_usize..4, ACROSS * ACROSS);
    (strays, owners).prop_map(|(strays, owners)| {
        let cells = cells(&strays);
        (0..4)
            .map(|region| {
                let own = owners.iter().zip(&cells).filter(|(owner, _)| **owner == region);
                unary_union(own.map(|(_, cell)| cell))
            })
            .filter(|region| !region.0.is_empty())
            .collect()
    })
}

fn cells(strays: &[i64]) -> Vec<Polygon<f64>> {
    // The lines of the grid: sides along x first, then along y.
    let side = |along_y: bool, line: usize, cell: usize| -> Vec<Vertex> {
        let number = (usize::from(along_y) * (ACROSS + 1) + line) * ACROSS + cell;
        let strays = &strays[number * ON_A_SIDE..(number + 1) * ON_A_SIDE];
        let start = cell as i64 * CELL;
        let line = line as i64 * CELL;
        std::iter::once(0)
            .chain(strays.iter().copied())
            .chain([0])
            .enumerate()
            .map(|(at, stray)| {
                let along = start + at as i64 * CELL / (ON_A_SIDE as i64 + 1);
                if along_y { [line + stray, along] } else { [along, line + stray] }
            })
            .collect()
    };
    let backwards = |mut side: Vec<Vertex>| {
        side.reverse();
        side
    };
    let cell = |x: usize, y: usize| {
        let ring = [
            side(false, y, x),
            side(true, x + 1, y),
            backwards(side(false, y + 1, x)),
            backwards(side(true, x, y)),
        ];
        Polygon::new(to_line_string(&ring.concat()), Vec::new())
    };
    (0..ACROSS).flat_map(|y| (0..ACROSS).map(move |x| cell(x, y))).collect()
}

fn shapes(topology: &Topology) -> Vec<MultiPolygon<f64>> {
    topology.regions.iter().map(|region| topology.region(region)).collect()
}

fn lines(shape: &MultiPolygon<f64>) -> Vec<Line> {
    let rings = |p: &Polygon<f64>| [&[p.exterior().clone()], p.interiors()].concat();
    shape.iter().flat_map(rings).flat_map(|ring| ring.lines().collect::<Vec<_>>()).collect()
}

fn simplified(topology: &Topology, share: f64) -> Topology {
    let positions = (topology.positions() as f64 * share) as usize;
    simplify(topology, |_, _| 1.0, Limits { positions, distance_km: 100.0 })
}

/// Regions that are valid, do not overlap, and leave no gap but those there were.
fn assert_partition(topology: &Topology, gaps: usize) {
    let shapes = shapes(topology);
    for shape in &shapes {
        assert_eq!(shape.validation_errors(), []);
    }
    let sum: f64 = shapes.iter().map(|shape| shape.unsigned_area()).sum();
    let union = unary_union(&shapes);
    // The union is computed on a grid of about a billionth of the extent.
    assert!((union.unsigned_area() - sum).abs() <= 1e-7 * sum, "regions overlap");
    let holes: usize = union.iter().map(|polygon| polygon.interiors().len()).sum();
    assert_eq!(holes, gaps, "a gap has opened");
}

fn junctions(topology: &Topology) -> BTreeSet<Vertex> {
    topology.arcs.iter().flat_map(|arc| [arc[0], arc[arc.len() - 1]]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn arcs_make_up_the_same_regions(regions in regions()) {
        let regions = snap(&regions);
        for (before, after) in regions.iter().zip(shapes(&Topology::new(&regions))) {
            prop_assert!(before.xor(&after).unsigned_area() < 1e-12);
        }
    }

    #[test]
    fn simplified_regions_stay_a_partition(regions in regions(), share in 0.0..1.0) {
        let topology = Topology::new(&snap(&regions));
        let simplified = simplified(&topology, share);
        prop_assert!(simplified.positions() <= topology.positions());
        assert_partition(&simplified, 0);
    }

    #[test]
    fn junctions_stay(regions in regions(), share in 0.0..1.0) {
        let topology = Topology::new(&snap(&regions));
        prop_assert_eq!(junctions(&simplified(&topology, share)), junctions(&topology));
    }

    #[test]
    fn neighbours_share_every_edge_between_them(regions in regions(), share in 0.0..1.0) {
        let topology = simplified(&Topology::new(&snap(&regions)), share);
        let mut edges: BTreeMap<[(u64, u64); 2], Vec<Line>> = BTreeMap::new();
        let shapes = shapes(&topology);
        for line in shapes.iter().flat_map(lines) {
            let mut ends = [line.start, line.end].map(|c| (c.x.to_bits(), c.y.to_bits()));
            ends.sort_unstable();
            edges.entry(ends).or_default().push(line);
        }
        prop_assert!(edges.values().all(|edge| edge.len() <= 2));
        let length = |lines: &[Line]| -> f64 {
            lines.iter().map(|line| line.dx().hypot(line.dy())).sum()
        };
        let once = edges.into_values().filter(|edge| edge.len() == 1).flatten();
        let outline = length(&lines(&unary_union(&shapes)));
        prop_assert!((length(&once.collect::<Vec<_>>()) - outline).abs() < 1e-6);
    }

    #[test]
    fn simplification_is_deterministic(regions in regions(), share in 0.0..1.0) {
        let topology = Topology::new(&snap(&regions));
        prop_assert_eq!(simplified(&topology, share), simplified(&topology, share));
    }

    #[test]
    fn where_rings_begin_does_not_matter(regions in regions(), start in 1_usize..20) {
        let regions = snap(&regions);
        let turned = |polygon: &Polygon<f64>| {
            let mut ring = polygon.exterior().0.clone();
            ring.pop();
            let middle = start % ring.len();
            ring.rotate_left(middle);
            Polygon::new(ring.into(), polygon.interiors().iter().rev().cloned().collect())
        };
        let others: Vec<MultiPolygon<f64>> =
            regions.iter().map(|region| region.0.iter().rev().map(turned).collect()).collect();
        prop_assert_eq!(Topology::new(&regions), Topology::new(&others));
    }

    #[test]
    fn edges_stay_near_the_source(regions in regions()) {
        let topology = Topology::new(&snap(&regions));
        let limits = Limits { positions: 0, distance_km: 0.3 };
        let near = simplify(&topology, |_, _| 1.0, limits);
        for (before, after) in topology.arcs.iter().zip(&near.arcs) {
            let (before, after) = (to_line_string(before), to_line_string(after));
            for point in geo::Densify::densify(&geo::Euclidean, &after, 0.0005).points() {
                let degrees = geo::Distance::distance(&geo::Euclidean, &point, &before);
                prop_assert!(degrees * 111.2 < 0.36, "{} degrees", degrees);
            }
        }
    }

    #[test]
    fn quantised_regions_stay_a_partition(
        regions in regions(),
        share in 0.0..1.0,
        step in prop::sample::select(vec![1_000, 10_000, 25_000]),
    ) {
        let topology = simplified(&Topology::new(&snap(&regions)), share);
        // The coarsest grid may have no room for a junction; it says so.
        let Ok(quantised) = quantise(&topology, step) else {
            prop_assert!(step == 25_000);
            return Ok(());
        };
        prop_assert!(quantised.arcs.iter().flatten().flatten().all(|value| value % step == 0));
        prop_assert_eq!(junctions(&quantised).len(), junctions(&topology).len());
        let inside = quantised.arcs.iter().flat_map(|arc| &arc[1..arc.len() - 1]);
        let distinct: BTreeSet<_> = inside.clone().copied().collect();
        prop_assert_eq!(inside.count(), distinct.len());
        prop_assert!(distinct.is_disjoint(&junctions(&quantised)));
        assert_partition(&quantised, 0);
    }

    #[test]
    fn neighbours_drawn_a_little_apart_are_joined(
        regions in regions(),
        shifts in prop::collection::vec((-2_i64..=2, -2_i64..=2), 4),
    ) {
        use geo::Translate as _;
        let regions = snap(&regions);
        let apart: Vec<_> = regions
            .iter()
            .zip(shifts)
            .map(|(region, (x, y))| region.translate(x as f64 / 1e6, y as f64 / 1e6))
            .collect();
        let [before, after] = [&regions, &snap(&apart)].map(|regions| Topology::new(regions));
        prop_assert_eq!(before.arcs.len(), after.arcs.len());
        assert_partition(&after, 0);
    }
}
