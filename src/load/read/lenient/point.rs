//! The point of a record, and the province around it.

use geo_types::{Coord, MultiPolygon};
use geojson::{Geometry, GeometryValue};

use crate::load::decode::rounded;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::model::{Province, ring};

/// The coordinates that a record has.
pub(super) enum Point {
    At(Coord<f64>),
    /// Another shape than a point.
    Other(&'static str),
    /// None.
    Nothing,
    /// Some that cannot be read; there is a diagnostic about them.
    Unreadable,
}

/// The point of a feature, or of the columns for longitude and latitude.
pub(super) fn of(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Point {
    let geometry = match fields.feature() {
        Some(feature) => feature.geometry.clone(),
        None => fields.text("geometry").and_then(|text| text.parse::<Geometry>().ok()),
    };
    if let Some(geometry) = &geometry {
        return match in_geometry(&geometry.value) {
            Some(at) => checked(fields, "geometry", at, diagnostics),
            None => Point::Other(geometry.value.type_name()),
        };
    }
    match (fields.text("lon"), fields.text("lat")) {
        (None, None) => Point::Nothing,
        (Some(lon), Some(lat)) => match (degrees(&lon), degrees(&lat)) {
            (Some(x), Some(y)) => checked(fields, "lon", Coord { x, y }, diagnostics),
            (x, _) => {
                let (field, text) = if x.is_none() { ("lon", lon) } else { ("lat", lat) };
                diagnostics.push(fields.diagnostic(
                    Code::PointUnreadable,
                    field,
                    format!("\"{text}\" is not a number of degrees"),
                    "write decimal degrees with a point, as 104.92",
                ));
                Point::Unreadable
            }
        },
        (lon, _) => {
            let field = if lon.is_none() { "lon" } else { "lat" };
            diagnostics.push(fields.diagnostic(
                Code::PointUnreadable,
                field,
                "a point needs both a longitude and a latitude",
                "write both, or neither",
            ));
            Point::Unreadable
        }
    }
}

fn degrees(text: &str) -> Option<f64> {
    text.trim_end_matches('°').trim().parse::<f64>().ok().filter(|number| number.is_finite())
}

/// The point of a shape that is a point, or that consists of one.
fn in_geometry(value: &GeometryValue) -> Option<Coord<f64>> {
    match value {
        GeometryValue::GeometryCollection { geometries } => match geometries.as_slice() {
            [only] => in_geometry(&only.value),
            _ => None,
        },
        GeometryValue::MultiPoint { coordinates } => match coordinates.as_slice() {
            [only] => match only.as_slice() {
                [x, y, ..] => Some(Coord { x: *x, y: *y }),
                _ => None,
            },
            _ => None,
        },
        GeometryValue::Point { coordinates } => match coordinates.as_slice() {
            [x, y, ..] => Some(Coord { x: *x, y: *y }),
            _ => None,
        },
        _ => None,
    }
}

fn checked(
    fields: &Fields<'_>,
    field: &str,
    at: Coord<f64>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Point {
    if at.x.abs() <= 180.0 && at.y.abs() <= 90.0 {
        return Point::At(at);
    }
    if at.x.abs() <= 540.0 && at.y.abs() <= 90.0 {
        let turned = Coord { x: rounded(at.x - 360.0_f64.copysign(at.x)), y: at.y };
        diagnostics.push(fields.diagnostic(
            Code::LongitudeTurned,
            field,
            format!("the longitude {} is beyond 180 degrees, and was read as {}", at.x, turned.x),
            format!("write {} if that is where it was", turned.x),
        ));
        return Point::At(turned);
    }
    let is_swapped = at.x.abs() <= 90.0 && at.y.abs() <= 180.0;
    let (code, message, remedy) = if is_swapped {
        (
            Code::PointSwapped,
            format!(
                "a latitude of {} does not exist; longitude and latitude seem to be swapped",
                at.y
            ),
            format!("write {} as the longitude and {} as the latitude, if that is so", at.y, at.x),
        )
    } else {
        (
            Code::PointUnreadable,
            format!("{}, {} is beyond longitude 180 and latitude 90", at.x, at.y),
            "write decimal degrees on WGS 84, longitude first".to_owned(),
        )
    };
    diagnostics.push(fields.diagnostic(code, field, message, remedy));
    Point::Unreadable
}

/// The province around a point.
pub(super) fn province_at(provinces: &[Province], at: Coord<f64>) -> Option<&Province> {
    provinces.iter().find(|province| is_within(&province.area, at))
}

/// By the even-odd rule: within an odd number of rings, of which holes are some.
fn is_within(area: &MultiPolygon<f64>, at: Coord<f64>) -> bool {
    let rings = area
        .iter()
        .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    // A shape across the 180th meridian may go on beyond it.
    let turns = [0.0, 360.0, -360.0].map(|by| Coord { x: at.x + by, y: at.y });
    let rings: Vec<_> = rings.collect();
    turns.iter().any(|at| rings.iter().filter(|ring| ring::contains(&ring.0, *at)).count() % 2 == 1)
}
