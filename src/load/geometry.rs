//! Shapes out of features.

use geo_types::{Coord, MultiLineString, MultiPolygon};
use geojson::GeometryValue;

use super::fields::Fields;
use super::{Cause, Problem};

/// The feature's polygons; the winding does not matter, although RFC 7946, section 3.1.6 asks
/// for one, since much software writes the other.
pub(super) fn area(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<MultiPolygon<f64>> {
    let value = fields.feature.geometry.as_ref().map(|geometry| &geometry.value);
    let area = match value {
        Some(polygon @ GeometryValue::Polygon { .. }) => {
            geo_types::Polygon::try_from(polygon).ok().map(|polygon| MultiPolygon(vec![polygon]))
        }
        Some(polygons @ GeometryValue::MultiPolygon { .. }) => {
            MultiPolygon::try_from(polygons).ok()
        }
        _ => None,
    };
    let area = area.filter(|area| area.iter().any(|polygon| polygon.exterior().0.len() >= 4));
    if area.is_none() {
        let found = value.map_or("nothing", GeometryValue::type_name);
        problems.push(fields.problem(
            Cause::BadGeometry,
            "geometry",
            format!("an area was expected, and there is {found}"),
            "give the feature a Polygon or MultiPolygon (RFC 7946, section 3.1.6)",
        ));
    }
    area
}

/// The feature's lines.
pub(super) fn lines(
    fields: &Fields<'_>,
    problems: &mut Vec<Problem>,
) -> Option<MultiLineString<f64>> {
    let value = fields.feature.geometry.as_ref().map(|geometry| &geometry.value);
    let lines = match value {
        Some(line @ GeometryValue::LineString { .. }) => {
            geo_types::LineString::try_from(line).ok().map(|line| MultiLineString(vec![line]))
        }
        Some(lines @ GeometryValue::MultiLineString { .. }) => {
            MultiLineString::try_from(lines).ok()
        }
        _ => None,
    };
    if lines.is_none() {
        problems.push(fields.problem(
            Cause::BadGeometry,
            "geometry",
            "a line was expected",
            "give the feature a LineString or MultiLineString (RFC 7946, section 3.1.4)",
        ));
    }
    lines
}

/// The feature's point.
pub(super) fn point(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Coord<f64>> {
    let value = fields.feature.geometry.as_ref().map(|geometry| &geometry.value);
    let point = value.and_then(|value| geo_types::Point::<f64>::try_from(value).ok());
    if point.is_none() {
        problems.push(fields.problem(
            Cause::BadGeometry,
            "geometry",
            "a point was expected",
            "give the feature a Point (RFC 7946, section 3.1.2)",
        ));
    }
    point.map(|point| point.0)
}

/// The middle of the box around the polygon with the most vertices: good enough for the label of
/// a file that says nothing better.
pub(super) fn middle(area: &MultiPolygon<f64>) -> Option<Coord<f64>> {
    let largest = area.iter().max_by_key(|polygon| polygon.exterior().0.len())?;
    let ring = &largest.exterior().0;
    let first = *ring.first()?;
    let (low, high) = ring.iter().fold((first, first), |(low, high), at| {
        (
            Coord { x: low.x.min(at.x), y: low.y.min(at.y) },
            Coord { x: high.x.max(at.x), y: high.y.max(at.y) },
        )
    });
    Some((low + high) / 2.0)
}
