//! The member `crs` that GeoJSON had before RFC 7946, in the forms in which software writes it.

use geojson::{JsonObject, JsonValue};

use super::command;
use super::json::Numbered;
use crate::load::diagnostic::{Code, Diagnostic, Layer};

/// Systems whose degrees are within some two metres of those of WGS 84: code of EPSG, name.
const NEAR: [(u32, &str); 16] = [
    (4258, "ETRS89"),
    (4269, "NAD83"),
    (4617, "NAD83 (CSRS)"),
    (6318, "NAD83 (2011)"),
    (4674, "SIRGAS 2000"),
    (4283, "GDA94"),
    (7844, "GDA2020"),
    (4167, "NZGD2000"),
    (4612, "JGD2000"),
    (6668, "JGD2011"),
    (4490, "CGCS2000"),
    (4737, "Korea 2000"),
    (4148, "Hartebeesthoek94"),
    (4171, "RGF93"),
    (4170, "SIRGAS 1995"),
    (4755, "DGN95"),
];

/// Which system the coordinates are in.
enum System {
    Wgs84,
    Near(&'static str),
    /// `crs` names none.
    Unnamed,
    Other,
}

/// Reads `crs`. `true` if the coordinates can be used.
pub(super) fn is_read(
    layer: Layer,
    source: &str,
    members: &JsonObject,
    features: &Numbered,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    // PostGIS can write it into each geometry.
    let own = || {
        let first = features.first().map(|(_, feature)| feature)?;
        first.get("crs").or_else(|| first.pointer("/geometry/crs"))
    };
    let Some(crs) = members.get("crs").or_else(own).filter(|crs| !crs.is_null()) else {
        return true;
    };
    let name = name(crs);
    let diagnostic = |code, message: String, remedy: &str| {
        Diagnostic::of_file(layer, source, code, message, remedy)
    };
    diagnostics.push(match system(&name) {
        System::Wgs84 => diagnostic(
            Code::CrsOld,
            format!(
                "the member \"crs\" says {name}, which GeoJSON always has{}",
                // In the system of EPSG itself the latitude is first.
                if name.contains("CRS84") { "" } else { "; the longitude was read first" }
            ),
            "nothing needs to be done; RFC 7946, section 4, took it out",
        ),
        System::Near(title) => diagnostic(
            Code::CrsOld,
            format!("the member \"crs\" says {name}, which is {title}: its degrees differ from those of WGS 84 by some two metres at most, and were taken for them"),
            "nothing needs to be done",
        ),
        System::Unnamed => diagnostic(
            Code::CrsUnnamed,
            "the member \"crs\" names no reference system, and the coordinates were taken for degrees on WGS 84".to_owned(),
            "remove the member if that is so (RFC 7946, section 4)",
        ),
        System::Other => {
            diagnostics.push(diagnostic(
                Code::CrsUnsupported,
                format!("the coordinates are in {name}"),
                &format!("convert the file: {}", command::to_geojson(source)),
            ));
            return false;
        }
    });
    true
}

/// What `crs` says: `{"type": "name", "properties": {"name": ...}}` in GeoJSON of 2008, `{"type":
/// "EPSG", "properties": {"code": 4326}}` in drafts of it and in GeoServer, or a text alone.
fn name(crs: &JsonValue) -> String {
    let plain = |value: &JsonValue| match value {
        JsonValue::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        JsonValue::Number(number) => Some(format!("EPSG:{number}")),
        _ => None,
    };
    let kind = crs.get("type").and_then(JsonValue::as_str).unwrap_or_default();
    let members = [
        "/properties/name",
        "/properties/code",
        "/properties/href",
        "/name",
        "/code",
        "/wkid",
        "/properties/wkid",
        "/properties/srid",
    ];
    let found =
        plain(crs).or_else(|| members.iter().find_map(|at| crs.pointer(at).and_then(plain)));
    match found {
        Some(code)
            if kind.eq_ignore_ascii_case("epsg")
                && code.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            format!("EPSG:{code}")
        }
        Some(name) => name,
        None => String::new(),
    }
}

fn system(name: &str) -> System {
    if name.is_empty() {
        return System::Unnamed;
    }
    let lower = name.to_lowercase();
    let bare: String = lower.chars().filter(char::is_ascii_alphanumeric).collect();
    // urn:ogc:def:crs:OGC:1.3:CRS84, OGC:CRS84, http://www.opengis.net/def/crs/OGC/1.3/CRS84
    let is_crs84 = bare.ends_with("crs84") || bare.ends_with("crs84h");
    let known =
        ["wgs84", "gcswgs84", "gcswgs1984", "wgs1984", "wgs84dd", "lonlat", "longlat", "latlong"];
    if is_crs84
        || known.contains(&&*bare)
        || lower.contains("+proj=longlat") && lower.contains("wgs84")
    {
        return System::Wgs84;
    }
    // EPSG:4326, urn:ogc:def:crs:EPSG:6.9:4326, http://www.opengis.net/gml/srs/epsg.xml#4326,
    // https://spatialreference.org/ref/epsg/4326/proj4/, and digits alone
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let is_epsg = lower.contains("epsg") || parts.len() == 1;
    let code = parts.iter().rev().find_map(|part| {
        part.trim_start_matches("epsg").parse::<u32>().ok().filter(|code| *code >= 1000)
    });
    match code.filter(|_| is_epsg) {
        Some(4326 | 4979) => System::Wgs84,
        Some(code) => NEAR
            .iter()
            .find(|(near, _)| *near == code)
            .map_or(System::Other, |(_, title)| System::Near(title)),
        None => System::Other,
    }
}
