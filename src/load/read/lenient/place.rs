//! The place of an action: a name or code, else a point.

use super::footnote;
use super::places::{Lookup, Places};
use super::point::{self, Point};
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::load::read::missing;
use crate::model::Location;

const PLACE: &str = "use a code of the provinces file, or the country's code for the whole country";

/// Reads the place of an action: its name or code, else its point. A point that cannot be read takes
/// no record with it that has a place.
pub(crate) fn place(
    fields: &Fields<'_>,
    places: &Places<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Location> {
    let before = diagnostics.len();
    let found = place_or_point(fields, places, diagnostics);
    if found.is_some() {
        for one in diagnostics.iter_mut().skip(before).filter(|one| one.code.loses_a_record()) {
            one.code = Code::PointUnused;
            one.message.push_str("; the place in words is shown");
        }
    }
    found
}

fn place_or_point(
    fields: &Fields<'_>,
    places: &Places<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Location> {
    let point = point::of(fields, places.provinces(), diagnostics);
    let Some(text) = fields.text("place") else {
        return by_point(fields, places, &point, diagnostics);
    };
    let refuse =
        |code, message: String, remedy: String| fields.diagnostic(code, "place", message, remedy);
    let (plain, mark) = footnote::without(&text);
    if let Some(mark) = mark {
        diagnostics.push(refuse(
            Code::FootnoteMark,
            format!("\"{mark}\" behind \"{plain}\" was taken for the mark of a footnote"),
            format!("write {plain} alone, and the note in the summary"),
        ));
    }
    let text = plain;
    let is_province = |found: Lookup| matches!(found, Lookup::Found(Location::Province(_), _));
    if text.eq_ignore_ascii_case("na") && !is_province(places.look_up(text)) {
        if !places.is_namibia() {
            return by_point(fields, places, &point, diagnostics);
        }
        diagnostics.push(refuse(
            Code::CountryOrMissing,
            "\"NA\" is the code of Namibia, and the word for a missing value in R and other programs".to_owned(),
            "write Namibia for the whole country; if the place is not known, leave it empty".to_owned(),
        ));
        return None;
    }
    let place = match places.look_up(text) {
        Lookup::Found(place, as_written) => {
            if as_written {
                diagnostics.push(refuse(
                    Code::PlaceRead,
                    format!("\"{text}\" was read as {}", described(&place, places)),
                    "nothing needs to be done if that is right".to_owned(),
                ));
            }
            place
        }
        Lookup::Nation(country) => {
            let name =
                rust_iso3166::from_alpha2(country.as_str()).map_or("", |country| country.name);
            diagnostics.push(refuse(
                Code::PlaceNation,
                format!("\"{text}\" was read as a whole country, {name}, and no file says that this is its map"),
                "give the provinces file a member \"country\", or the record a code of its provinces".to_owned(),
            ));
            Location::Country(country)
        }
        Lookup::Both(province, country) => {
            diagnostics.push(refuse(
                Code::PlaceAmbiguous,
                format!("\"{text}\" is a province and the whole country"),
                format!(
                    "write {} for the province, or {country} for the whole country",
                    places.code(province)
                ),
            ));
            return None;
        }
        Lookup::Ambiguous(found) => {
            diagnostics.push(refuse(
                Code::PlaceAmbiguous,
                format!("more than one province is called \"{text}\""),
                format!(
                    "write the code of the one that is meant: {}",
                    places.listed(&found, " or ")
                ),
            ));
            return None;
        }
        Lookup::Several(found) => {
            diagnostics.push(refuse(
                Code::PlaceSeveral,
                format!("\"{text}\" names several places, and a record is in one"),
                format!(
                    "write one record for each ({}), or the country's code, and the places in the summary",
                    places.listed(&found, ", ")
                ),
            ));
            return None;
        }
        Lookup::Within(found) => {
            diagnostics.push(refuse(
                Code::PlaceUnknown,
                format!(
                    "\"{text}\" is the code of a district or commune, and records are by province"
                ),
                format!("write its province: {}", places.listed(&[found], "")),
            ));
            return None;
        }
        Lookup::Abroad(country) => {
            let name =
                rust_iso3166::from_alpha2(country.as_str()).map_or("", |country| country.name);
            // CA may be California as well as Canada.
            let (message, remedy) = if text.trim().len() <= 3 {
                (
                    format!(
                        "\"{text}\" is no code of the provinces file; as a country's it is {name}"
                    ),
                    format!(
                        "if a province is meant, write its name or its code in the provinces file; people sent to {name} belong into the flows, as origin and destination"
                    ),
                )
            } else {
                (
                    format!("\"{text}\" is another country: {name}, {country}"),
                    "people sent abroad belong into the flows, as origin and destination"
                        .to_owned(),
                )
            };
            diagnostics.push(refuse(Code::PlaceAbroad, message, remedy));
            return None;
        }
        Lookup::Unknown(near) => {
            if let Some(written) =
                point::of_text(fields, "place", text, places.provinces(), diagnostics)
            {
                return by_point(fields, places, &written, diagnostics);
            }
            if let Some((column, place)) = elsewhere(fields, places) {
                diagnostics.push(refuse(
                    Code::ColumnsDiffer,
                    format!(
                        "\"{text}\" is no province; the column \"{column}\" says {}, which was read",
                        described(&place, places)
                    ),
                    "write the province into one column, and the rest into the title".to_owned(),
                ));
                compare(fields, places, &place, &point, diagnostics);
                return Some(place);
            }
            let remedy = if near.is_empty() {
                PLACE.to_owned()
            } else {
                format!("did you mean {}? Write the code", places.listed(&near, " or "))
            };
            diagnostics.push(refuse(
                Code::PlaceUnknown,
                format!("no province has the code or name \"{text}\""),
                remedy,
            ));
            return None;
        }
    };
    columns(fields, places, &place, diagnostics);
    compare(fields, places, &place, &point, diagnostics);
    Some(place)
}

/// The place that another column than the first says.
fn elsewhere<'a>(fields: &Fields<'a>, places: &Places<'_>) -> Option<(&'a str, Location)> {
    fields.values.all("place").into_iter().skip(1).find_map(|(column, text)| {
        match places.look_up(footnote::without(&text).0) {
            Lookup::Found(place, _) => Some((column, place)),
            _ => None,
        }
    })
}

/// Compares the columns that say the place: a code in one and a name in another.
fn columns(
    fields: &Fields<'_>,
    places: &Places<'_>,
    place: &Location,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (column, text) in fields.values.all("place").into_iter().skip(1) {
        let other = match places.look_up(footnote::without(&text).0) {
            Lookup::Found(other, _) if other != *place => other,
            _ => continue,
        };
        diagnostics.push(fields.diagnostic(
            Code::PlaceContradiction,
            "place",
            format!(
                "the place is {}, and the column \"{column}\" says {}",
                described(place, places),
                described(&other, places)
            ),
            "correct the one that is wrong; the first is shown",
        ));
    }
}

fn described(place: &Location, places: &Places<'_>) -> String {
    match place {
        Location::Province(code) => {
            let province = places.provinces().iter().find(|province| province.code == *code);
            format!("{code} ({})", province.map_or("", |province| province.name.get("en")))
        }
        Location::Country(code) => format!("{code}, the whole country"),
    }
}

/// Finds the province around a point.
fn by_point(
    fields: &Fields<'_>,
    places: &Places<'_>,
    point: &Point,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Location> {
    let at = match point {
        Point::At(at) => *at,
        Point::Unreadable => return None,
        Point::Nothing => {
            diagnostics.push(missing::place(fields));
            return None;
        }
        Point::Other(kind) => {
            diagnostics.push(fields.diagnostic(
                Code::PlaceMissing,
                "place",
                format!("there is no place, and this {kind} does not say which province it was in"),
                "write a province's code such as \"KH24\", or give a Point",
            ));
            return None;
        }
    };
    if places.provinces().is_empty() {
        diagnostics.push(fields.diagnostic(
            Code::PlaceMissing,
            "place",
            "there is only a point, and no provinces file to find it in",
            "give the provinces file, or write the place",
        ));
        return None;
    }
    if let Some(province) = point::province_at(places.provinces(), at) {
        return Some(Location::Province(province.code.clone()));
    }
    let turned = geo_types::Coord { x: at.y, y: at.x };
    let field = point_field(fields);
    let diagnostic = match point::province_at(places.provinces(), turned) {
        Some(province) => fields.diagnostic(
            Code::PointSwapped,
            field,
            format!(
                "longitude {}, latitude {} is in no province; longitude and latitude seem to be swapped",
                at.x, at.y
            ),
            format!(
                "the other way round it is in {} ({}); if that is right, swap them",
                province.code,
                province.name.get("en")
            ),
        ),
        None => fields.diagnostic(
            Code::PointOutside,
            field,
            format!("longitude {}, latitude {} is in none of the provinces", at.x, at.y),
            "correct the point, or write the place",
        ),
    };
    diagnostics.push(diagnostic);
    None
}

fn point_field(fields: &Fields<'_>) -> &'static str {
    match () {
        () if fields.text("lon").is_some() => "lon",
        () if fields.feature().is_none() && fields.text("geometry").is_none() => "place",
        () => "geometry",
    }
}

/// Compares the point with the place.
fn compare(
    fields: &Fields<'_>,
    places: &Places<'_>,
    place: &Location,
    point: &Point,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match point {
        Point::Other(kind) => diagnostics.push(fields.diagnostic(
            Code::GeometryUnused,
            "geometry",
            format!("the {kind} of this record is not drawn; its place is"),
            "nothing needs to be done",
        )),
        Point::At(at) if !places.provinces().is_empty() => {
            let around = point::province_at(places.provinces(), *at);
            let Location::Province(code) = place else { return };
            if around.is_some_and(|province| province.code == *code) {
                return;
            }
            let where_it_is = around.map_or("in none of the provinces".to_owned(), |province| {
                format!("in {} ({})", province.code, province.name.get("en"))
            });
            diagnostics.push(fields.diagnostic(
                Code::PlaceContradiction,
                point_field(fields),
                format!(
                    "the place is {}, and the point {}, {} is {where_it_is}",
                    described(place, places),
                    at.x,
                    at.y
                ),
                "correct the one that is wrong; the place is shown",
            ));
        }
        _ => {}
    }
}
