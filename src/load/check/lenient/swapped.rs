//! Provinces with the latitude first, where both numbers are below 90: only where the country lies
//! on the earth tells.

use geojson::JsonValue;

use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::model::{CountryCode, Province};

/// Where countries lie: the file that the world view uses, too.
const COUNTRIES: &str = include_str!("../../../../geo/countries.geojson");

/// How far, in degrees, a country's point may lie outside its provinces.
const NEAR: f64 = 2.0;

/// Takes out provinces that lie on their side. `crs` is the old member of that name.
pub(crate) fn provinces(
    provinces: Vec<(usize, Province)>,
    country: Option<CountryCode>,
    crs: Option<&JsonValue>,
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(usize, Province)> {
    let country = country.or_else(|| country_of(&provinces));
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
    let Some((x, y)) = country.and_then(point_of) else {
        let says_latitude_first = crs.is_some_and(|crs| {
            let text = crs.to_string();
            text.contains("4326") && !text.contains("CRS84")
        });
        if says_latitude_first && first.0 >= -90.0 && first.1 <= 90.0 {
            diagnostics.push(Diagnostic::of_file(
                Layer::Provinces,
                source,
                Code::CrsOrder,
                format!(
                    "the member \"crs\" says EPSG:4326, in which the latitude is first, and here both numbers are below 90: the longitude was read first, as GeoJSON has it, from {} to {}",
                    first.0, first.1
                ),
                "look whether the map lies on its side; write the country into the member \"country\", so that it is checked",
            ));
        }
        return provinces;
    };
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

/// The country with whose code the codes of all provinces begin: `UA32`, `UA-32`, `UKR.1_1`.
fn country_of(provinces: &[(usize, Province)]) -> Option<CountryCode> {
    let start = |(_, province): &(usize, Province)| {
        let code = province.code.as_str();
        let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
        let is_longer = code.len() > letters && (letters == 2 || letters == 3);
        code.get(..letters).filter(|_| is_longer).map(str::to_owned)
    };
    let mut starts = provinces.iter().map(start);
    let first = starts.next()??;
    let is_same = starts.all(|other| other.as_deref() == Some(first.as_str()));
    let country = match first.len() {
        2 => rust_iso3166::from_alpha2(&first),
        _ => rust_iso3166::from_alpha3(&first),
    };
    CountryCode::new(country.filter(|_| is_same)?.alpha2).ok()
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
