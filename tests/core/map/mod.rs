//! What is drawn: shapes in their viewport, arcs the right way round, names that do not collide.

mod antimeridian;
mod arc;
mod class_breaks;
mod country;
mod gesture;
mod label;
mod path;
mod projection;
mod ring;
mod spatial_nav;
mod world;

use enforcement_map::map::ProvinceShape;
use geo_types::Coord;

use path::points;

fn at(x: f64, y: f64) -> Coord<f64> {
    Coord { x, y }
}

/// The points of a province's outline.
fn all_points(shape: &ProvinceShape) -> Vec<Coord<f64>> {
    let points = points(&shape.path).concat().into_iter();
    points.map(|(x, y)| at(f64::from(x), f64::from(y))).collect()
}
