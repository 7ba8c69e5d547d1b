//! One record's fields, and problems that point at them.

use std::borrow::Cow;

use geo_types::Coord;
use geojson::{Feature, JsonObject, JsonValue, feature::Id};

#[cfg(feature = "sheets")]
use crate::load::decode::{Names, Row, unguarded};
use crate::load::{Code, Layer, Problem};
use crate::model::LocalizedText;

/// A record with the place it stands in.
pub(crate) struct Fields<'a> {
    pub(crate) layer: Layer,
    pub(crate) source: &'a str,
    pub(crate) number: usize,
    pub(crate) values: Values<'a>,
    /// What the names in the file stand for.
    #[cfg(feature = "sheets")]
    pub(crate) names: &'a Names,
}

/// What a record was read from.
pub(crate) enum Values<'a> {
    Feature(&'a Feature),
    #[cfg(feature = "sheets")]
    Row(&'a Row),
}

impl<'a> Fields<'a> {
    /// The feature, unless it is a row.
    pub(crate) fn feature(&self) -> Option<&'a Feature> {
        match self.values {
            Values::Feature(feature) => Some(feature),
            #[cfg(feature = "sheets")]
            Values::Row(_) => None,
        }
    }

    /// The feature's id (RFC 7946, section 3.2), else what other software writes in its place.
    pub(crate) fn code(&self) -> Option<Cow<'a, str>> {
        let id = match self.feature().and_then(|feature| feature.id.as_ref()) {
            Some(Id::String(text)) => Some(Cow::Borrowed(text.as_str())),
            Some(Id::Number(number)) => Some(Cow::Owned(number.to_string())),
            None => None,
        };
        let id = id.filter(|id| !id.trim().is_empty());
        #[cfg(not(feature = "sheets"))]
        return id.or_else(|| {
            ["id", "code", "pcode", "ADM1_PCODE"].iter().find_map(|key| self.text(key))
        });
        #[cfg(feature = "sheets")]
        id.or_else(|| self.text("id"))
    }

    fn property(&self, name: &str) -> Option<&'a JsonValue> {
        self.feature()?.property(name)
    }

    /// A field as text; a number is written out. `None` if it is absent, null or empty.
    #[cfg(not(feature = "sheets"))]
    pub(crate) fn text(&self, field: &str) -> Option<Cow<'a, str>> {
        plain(self.property(field)?)
    }

    /// A field as text; a number is written out. `None` if it is absent, null or empty.
    #[cfg(feature = "sheets")]
    pub(crate) fn text(&self, field: &str) -> Option<Cow<'a, str>> {
        match self.names.of(field) {
            [] => plain(self.property(field)?),
            places => places.iter().find_map(|index| self.at(*index)),
        }
    }

    pub(crate) fn local_text(&self, field: &str) -> LocalizedText {
        #[cfg(feature = "sheets")]
        {
            let text = LocalizedText::new(self.text(field).unwrap_or_default());
            self.names.translations(field).fold(text, |text, (language, at)| match self.at(at) {
                Some(translated) => text.with(language, translated),
                None => text,
            })
        }
        #[cfg(not(feature = "sheets"))]
        self.feature()
            .and_then(|feature| feature.properties.as_ref())
            .map_or_else(LocalizedText::default, |properties| local_text(properties, field))
    }

    /// A property that is a position: longitude, latitude (RFC 7946, section 3.1.1).
    pub(crate) fn position(&self, field: &str) -> Option<Coord<f64>> {
        match self.property(field)?.as_array()?.as_slice() {
            [x, y, ..] => Some(Coord { x: x.as_f64()?, y: y.as_f64()? }),
            _ => None,
        }
    }

    pub(crate) fn problem(
        &self,
        code: Code,
        field: &str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        Problem {
            source: self.source.to_owned(),
            layer: self.layer,
            feature: Some(self.number),
            id: self.code().map(Cow::into_owned),
            field: Some(field.to_owned()),
            code,
            message: Problem::words(message),
            remedy: Problem::words(remedy),
            #[cfg(feature = "sheets")]
            cell: Some(Box::new(self.cell(field))),
            #[cfg(not(feature = "sheets"))]
            cell: None,
        }
    }
}

#[cfg(feature = "sheets")]
impl<'a> Fields<'a> {
    /// Whether the file has a place for the field at all; if not, that was said of the file.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.feature().is_some() || self.names.has(field)
    }

    /// What stands in a column or property.
    fn at(&self, index: usize) -> Option<Cow<'a, str>> {
        match self.values {
            Values::Feature(feature) => plain(feature.property(self.names.labels.get(index)?)?),
            Values::Row(row) => filled(unguarded(row.cell(index))),
        }
    }

    /// The cell of a field: the one that is filled, else the first that could be.
    fn cell(&self, field: &str) -> crate::load::Cell {
        let places = self.names.of(field);
        let filled = places.iter().find(|index| self.at(**index).is_some());
        let column = filled.or(places.first()).copied();
        let name = column.map_or(field, |column| self.names.label(column)).to_owned();
        match self.values {
            Values::Feature(feature) => {
                let text = match column {
                    Some(index) => self.at(index).map(Cow::into_owned),
                    None if field == "geometry" => {
                        feature.geometry.as_ref().map(|geometry| geometry.to_string())
                    }
                    None => None,
                };
                let text = text.unwrap_or_default();
                let span = 0..text.len();
                crate::load::Cell { name, span, row: vec![text], ..Default::default() }
            }
            Values::Row(row) => {
                let cells: Vec<String> = row.iter().map(str::to_owned).collect();
                let index = column.unwrap_or(0);
                let text = cells.get(index).map_or("", String::as_str);
                let start = text.len() - text.trim_start().len();
                let span = start..text.trim_end().len().max(start);
                crate::load::Cell { column, name, line: row.line, index, span, row: cells }
            }
        }
    }
}

fn filled(text: &str) -> Option<Cow<'_, str>> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(Cow::Borrowed)
}

fn plain(value: &JsonValue) -> Option<Cow<'_, str>> {
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
