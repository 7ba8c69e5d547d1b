//! A point in one text: WKT (OGC 06-103r4), GeoJSON, or two numbers in either order.

use std::str::FromStr as _;

use geo_types::Coord;
use geojson::Geometry;

use crate::load::text::folded;

/// What a text says of a point.
pub(super) enum Written {
    Geometry(Box<Geometry>),
    /// Two numbers in the order in which they are written, and which is the latitude.
    Pair(f64, f64, Order),
    /// WKT in this reference system (EPSG), which is not degrees on WGS 84.
    Projected(String),
}

/// Which of two numbers is the latitude.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    LatFirst,
    LonFirst,
    /// Both fit.
    Open,
}

/// Reads a text in a column with this name.
pub(super) fn read(text: &str, label: &str) -> Option<Written> {
    if let Ok(geometry) = text.parse::<Geometry>() {
        return Some(Written::Geometry(Box::new(geometry)));
    }
    well_known(text).or_else(|| pair(text, label))
}

/// WKT, also with a reference system before it, as PostGIS writes it.
fn well_known(text: &str) -> Option<Written> {
    let (system, shape) = match text.split_once(';') {
        Some((system, shape)) if system.to_ascii_uppercase().starts_with("SRID=") => {
            (system.get(5..).unwrap_or_default().trim(), shape)
        }
        _ => ("4326", text),
    };
    let upper = shape.to_ascii_uppercase();
    // Nested collections could be as deep as the text is long.
    if upper.matches("COLLECTION").count() > 1
        || !upper.starts_with(|c: char| c.is_ascii_uppercase())
    {
        return None;
    }
    let shape = wkt::Wkt::<f64>::from_str(shape).ok()?;
    if !["4326", "4979", "0", ""].contains(&system) {
        return Some(Written::Projected(system.to_owned()));
    }
    let shape = geo_types::Geometry::<f64>::try_from(shape).ok()?;
    Some(Written::Geometry(Box::new(Geometry::new((&shape).into()))))
}

fn pair(text: &str, label: &str) -> Option<Written> {
    let bare = text.trim().trim_matches(['(', ')', '[', ']']);
    let (first, second) = halves(bare)?;
    let ((a, first), (b, second)) = (angle(first)?, angle(second)?);
    let label = folded(label);
    let (lat, lon) = (label.find("lat"), label.find("lon").or_else(|| label.find("lng")));
    let order = match (first, second, lat.zip(lon)) {
        (Some(Axis::Lat), Some(Axis::Lon), _) => Order::LatFirst,
        (Some(Axis::Lon), Some(Axis::Lat), _) => Order::LonFirst,
        (Some(_), _, _) | (_, Some(_), _) => return None,
        (.., Some((lat, lon))) if lat < lon => Order::LatFirst,
        (.., Some(_)) => Order::LonFirst,
        _ if a.abs() > 90.0 => Order::LonFirst,
        _ if b.abs() > 90.0 => Order::LatFirst,
        _ => Order::Open,
    };
    Some(Written::Pair(a, b, order))
}

impl Order {
    /// The point of two numbers.
    pub(super) fn coord(self, a: f64, b: f64) -> Coord<f64> {
        if self == Self::LonFirst { Coord { x: a, y: b } } else { Coord { x: b, y: a } }
    }
}

/// The two halves of a text: at a semicolon, at the only comma, behind the letter of the first
/// half, or at the only space.
fn halves(text: &str) -> Option<(&str, &str)> {
    let once = |sign: char| text.split_once(sign).filter(|(_, rest)| !rest.contains(sign));
    let lettered = || {
        let at = text.find(|c: char| "NSEWnsew".contains(c))?;
        text.split_at_checked(at + 1)
    };
    once(';')
        .or_else(|| once(','))
        .or_else(|| text.split_once(", "))
        .or_else(lettered)
        .or_else(|| once(' '))
}

/// Which of the two an angle is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Lat,
    Lon,
}

/// Decimal degrees, or degrees, minutes and seconds, with or without the letter of a direction.
pub(super) fn angle(text: &str) -> Option<(f64, Option<Axis>)> {
    let text = text.trim().trim_matches(',').trim();
    let letter = text.chars().find(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase());
    let (axis, sign) = match letter {
        None => (None, 1.0),
        Some('N') => (Some(Axis::Lat), 1.0),
        Some('S') => (Some(Axis::Lat), -1.0),
        Some('E') => (Some(Axis::Lon), 1.0),
        Some('W') => (Some(Axis::Lon), -1.0),
        Some(_) => return None,
    };
    let bare = text.trim_matches(|c: char| c.is_ascii_alphabetic()).trim();
    let is_mark = |c: char| matches!(c, '°' | 'º' | '\'' | '"' | '′' | '″' | '’' | '”' | ' ');
    let numbers: Vec<f64> = bare
        .split(is_mark)
        .filter(|part| !part.is_empty())
        .map(|part| part.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite()))
        .collect::<Option<_>>()?;
    let degrees = match numbers.as_slice() {
        [degrees] => *degrees,
        [degrees, minutes] if bare.contains(['°', 'º']) => part(*degrees, *minutes, 0.0)?,
        [degrees, minutes, seconds] if bare.contains(['°', 'º']) => {
            part(*degrees, *minutes, *seconds)?
        }
        _ => return None,
    };
    Some((degrees * sign, axis))
}

fn part(degrees: f64, minutes: f64, seconds: f64) -> Option<f64> {
    let fits = [minutes, seconds].iter().all(|part| (0.0..60.0).contains(part));
    fits.then(|| degrees + (minutes / 60.0 + seconds / 3600.0).copysign(degrees))
}
