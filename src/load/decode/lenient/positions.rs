//! Positions as other software writes them: with heights and measures that are null, empty, or on a
//! map of the world that is repeated to the right.

use geojson::JsonValue;

use super::json::Numbered;
use crate::load::diagnostic::{Code, Diagnostic, Layer};

/// Takes what is no number from behind longitude and latitude (ArcGIS writes null for a measure that
/// is missing), and a point without any coordinates (RFC 7946, section 3.1).
pub(super) fn clean(feature: &mut JsonValue) {
    let Some(geometry) = feature.get_mut("geometry") else { return };
    if is_empty_point(geometry) {
        *geometry = JsonValue::Null;
    } else {
        of_geometry(geometry);
    }
}

fn of_geometry(geometry: &mut JsonValue) {
    if let Some(coordinates) = geometry.get_mut("coordinates") {
        cut(coordinates);
    }
    let parts = geometry.get_mut("geometries").and_then(JsonValue::as_array_mut);
    parts.into_iter().flatten().for_each(of_geometry);
}

fn cut(coordinates: &mut JsonValue) {
    let Some(list) = coordinates.as_array_mut() else { return };
    if list.iter().any(JsonValue::is_array) {
        list.iter_mut().for_each(cut);
    } else if list.iter().skip(2).any(|ordinate| !ordinate.is_number()) {
        list.truncate(2);
    }
}

fn is_empty_point(geometry: &JsonValue) -> bool {
    let is_point = geometry.get("type").and_then(JsonValue::as_str) == Some("Point");
    let coordinates = geometry.get("coordinates");
    let is_empty = match coordinates {
        Some(JsonValue::Array(list)) => list.iter().take(2).all(JsonValue::is_null),
        other => other.is_some_and(JsonValue::is_null),
    };
    is_point && is_empty
}

/// Turns shapes beyond 180 degrees by 360: who draws on a map that repeats the world to the right
/// gets longitudes of up to 540. A shape across the 180th meridian stays where most of it is.
pub(super) fn turn(
    layer: Layer,
    source: &str,
    features: &mut Numbered,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut turned = Turned::default();
    for (_, feature) in features {
        if let Some(geometry) = feature.get_mut("geometry") {
            turned.geometry(geometry);
        }
    }
    let Some((number, from, to)) = turned.first.map(|(from, to)| (turned.number, from, to)) else {
        return;
    };
    let shapes =
        if number == 1 { "1 shape has".to_owned() } else { format!("{number} shapes have") };
    diagnostics.push(Diagnostic::of_file(
        layer,
        source,
        Code::LongitudeTurned,
        format!("{shapes} longitudes beyond 180 degrees, which were turned by 360: {from} was read as {to}"),
        "nothing needs to be done if they are where they should be; else write longitudes from -180 to 180 (RFC 7946, section 4)",
    ));
}

#[derive(Default)]
struct Turned {
    number: usize,
    /// A longitude, and what it was read as.
    first: Option<(f64, f64)>,
}

impl Turned {
    fn geometry(&mut self, geometry: &mut JsonValue) {
        let is_multiple = geometry
            .get("type")
            .and_then(JsonValue::as_str)
            .is_some_and(|kind| kind.starts_with("Multi"));
        match geometry.get_mut("coordinates") {
            Some(JsonValue::Array(parts)) if is_multiple => {
                parts.iter_mut().for_each(|part| self.part(part));
            }
            Some(part) => self.part(part),
            None => {}
        }
        let parts = geometry.get_mut("geometries").and_then(JsonValue::as_array_mut);
        parts.into_iter().flatten().for_each(|part| self.geometry(part));
    }

    fn part(&mut self, part: &mut JsonValue) {
        let mut bounds = (f64::MAX, f64::MIN);
        let mut is_degrees = true;
        each(part, &mut |x, y| {
            bounds = (bounds.0.min(x), bounds.1.max(x));
            is_degrees &= x.abs() <= 540.0 && y.abs() <= 90.0;
            None
        });
        let (low, high) = bounds;
        if !is_degrees || low > high || (low >= -180.0 && high <= 180.0) {
            return;
        }
        let middle = f64::midpoint(low, high);
        let by = match () {
            () if middle > 180.0 => -360.0,
            () if middle < -180.0 => 360.0,
            () => return,
        };
        self.number += 1;
        self.first = self.first.or(Some((low, rounded(low + by))));
        each(part, &mut |x, _| Some(rounded(x + by)));
    }
}

/// Calls a function with each position, and sets the longitude to what it returns.
fn each(coordinates: &mut JsonValue, with: &mut impl FnMut(f64, f64) -> Option<f64>) {
    let Some(list) = coordinates.as_array_mut() else { return };
    if list.iter().any(JsonValue::is_array) {
        list.iter_mut().for_each(|inner| each(inner, with));
    } else if let [x, y, ..] = list.as_mut_slice()
        && let (Some(at_x), Some(at_y)) = (x.as_f64(), y.as_f64())
        && let Some(other) = with(at_x, at_y)
    {
        *x = JsonValue::from(other);
    }
}

/// Without what adding 360 leaves behind the ninth decimal, a tenth of a millimetre.
pub(crate) fn rounded(degrees: f64) -> f64 {
    (degrees * 1e9).round() / 1e9
}
