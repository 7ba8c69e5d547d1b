//! Fields of GeoJSON features whose properties have this project's own names.

use std::borrow::Cow;

use geojson::{Feature, JsonObject};

use super::value::{local_text, plain};
use crate::load::diagnostic::{Cell, Layer};
use crate::model::LocalizedText;

/// The names of a file's properties: here each stands for itself.
pub(crate) struct Names;

impl Names {
    /// Understands the names of the features' properties.
    pub(crate) fn of_features<'a>(
        _: Layer,
        _: impl Iterator<Item = &'a Feature>,
        _: &JsonObject,
    ) -> Self {
        Self
    }
}

/// The values of a record.
pub(crate) struct Values<'a>(&'a Feature);

impl<'a> Values<'a> {
    /// Those of a feature.
    pub(crate) fn of_feature(feature: &'a Feature, _: &'a Names) -> Self {
        Self(feature)
    }

    /// The feature, unless it is a row.
    pub(crate) fn feature(&self) -> Option<&'a Feature> {
        Some(self.0)
    }

    /// Whether it is an empty row of a sheet: there are none here.
    pub(crate) fn is_blank(&self) -> bool {
        false
    }

    /// A property that holds the id of a record whose feature has none.
    pub(crate) fn id(&self) -> Option<Cow<'a, str>> {
        ["id", "code", "pcode", "ADM1_PCODE"].iter().find_map(|key| self.text(key))
    }

    /// A code of an area that is better than the id of its feature: not looked for here.
    pub(crate) fn area_code(&self) -> Option<Cow<'a, str>> {
        None
    }

    /// A field as text.
    pub(crate) fn text(&self, field: &str) -> Option<Cow<'a, str>> {
        plain(self.0.property(field)?)
    }

    /// The words for a missing value: not known here.
    pub(crate) fn absent(&self, _: &str) -> Option<Cow<'a, str>> {
        None
    }

    /// A field as text in several languages.
    pub(crate) fn local_text(&self, field: &str) -> LocalizedText {
        let properties = self.0.properties.as_ref();
        properties.map_or_else(LocalizedText::default, |properties| local_text(properties, field))
    }

    /// The cell of a field, to be quoted in a diagnostic.
    pub(crate) fn cell(&self, _: &str) -> Option<Box<Cell>> {
        None
    }

    /// The line of the file on which a row begins.
    pub(crate) fn line(&self) -> u32 {
        0
    }
}
