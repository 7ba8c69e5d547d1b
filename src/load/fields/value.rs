//! JSON values as texts.

use std::borrow::Cow;

use geojson::{JsonObject, JsonValue};

use crate::model::LocalizedText;

/// A text without white space around it; `None` if nothing is left.
pub(super) fn filled(text: &str) -> Option<Cow<'_, str>> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(Cow::Borrowed)
}

/// A text or number as text.
pub(super) fn plain(value: &JsonValue) -> Option<Cow<'_, str>> {
    match value {
        JsonValue::String(text) => filled(text),
        JsonValue::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}

/// Gathers `name`, `name:fr`, `name:km` ... into one text.
pub(crate) fn local_text(properties: &JsonObject, field: &str) -> LocalizedText {
    let own = properties.get(field).and_then(JsonValue::as_str).unwrap_or_default();
    let mut text = LocalizedText::new(own);
    for (key, value) in properties {
        let language = key.strip_prefix(field).and_then(|rest| rest.strip_prefix(':'));
        if let (Some(language), Some(value)) = (language, value.as_str())
            && !value.is_empty()
        {
            text = text.with(language, value);
        }
    }
    text
}
