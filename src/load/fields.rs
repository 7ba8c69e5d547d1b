//! One feature's fields, and problems that point at them.

use geo_types::Coord;
use geojson::{Feature, JsonObject, JsonValue, feature::Id};

use super::{Cause, Layer, Problem};
use crate::model::LocalText;

/// A feature with the place it stands in.
pub(super) struct Fields<'a> {
    pub(super) layer: Layer,
    pub(super) source: &'a str,
    pub(super) number: usize,
    pub(super) feature: &'a Feature,
}

impl Fields<'_> {
    /// The feature's id (RFC 7946, section 3.2), else what other software writes in its place.
    pub(super) fn code(&self) -> Option<String> {
        let id = match &self.feature.id {
            Some(Id::String(text)) => Some(text.clone()),
            Some(Id::Number(number)) => Some(number.to_string()),
            None => None,
        };
        id.filter(|id| !id.trim().is_empty())
            .or_else(|| ["id", "code", "pcode", "ADM1_PCODE"].iter().find_map(|key| self.text(key)))
    }

    /// A property as text; a number is written out. `None` if it is absent, null or empty.
    pub(super) fn text(&self, field: &str) -> Option<String> {
        match self.feature.property(field)? {
            JsonValue::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            JsonValue::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    pub(super) fn local_text(&self, field: &str) -> LocalText {
        self.feature
            .properties
            .as_ref()
            .map_or_else(LocalText::default, |properties| local_text(properties, field))
    }

    /// A property that is a position: longitude, latitude (RFC 7946, section 3.1.1).
    pub(super) fn position(&self, field: &str) -> Option<Coord<f64>> {
        match self.feature.property(field)?.as_array()?.as_slice() {
            [x, y, ..] => Some(Coord { x: x.as_f64()?, y: y.as_f64()? }),
            _ => None,
        }
    }

    pub(super) fn problem(
        &self,
        cause: Cause,
        field: &str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        Problem {
            source: self.source.to_owned(),
            layer: self.layer,
            feature: Some(self.number),
            id: self.code(),
            field: Some(field.to_owned()),
            cause,
            message: message.into(),
            remedy: remedy.into(),
        }
    }
}

/// Gathers `name`, `name:fr`, `name:km` ... into one text.
pub(super) fn local_text(properties: &JsonObject, field: &str) -> LocalText {
    let own = properties.get(field).and_then(JsonValue::as_str).unwrap_or_default();
    let mut text = LocalText::new(own);
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
