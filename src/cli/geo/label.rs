//! Where a name is written: the pole of inaccessibility, the inside point farthest from a border.
use std::path::Path;

use geo::{MultiPolygon, Point, Polygon};

use super::error::Error;
use super::repair::square_km;

/// In degrees.
const TOLERANCE: f64 = 0.001;

/// The pole of inaccessibility of the largest polygon.
pub(crate) fn label(file: &Path, feature: &str, shape: &MultiPolygon<f64>) -> Result<Point, Error> {
    largest(shape).and_then(|polygon| polylabel::polylabel(polygon, &TOLERANCE).ok()).ok_or_else(
        || {
            let remedy = "give it a polygon with an area";
            Error::in_feature(file, feature, "has no room for a label", remedy)
        },
    )
}

fn largest(shape: &MultiPolygon<f64>) -> Option<&Polygon<f64>> {
    shape.iter().max_by(|a, b| square_km(a).total_cmp(&square_km(b)))
}
