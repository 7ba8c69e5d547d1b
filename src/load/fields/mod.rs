//! The fields of one record, and diagnostics that point at them.

#[cfg(feature = "sheets")]
mod absent;
#[cfg(feature = "sheets")]
mod json;
#[cfg(feature = "sheets")]
mod lenient;
#[cfg(feature = "sheets")]
use lenient as mode;
#[cfg(not(feature = "sheets"))]
mod strict;
#[cfg(not(feature = "sheets"))]
use strict as mode;
mod value;

#[cfg(feature = "sheets")]
pub use json::text_of_json;
pub(crate) use mode::{Names, Values};
pub(crate) use value::local_text;

use std::borrow::Cow;

use geo_types::Coord;
use geojson::{Feature, GeometryValue, feature::Id};

use super::diagnostic::{Code, Diagnostic, Layer};
use super::mode::{LENIENT, words};
use crate::model::LocalizedText;

/// A record, and where it is.
pub(crate) struct Fields<'a> {
    pub(crate) layer: Layer,
    pub(crate) source: &'a str,
    /// The number of the feature, from 1, or of the row as a spreadsheet numbers it.
    pub(crate) number: usize,
    pub(crate) values: Values<'a>,
}

impl<'a> Fields<'a> {
    /// The feature, unless it is a row.
    pub(crate) fn feature(&self) -> Option<&'a Feature> {
        self.values.feature()
    }

    /// The shape of the feature.
    pub(crate) fn geometry(&self) -> Option<&'a GeometryValue> {
        self.feature()?.geometry.as_ref().map(|geometry| &geometry.value)
    }

    /// The feature's id (RFC 7946, section 3.2), else the property that other software writes
    /// instead.
    pub(crate) fn code(&self) -> Option<Cow<'a, str>> {
        // In files of provinces, numbers are those of rows, and software adds them.
        if LENIENT
            && self.layer == Layer::Provinces
            && let Some(code) = self.values.area_code()
        {
            return Some(code);
        }
        let id = match self.feature().and_then(|feature| feature.id.as_ref()) {
            Some(Id::Number(_)) if !LENIENT && self.layer == Layer::Provinces => None,
            Some(Id::String(text)) => Some(Cow::Borrowed(text.as_str())),
            Some(Id::Number(number)) => Some(Cow::Owned(number.to_string())),
            None => None,
        };
        id.filter(|id| !id.trim().is_empty()).or_else(|| self.values.id())
    }

    /// A field as text; a number is written out. `None` if it is absent, null or empty.
    pub(crate) fn text(&self, field: &str) -> Option<Cow<'a, str>> {
        self.values.text(field)
    }

    /// Whether a field has a word for a missing value instead of one.
    pub(crate) fn has_error(&self, field: &str) -> bool {
        self.values.absent(field).is_some()
    }

    /// A field as text in several languages; empty if it is absent.
    pub(crate) fn local_text(&self, field: &str) -> LocalizedText {
        self.values.local_text(field)
    }

    /// A property that is a position: longitude, latitude (RFC 7946, section 3.1.1).
    pub(crate) fn position(&self, field: &str) -> Option<Coord<f64>> {
        match self.feature()?.property(field)?.as_array()?.as_slice() {
            [x, y, ..] => Some(Coord { x: x.as_f64()?, y: y.as_f64()? }),
            _ => None,
        }
    }

    /// A diagnostic about a field.
    pub(crate) fn diagnostic(
        &self,
        code: Code,
        field: &str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            source: self.source.to_owned(),
            layer: self.layer,
            feature: Some(self.number),
            id: self.code().map(Cow::into_owned),
            field: Some(field.to_owned()),
            code,
            message: words(message),
            remedy: words(remedy),
            cell: self.values.cell(field),
        }
    }
}
