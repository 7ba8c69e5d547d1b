//! JSON values as texts, also those that databases and programs write as an object or a list.

use std::borrow::Cow;

use geojson::{JsonObject, JsonValue};

use super::value;

/// Fields whose value is shown as it is written, so that an object or `true` is none.
const SHOWN: [&str; 5] = ["title", "summary", "attributed_to", "reported_by", "url"];

/// A value as text. The numbers and dates of MongoDB (Extended JSON, version 2) are unwrapped, and
/// the texts of a list joined. What is left is shown as JSON, so that the field is not taken for
/// empty; `None` for null, for an empty text or list, and for what no reader should see.
pub(super) fn plain<'a>(value: &'a JsonValue, field: &str) -> Option<Cow<'a, str>> {
    match value {
        JsonValue::Null => None,
        JsonValue::String(_) | JsonValue::Number(_) => value::plain(value),
        JsonValue::Array(list) => match list.as_slice() {
            [] => None,
            [only] => plain(only, field),
            all => {
                let texts: Vec<Cow<'_, str>> =
                    all.iter().filter_map(|one| plain(one, field)).collect();
                (!texts.is_empty()).then(|| Cow::Owned(texts.join("; ")))
            }
        },
        JsonValue::Object(object) => match extended(object) {
            Some(inner) => plain(inner, field),
            None => otherwise(value, field),
        },
        JsonValue::Bool(_) => otherwise(value, field),
    }
}

/// What is read of the value of a property: a text, or the JSON itself where it is an object of no
/// known kind; `None` for null, for an empty text, list or object, and for what no reader should see.
///
/// ```
/// use enforcement_map::load::text_of_json;
/// let value = serde_json::json!({"$date": {"$numberLong": "1768003200000"}});
/// assert_eq!(text_of_json(&value, "date").as_deref(), Some("1768003200000"));
/// let value = serde_json::json!(["Police", "Ministry"]);
/// assert_eq!(text_of_json(&value, "attributed_to").as_deref(), Some("Police; Ministry"));
/// ```
#[must_use]
pub fn text_of_json<'a>(value: &'a JsonValue, property: &str) -> Option<Cow<'a, str>> {
    plain(value, property)
}

fn otherwise(value: &JsonValue, field: &str) -> Option<Cow<'static, str>> {
    let is_empty = value.as_object().is_some_and(JsonObject::is_empty);
    (!SHOWN.contains(&field) && !is_empty).then(|| Cow::Owned(value.to_string()))
}

/// The value in an object of MongoDB, such as `{"$date": "2026-01-10T00:00:00Z"}`.
fn extended(object: &JsonObject) -> Option<&JsonValue> {
    let mut members = object.iter();
    let (Some((key, value)), None) = (members.next(), members.next()) else { return None };
    let known = ["$date", "$numberInt", "$numberLong", "$numberDouble", "$numberDecimal", "$oid"];
    known.contains(&key.as_str()).then_some(value)
}
