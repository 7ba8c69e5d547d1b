//! Provinces with the latitude first, where both numbers are below 90: only where the country lies
//! on the earth tells.

use geojson::JsonValue;

use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::model::{CountryCode, Province};

/// Where countries lie: the file that the world view uses, too.
const COUNTRIES: &str = include_str!("../../../../geo/countries.geojson");

/// How far, in degrees, a country's point may lie outside its provinces.
const NEAR: f64 = 2.0;

/// Takes out provinces that lie on their side.
pub(crate) fn provinces(
    provinces: Vec<(usize, Province)>,
    country: Option<CountryCode>,
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(usize, Province)> {
    let Some((x, y)) = country.and_then(point_of) else { return provinces };
    let positions = || {
        let polygons = provinces.iter().flat_map(|(_, province)| &province.area);
        polygons.flat_map(|polygon| &polygon.exterior().0)
    };
    let bounds = |of: fn(&geo_types::Coord<f64>) -> f64| {
        positions()
            .map(of)
            .fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(at), high.max(at)))
    };
    let (first, second) = (bounds(|at| at.x), bounds(|at| at.y));
    let is_in = |(low, high): (f64, f64), at: f64| (low - NEAR..=high + NEAR).contains(&at);
    let is_right = is_in(first, x) && is_in(second, y);
    let is_swapped = is_in(first, y) && is_in(second, x);
    if is_right || !is_swapped {
        return provinces;
    }
    for (number, province) in &provinces {
        diagnostics.push(Diagnostic {
            feature: Some(*number),
            id: Some(province.code.to_string()),
            field: Some("geometry".to_owned()),
            ..Diagnostic::of_file(
                Layer::Provinces,
                source,
                Code::GeometrySwapped,
                format!(
                    "the country lies at longitude {x}, latitude {y}, and this file the other way round; longitude and latitude seem to be swapped"
                ),
                "put the longitude first (RFC 7946, section 3.1.1)",
            )
        });
    }
    Vec::new()
}

fn point_of(country: CountryCode) -> Option<(f64, f64)> {
    let countries: JsonValue = serde_json::from_str(COUNTRIES).ok()?;
    let features = countries.get("features")?.as_array()?;
    let is_it = |feature: &&JsonValue| {
        feature.get("id").and_then(JsonValue::as_str) == Some(country.as_str())
    };
    let coordinates = features.iter().find(is_it)?.pointer("/geometry/coordinates")?.as_array()?;
    match coordinates.as_slice() {
        [x, y, ..] => Some((x.as_f64()?, y.as_f64()?)),
        _ => None,
    }
}
