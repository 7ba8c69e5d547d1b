//! Water and neighbours: the foreign member `context` of a collection (RFC 7946, section 6.1),
//! itself a feature collection.

use geojson::JsonValue;

use super::{Fields, geometry};
use crate::load::decode::Collection;
use crate::load::{Code, Problem};
use crate::model::{BasemapFeature, BasemapGeometry, CountryCode};

/// Reads what is to be drawn around a collection's features; empty where it has none.
pub(crate) fn surroundings(
    collection: &Collection,
    problems: &mut Vec<Problem>,
) -> Vec<BasemapFeature> {
    let Some(JsonValue::Object(object)) = collection.member("context") else {
        return Vec::new();
    };
    let source = format!("{}, member \"context\"", collection.source);
    let context = Collection::from_object(collection.layer, &source, object.clone(), problems);
    context.map_or_else(Vec::new, |context| {
        context.features().filter_map(|fields| one(&fields, problems)).collect()
    })
}

fn one(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<BasemapFeature> {
    let kind = match fields.text("kind").as_deref() {
        Some("land") => BasemapGeometry::Land(geometry::area(fields, problems)?),
        Some("lake") => BasemapGeometry::Lake(geometry::area(fields, problems)?),
        Some("river") => BasemapGeometry::River(geometry::lines(fields, problems)?),
        Some("sea") => BasemapGeometry::Sea,
        _ => {
            problems.push(fields.problem(
                Code::KindMissing,
                "kind",
                "it is not said what this is",
                "write \"land\", \"lake\", \"river\" or \"sea\"",
            ));
            return None;
        }
    };
    let label = match kind {
        BasemapGeometry::Sea => Some(geometry::point(fields, problems)?),
        _ => fields.position("label"),
    };
    let country = fields.code().and_then(|code| CountryCode::new(&code).ok());
    Some(BasemapFeature { geometry: kind, name: fields.local_text("name"), country, label })
}
