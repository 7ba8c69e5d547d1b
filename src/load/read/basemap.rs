//! Water and neighbours: the foreign member `context` of a collection (RFC 7946, section 6.1),
//! itself a feature collection.

use geojson::JsonValue;

use super::geometry;
use crate::load::decode::Collection;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::model::{BasemapFeature, BasemapGeometry, CountryCode};

/// Reads the water and neighbours of a collection's features; empty where it has none.
pub(crate) fn basemap(
    collection: &Collection,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<BasemapFeature> {
    let Some(JsonValue::Object(object)) = collection.member("context") else {
        return Vec::new();
    };
    let source = format!("{}, member \"context\"", collection.source);
    let context = Collection::from_object(collection.layer, &source, object.clone(), diagnostics);
    context.map_or_else(Vec::new, |context| {
        context.features().filter_map(|fields| one(&fields, diagnostics)).collect()
    })
}

fn one(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<BasemapFeature> {
    let kind = match fields.text("kind").as_deref() {
        Some("land") => BasemapGeometry::Land(geometry::area(fields, diagnostics)?),
        Some("lake") => BasemapGeometry::Lake(geometry::area(fields, diagnostics)?),
        Some("river") => BasemapGeometry::River(geometry::lines(fields, diagnostics)?),
        Some("sea") => BasemapGeometry::Sea,
        _ => {
            diagnostics.push(fields.diagnostic(
                Code::KindMissing,
                "kind",
                "it is not said what this is",
                "write \"land\", \"lake\", \"river\" or \"sea\"",
            ));
            return None;
        }
    };
    let label = match kind {
        BasemapGeometry::Sea => Some(geometry::point(fields, diagnostics)?),
        _ => fields.position("label"),
    };
    let country = fields.code().and_then(|code| CountryCode::new(&code).ok());
    Some(BasemapFeature { geometry: kind, name: fields.local_text("name"), country, label })
}
