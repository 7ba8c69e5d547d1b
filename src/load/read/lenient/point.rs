//! The point of a record, and the province around it.

use geo_types::{Coord, MultiPolygon};
use geojson::{Geometry, GeometryValue};

use super::written_point::{self, Axis, Order, Written};
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

/// The point of a feature, of a text, or of the columns for longitude and latitude.
pub(super) fn of(
    fields: &Fields<'_>,
    provinces: &[Province],
    diagnostics: &mut Vec<Diagnostic>,
) -> Point {
    if let Some(geometry) = fields.feature().and_then(|feature| feature.geometry.as_ref()) {
        return of_geometry(fields, geometry, diagnostics);
    }
    let text = fields.text("geometry");
    if let Some(text) = &text
        && let Some(point) = of_text(fields, "geometry", text, provinces, diagnostics)
    {
        return point;
    }
    match (fields.text("lon"), fields.text("lat")) {
        (None, None) if text.is_some() => Point::Other("text"),
        (None, None) => Point::Nothing,
        (Some(lon), Some(lat)) => match (degrees(&lon, Axis::Lon), degrees(&lat, Axis::Lat)) {
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

fn of_geometry(
    fields: &Fields<'_>,
    geometry: &Geometry,
    diagnostics: &mut Vec<Diagnostic>,
) -> Point {
    match in_geometry(&geometry.value) {
        Some(at) => checked(fields, "geometry", at, diagnostics),
        None => Point::Other(geometry.value.type_name()),
    }
}

/// The point that a text says, if it says one.
pub(super) fn of_text(
    fields: &Fields<'_>,
    field: &'static str,
    text: &str,
    provinces: &[Province],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Point> {
    let label = fields.values.cell(field).map_or(String::new(), |cell| cell.name);
    let (a, b, order) = match written_point::read(text, &label)? {
        Written::Geometry(geometry) => return Some(of_geometry(fields, &geometry, diagnostics)),
        Written::Projected(system) => {
            diagnostics.push(fields.diagnostic(
                Code::PointUnreadable,
                field,
                format!("the coordinates are in the reference system EPSG:{system}"),
                "convert them to longitude and latitude on WGS 84, EPSG:4326",
            ));
            return Some(Point::Unreadable);
        }
        Written::Pair(a, b, order) => (a, b, order),
    };
    if order != Order::Open {
        return Some(checked(fields, field, order.coord(a, b), diagnostics));
    }
    let around = |order: Order| province_at(provinces, order.coord(a, b));
    let (settled, province) = match (around(Order::LatFirst), around(Order::LonFirst)) {
        (Some(province), None) => (Order::LatFirst, province),
        (None, Some(province)) => (Order::LonFirst, province),
        _ => {
            diagnostics.push(fields.diagnostic(
                Code::PointUnreadable,
                field,
                format!("\"{text}\" does not say which of the two is the latitude"),
                "name the column \"lat, lon\" or \"lon, lat\", or write them into two columns, \"lat\" and \"lon\"",
            ));
            return Some(Point::Unreadable);
        }
    };
    let first = if settled == Order::LatFirst { "latitude" } else { "longitude" };
    diagnostics.push(fields.diagnostic(
        Code::PointOrder,
        field,
        format!(
            "\"{text}\" was read with the {first} first, since it is then in {} ({}), and else in no province",
            province.code,
            province.name.get("en")
        ),
        "name the column \"lat, lon\" or \"lon, lat\"",
    ));
    Some(Point::At(settled.coord(a, b)))
}

/// Degrees in decimals, also with a comma, or in degrees, minutes and seconds, with the letter of a
/// direction that fits the column.
fn degrees(text: &str, axis: Axis) -> Option<f64> {
    if let Ok(number) = text.trim_end_matches('°').trim().parse::<f64>() {
        return Some(number).filter(|number| number.is_finite());
    }
    let (number, found) = written_point::angle(text)?;
    found.is_none_or(|found| found == axis).then_some(number)
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
