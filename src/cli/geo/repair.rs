//! Makes regions valid and clears the crumbs that digitising leaves between them.
use std::path::Path;

use geo::orient::Direction;
use geo::{
    Area as _, BooleanOps as _, BoundingRect as _, LineString, MakeValid as _, MultiPolygon,
    Orient as _, Polygon, Validation as _, unary_union,
};

use super::error::Error;
use super::grid::{Plane, rounded};
use super::snap::snap;
use super::source::Region;

/// Valid regions that share the vertices of their common borders, without parts or gaps smaller
/// than `least_km2`. A small gap goes to the neighbour with the longest border on it.
pub(crate) fn repair(
    file: &Path,
    regions: Vec<Region>,
    least_km2: f64,
) -> Result<Vec<Region>, Error> {
    let mut regions: Vec<Region> =
        regions.into_iter().map(|region| valid(file, region)).collect::<Result<_, _>>()?;
    for region in &mut regions {
        region.shape.0.retain(|part| square_km(part) >= least_km2);
    }
    for gap in gaps(&regions, least_km2) {
        let neighbour = regions
            .iter_mut()
            .max_by(|a, b| common_border(&a.shape, &gap).total_cmp(&common_border(&b.shape, &gap)));
        if let Some(neighbour) = neighbour {
            neighbour.shape = rounded(&neighbour.shape.union(&gap));
        }
    }
    let shapes: Vec<_> = regions.iter().map(|region| region.shape.clone()).collect();
    Ok(regions
        .into_iter()
        .zip(snap(&shapes))
        .map(|(region, shape)| Region { shape, ..region })
        .collect())
}

fn valid(file: &Path, region: Region) -> Result<Region, Error> {
    let mut parts = Vec::new();
    for part in region.shape {
        if part.is_valid() {
            parts.push(part.orient(Direction::Default));
            continue;
        }
        let repaired = part.make_valid().map_err(|error| {
            Error::in_feature(
                file,
                &region.code,
                format!("a polygon cannot be repaired: {error}"),
                "correct its rings in the source",
            )
        })?;
        parts.extend(rounded(&repaired.orient(Direction::Default)));
    }
    Ok(Region { shape: MultiPolygon(parts), ..region })
}

/// Holes between regions, such as a part that was too small leaves.
fn gaps(regions: &[Region], least_km2: f64) -> Vec<Polygon<f64>> {
    let whole = unary_union(regions.iter().map(|region| &region.shape));
    let holes = whole.into_iter().flat_map(|polygon| polygon.into_inner().1);
    rounded(&holes.map(|ring| Polygon::new(ring, Vec::new())).collect())
        .into_iter()
        .map(|gap| gap.orient(Direction::Default))
        .filter(|gap| square_km(gap) < least_km2)
        .collect()
}

pub(crate) fn square_km(polygon: &Polygon<f64>) -> f64 {
    let middle = polygon.bounding_rect().map_or(0.0, |rect| rect.center().y);
    Plane::at_latitude(middle).square_km(polygon.unsigned_area())
}

/// The length of the gap's border that the region has too, in degrees.
fn common_border(region: &MultiPolygon<f64>, gap: &Polygon<f64>) -> f64 {
    let rings = |p: &Polygon<f64>| -> Vec<LineString<f64>> {
        std::iter::once(p.exterior()).chain(p.interiors()).cloned().collect()
    };
    let edges: Vec<_> =
        region.iter().flat_map(rings).flat_map(|r| r.lines().collect::<Vec<_>>()).collect();
    gap.exterior()
        .lines()
        .filter(|line| {
            edges.iter().any(|edge| {
                (edge.start, edge.end) == (line.start, line.end)
                    || (edge.start, edge.end) == (line.end, line.start)
            })
        })
        .map(|line| line.dx().hypot(line.dy()))
        .sum()
}
