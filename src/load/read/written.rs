//! The values of a record as people write them: what has one meaning is read, and said.

use std::borrow::Cow;

use super::place::Lookup;
use super::point::{self, Point};
use super::records::{no_date, no_place};
use super::{Fields, Places, country as countries, date, people as numbers};
use crate::load::decode::Row;
use crate::load::{Cell, Code, Problem};
use crate::model::{ActionKind, CountryCode, Destination, Flow, Location, People, Period};

const PLACE: &str = "use a code of the provinces file, or the country's code for the whole country";

/// Reads where an action was: from its place, else from its point.
pub(super) fn place(
    fields: &Fields<'_>,
    places: &Places<'_>,
    problems: &mut Vec<Problem>,
) -> Option<Location> {
    let point = point::of(fields, problems);
    let Some(text) = fields.text("place") else {
        return by_point(fields, places, &point, problems);
    };
    let refuse =
        |code, message: String, remedy: String| fields.problem(code, "place", message, remedy);
    let place = match places.look_up(&text) {
        Lookup::Found(place, as_written) => {
            if as_written {
                problems.push(refuse(
                    Code::PlaceRead,
                    format!("\"{text}\" was read as {}", described(&place, places)),
                    "nothing needs to be done if that is right".to_owned(),
                ));
            }
            place
        }
        Lookup::Ambiguous(found) => {
            problems.push(refuse(
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
            problems.push(refuse(
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
            problems.push(refuse(
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
            problems.push(refuse(
                Code::PlaceAbroad,
                format!("\"{text}\" is another country: {name}, {country}"),
                "people sent abroad belong into the flows, as origin and destination".to_owned(),
            ));
            return None;
        }
        Lookup::Unknown(near) => {
            let remedy = if near.is_empty() {
                PLACE.to_owned()
            } else {
                format!("did you mean {}? Write the code", places.listed(&near, " or "))
            };
            problems.push(refuse(
                Code::PlaceUnknown,
                format!("no province has the code or name \"{text}\""),
                remedy,
            ));
            return None;
        }
    };
    compare(fields, places, &place, &point, problems);
    Some(place)
}

fn described(place: &Location, places: &Places<'_>) -> String {
    match place {
        Location::Province(code) => {
            let province = places.provinces.iter().find(|province| province.code == *code);
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
    problems: &mut Vec<Problem>,
) -> Option<Location> {
    let at = match point {
        Point::At(at) => *at,
        Point::Unreadable => return None,
        Point::Nothing => {
            problems.push(no_place(fields));
            return None;
        }
        Point::Other(kind) => {
            problems.push(fields.problem(
                Code::PlaceMissing,
                "place",
                format!("there is no place, and a {kind} does not say which province it was in"),
                "write a province's code such as \"KH24\", or give a Point",
            ));
            return None;
        }
    };
    if places.provinces.is_empty() {
        problems.push(fields.problem(
            Code::PlaceMissing,
            "place",
            "there is only a point, and no provinces file to find it in",
            "give the provinces file, or write the place",
        ));
        return None;
    }
    if let Some(province) = point::province_at(places.provinces, at) {
        return Some(Location::Province(province.code.clone()));
    }
    let turned = geo_types::Coord { x: at.y, y: at.x };
    let field = point_field(fields);
    let problem = match point::province_at(places.provinces, turned) {
        Some(province) => fields.problem(
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
        None => fields.problem(
            Code::PointOutside,
            field,
            format!("longitude {}, latitude {} is in none of the provinces", at.x, at.y),
            "correct the point, or write the place",
        ),
    };
    problems.push(problem);
    None
}

fn point_field(fields: &Fields<'_>) -> &'static str {
    if fields.text("lon").is_some() { "lon" } else { "geometry" }
}

/// Holds the point against the place.
fn compare(
    fields: &Fields<'_>,
    places: &Places<'_>,
    place: &Location,
    point: &Point,
    problems: &mut Vec<Problem>,
) {
    match point {
        Point::Other(kind) => problems.push(fields.problem(
            Code::GeometryUnused,
            "geometry",
            format!("the {kind} of this record is not drawn; its place is"),
            "nothing needs to be done",
        )),
        Point::At(at) if !places.provinces.is_empty() => {
            let around = point::province_at(places.provinces, *at);
            let Location::Province(code) = place else { return };
            if around.is_some_and(|province| province.code == *code) {
                return;
            }
            let where_it_is = around.map_or("in none of the provinces".to_owned(), |province| {
                format!("in {} ({})", province.code, province.name.get("en"))
            });
            problems.push(fields.problem(
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

/// Reads when it was: one date, or the first and the last day in two columns.
pub(super) fn period(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Period> {
    let order = fields.names.date_order;
    let Some(text) = fields.text("date") else {
        if fields.has("date") {
            problems.push(no_date(fields));
        }
        return None;
    };
    let read =
        |field: &str, text: &str, problems: &mut Vec<Problem>| match date::period(text, order) {
            Ok(reading) => {
                if let Some(code) = reading.note {
                    problems.push(fields.problem(
                        code,
                        field,
                        format!("\"{text}\" was read as {}", reading.period),
                        "nothing needs to be done if that is right",
                    ));
                }
                Some(reading.period)
            }
            Err(fault) => {
                problems.push(fields.problem(fault.code, field, fault.message, fault.remedy));
                None
            }
        };
    let mut period = read("date", &text, problems)?;
    if let Some(end) = fields.text("date_end") {
        let last = read("date_end", &end, problems)?;
        if last != period {
            let both = format!("{period}/{last}");
            period = match both.parse() {
                Ok(both) => both,
                Err(_) => {
                    let fault =
                        date::reversed(&format!("{text} to {end}"), &format!("{last}/{period}"));
                    problems.push(fields.problem(
                        fault.code,
                        "date_end",
                        fault.message,
                        fault.remedy,
                    ));
                    return None;
                }
            };
        }
    }
    let years = [period.earliest(), period.latest()];
    if years.into_iter().flatten().any(|day| !(1900..=2100).contains(&day.year())) {
        problems.push(fields.problem(
            Code::DateFar,
            "date",
            format!("{period} is before 1900 or after 2100"),
            "check the year",
        ));
    }
    Some(period)
}

/// `Some(None)` where the record says nothing of people.
pub(super) fn people(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Option<People>> {
    let Some(text) = fields.text("people") else {
        return Some(None);
    };
    match numbers::people(&text) {
        Ok(people) => Some(Some(people)),
        Err((code, message, remedy)) => {
            problems.push(fields.problem(code, "people", message, remedy));
            None
        }
    }
}

/// Reads a country of a flow.
pub(super) fn country(
    fields: &Fields<'_>,
    field: &str,
    problems: &mut Vec<Problem>,
) -> Option<CountryCode> {
    let text = fields.text(field).unwrap_or_default();
    let offer = |text: &str, otherwise: &str| {
        let near: Vec<String> = countries::nearest(text)
            .iter()
            .map(|(code, name)| format!("{code} ({name})"))
            .collect();
        if near.is_empty() {
            otherwise.to_owned()
        } else {
            format!("did you mean {}?", near.join(" or "))
        }
    };
    let (code, message, remedy) = match countries::find(&text) {
        countries::Found::Code(code) => return Some(code),
        countries::Found::Name(code) => {
            problems.push(fields.problem(
                Code::CountryRead,
                field,
                format!("\"{text}\" was read as {code}"),
                "nothing needs to be done if that is right",
            ));
            return Some(code);
        }
        countries::Found::Unassigned => (
            Code::CountryUnknown,
            format!("no country has the code \"{text}\""),
            offer(&text, "write the code of ISO 3166-1 alpha-2, such as \"KR\""),
        ),
        countries::Found::Unreadable if text.is_empty() => (
            Code::CountryUnreadable,
            "the country is missing".to_owned(),
            "write two letters, ISO 3166-1 alpha-2, such as \"KR\"".to_owned(),
        ),
        countries::Found::Unreadable => (
            Code::CountryUnreadable,
            format!("\"{text}\" is not a country's code or name"),
            offer(&text, "write two letters, ISO 3166-1 alpha-2, such as \"KR\""),
        ),
    };
    problems.push(fields.problem(code, field, message, remedy));
    None
}

/// Whether a flow goes anywhere.
pub(super) fn direction(fields: &Fields<'_>, flow: &Flow, problems: &mut Vec<Problem>) {
    if flow.destination == Destination::Country(flow.origin) {
        problems.push(fields.problem(
            Code::DestinationHome,
            "destination",
            format!("people are said to be sent from {0} to {0}", flow.origin),
            "check which one is wrong",
        ));
    }
}

/// What is not wrong, and may not be meant.
pub(super) fn remarks(fields: &Fields<'_>, kind: Option<&ActionKind>, problems: &mut Vec<Problem>) {
    if let Some(ActionKind::Other(word)) = kind {
        let near = ActionKind::KNOWN
            .iter()
            .map(|known| {
                (
                    strsim::normalized_damerau_levenshtein(&word.to_lowercase(), known.as_str()),
                    known,
                )
            })
            .filter(|(likeness, _)| *likeness > 0.6)
            .max_by(|(a, _), (b, _)| a.total_cmp(b));
        problems.push(fields.problem(
            Code::KindOther,
            "kind",
            format!("\"{word}\" is shown as it is written, in every language"),
            near.map_or(Cow::Borrowed("nothing needs to be done"), |(_, known)| {
                Cow::Owned(format!("write \"{known}\" if that is meant"))
            }),
        ));
    }
    if fields.has("title") && fields.local_text("title").is_empty() {
        problems.push(fields.problem(
            Code::TitleMissing,
            "title",
            "there is no title; the id is shown in its place",
            "write one line that says what happened",
        ));
    }
    let has_source = fields.has("attributed_to") || fields.has("reported_by");
    let is_unsaid = |field| fields.local_text(field).is_empty();
    if has_source && is_unsaid("attributed_to") && is_unsaid("reported_by") {
        problems.push(fields.problem(
            Code::SourceMissing,
            "attributed_to",
            "no source is named",
            "write who said it into attributed_to, and who reported it into reported_by",
        ));
    }
}

/// Whether a row has as many cells as the header; where it has more, they may all be shifted.
pub(crate) fn fits(fields: &Fields<'_>, row: &Row, problems: &mut Vec<Problem>) -> bool {
    let (wanted, found) = (fields.names.labels.len(), row.len());
    let is_too_long = (wanted..found).any(|index| !row.cell(index).trim().is_empty());
    if found >= wanted && !is_too_long {
        return true;
    }
    let cells: Vec<String> = row.iter().map(str::to_owned).collect();
    let index = if is_too_long { wanted } else { found.saturating_sub(1) };
    let span = 0..cells.get(index).map_or(0, String::len);
    let cell =
        Cell { column: Some(index), name: String::new(), line: row.line, row: cells, index, span };
    let (code, message, remedy) = if is_too_long {
        (
            Code::RowLong,
            format!("this row has {found} cells, and the header names {wanted}"),
            "put texts with a comma in double quotes; the row was not read, since its cells may be shifted",
        )
    } else {
        (
            Code::RowShort,
            format!(
                "this row has {found} cells, and the header names {wanted}; the others count as empty"
            ),
            "add the missing cells, or mend the row if it was cut off",
        )
    };
    problems.push(Problem {
        field: None,
        cell: Some(Box::new(cell)),
        ..fields.problem(code, "id", message, remedy)
    });
    !is_too_long
}
