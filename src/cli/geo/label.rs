//! Where a name is written: the pole of inaccessibility, the inside point farthest from a border.
use std::path::Path;

use geo::{BoundingRect as _, Centroid as _, Intersects as _, MultiPolygon, Point, Polygon};

use super::error::Error;
use super::repair::square_km;

/// In degrees.
const TOLERANCE: f64 = 0.001;

/// The pole of inaccessibility of the largest polygon.
pub(crate) fn label(file: &Path, feature: &str, shape: &MultiPolygon<f64>) -> Result<Point, Error> {
    let inside = |polygon| {
        let point = polylabel::polylabel(polygon, &TOLERANCE).ok();
        // What is smaller than the tolerance has no inside to search.
        let found =
            point.filter(|point| polygon.bounding_rect().is_some_and(|r| r.intersects(point)));
        found.or_else(|| polygon.centroid())
    };
    largest(shape).and_then(inside).ok_or_else(|| {
        let remedy = "give it a polygon with an area";
        Error::in_feature(file, feature, "has no room for a label", remedy)
    })
}

fn largest(shape: &MultiPolygon<f64>) -> Option<&Polygon<f64>> {
    shape.iter().max_by(|a, b| square_km(a).total_cmp(&square_km(b)))
}
