//! Fields to shapes.

use geo_types::{Coord, MultiLineString, MultiPolygon};
use geojson::GeometryValue;

use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::load::mode::{LENIENT, say};

/// The feature's polygons, with any winding: RFC 7946, section 3.1.6, asks for one, but much
/// software writes the other.
pub(super) fn area(
    fields: &Fields<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<MultiPolygon<f64>> {
    let value = fields.geometry();
    let area = value.and_then(polygons);
    let area = area.filter(|area| area.iter().any(|polygon| polygon.exterior().0.len() >= 4));
    if area.is_none() {
        let found = value.map_or("nothing", GeometryValue::type_name);
        diagnostics.push(fields.diagnostic(
            Code::GeometryBad,
            "geometry",
            say!("an area was expected, and there is {found}"),
            "give the feature a Polygon or MultiPolygon (RFC 7946, section 3.1.6)",
        ));
    }
    area.filter(|area| is_on_earth(fields, area, diagnostics))
}

fn polygons(value: &GeometryValue) -> Option<MultiPolygon<f64>> {
    match value {
        GeometryValue::Polygon { .. } => {
            geo_types::Polygon::try_from(value).ok().map(|polygon| MultiPolygon(vec![polygon]))
        }
        GeometryValue::MultiPolygon { .. } => MultiPolygon::try_from(value).ok(),
        // RFC 7946, section 3.1.8, advises against it where one type is enough. Some files have it.
        GeometryValue::GeometryCollection { geometries } if LENIENT => {
            let parts = geometries.iter().filter_map(|geometry| polygons(&geometry.value));
            Some(MultiPolygon(parts.flatten().collect())).filter(|area| !area.0.is_empty())
        }
        _ => None,
    }
}

/// Whether an area has longitudes and latitudes, in this order.
fn is_on_earth(
    fields: &Fields<'_>,
    area: &MultiPolygon<f64>,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let positions = || area.iter().flat_map(|polygon| &polygon.exterior().0);
    // A shape across the 180th meridian may go on beyond it; the small module leaves it to the large
    // one, which turns what lies wholly beyond.
    let furthest = if LENIENT { 270.0 } else { 180.0 };
    let fits = |x: f64, y: f64| x.abs() <= furthest && y.abs() <= 90.0;
    if positions().all(|at| fits(at.x, at.y)) {
        return true;
    }
    let (code, message, remedy) = if positions().all(|at| fits(at.y, at.x)) {
        (
            Code::GeometrySwapped,
            "a latitude is beyond 90 degrees; longitude and latitude seem to be swapped",
            "put the longitude first (RFC 7946, section 3.1.1)",
        )
    } else {
        (
            Code::CrsUnsupported,
            "the coordinates are no degrees",
            "convert the file: ogr2ogr -f GeoJSON -s_srs EPSG:32648 -t_srs EPSG:4326 out.geojson in.geojson, with its name, and with the code of the reference system that it is in instead of 32648 (UTM, zone 48 north)",
        )
    };
    diagnostics.push(fields.diagnostic(code, "geometry", message, remedy));
    false
}

/// The feature's lines.
pub(super) fn lines(
    fields: &Fields<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<MultiLineString<f64>> {
    let value = fields.geometry();
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
        diagnostics.push(fields.diagnostic(
            Code::GeometryBad,
            "geometry",
            "a line was expected",
            "give the feature a LineString or MultiLineString (RFC 7946, section 3.1.4)",
        ));
    }
    lines
}

/// The feature's point.
pub(super) fn point(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Coord<f64>> {
    let value = fields.geometry();
    let point = value.and_then(|value| geo_types::Point::<f64>::try_from(value).ok());
    if point.is_none() {
        diagnostics.push(fields.diagnostic(
            Code::GeometryBad,
            "geometry",
            "a point was expected",
            "give the feature a Point (RFC 7946, section 3.1.2)",
        ));
    }
    point.map(|point| point.0)
}

/// The middle of the bounding box of the polygon with the most vertices: a position for the label
/// where the file gives none.
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
