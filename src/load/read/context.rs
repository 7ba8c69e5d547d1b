//! Water and neighbours: the foreign member `context` of a collection (RFC 7946, section 6.1),
//! itself a feature collection.

use geojson::JsonValue;

use super::geometry;
use crate::load::decode::Collection;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::model::{Context, ContextKind, CountryCode};

/// Reads the water and neighbours of a collection's features; empty where it has none.
pub(crate) fn surroundings(
    collection: &Collection,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Context> {
    let Some(JsonValue::Object(object)) = collection.member("context") else {
        return Vec::new();
    };
    let source = format!("{}, member \"context\"", collection.source);
    let context = Collection::from_object(collection.layer, &source, object.clone(), diagnostics);
    context.map_or_else(Vec::new, |context| {
        context.features().filter_map(|fields| one(&fields, diagnostics)).collect()
    })
}

fn one(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Context> {
    let kind = match fields.text("kind").as_deref() {
        Some("land") => ContextKind::Land(geometry::area(fields, diagnostics)?),
        Some("lake") => ContextKind::Lake(geometry::area(fields, diagnostics)?),
        Some("river") => ContextKind::River(geometry::lines(fields, diagnostics)?),
        Some("sea") => ContextKind::Sea,
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
        ContextKind::Sea => Some(geometry::point(fields, diagnostics)?),
        _ => fields.position("label"),
    };
    let country = fields.code().and_then(|code| CountryCode::new(&code).ok());
    Some(Context { kind, name: fields.local_text("name"), country, label })
}
