//! Fields of features and of rows of sheets, under any name that [`Names`] understands.

use std::borrow::Cow;

use geojson::{Feature, JsonObject, JsonValue};

use super::absent::is_absent;
use super::json::plain;
use super::value::filled;
use crate::load::diagnostic::{Cell, Layer, column_letters};
use crate::load::text::Row;
use crate::model::LocalizedText;
use crate::model::unguarded;

pub(crate) use crate::load::columns::Names;
use crate::load::columns::settle_areas;

impl Names {
    /// Understands the names of the features' properties. Where they were the columns of a sheet
    /// (`convert` says so in members of the collection), they count in that order, with their tags.
    pub(crate) fn of_features<'a>(
        layer: Layer,
        features: impl Iterator<Item = &'a Feature> + Clone,
        members: &JsonObject,
    ) -> Self {
        let texts = |name: &str| -> Vec<String> {
            let list = members.get(name).and_then(JsonValue::as_array);
            let texts = list.into_iter().flatten().map(|one| one.as_str().map(str::to_owned));
            texts.collect::<Option<_>>().unwrap_or_default()
        };
        let (columns, tags) = (texts("columns"), texts("tags"));
        let mut labels: Vec<String> = Vec::new();
        for (index, label) in columns.iter().enumerate() {
            labels.push(match label.as_str() {
                "" => format!("column {}", column_letters(index)),
                label => label.to_owned(),
            });
        }
        let mut seen: std::collections::HashSet<String> = labels.iter().cloned().collect();
        for feature in features.clone() {
            for key in feature.properties.iter().flat_map(JsonObject::keys) {
                if !seen.contains(key.as_str()) {
                    seen.insert(key.clone());
                    labels.push(key.clone());
                }
            }
        }
        let width = members.get("header_cells").and_then(JsonValue::as_u64);
        let width = width.and_then(|width| usize::try_from(width).ok());
        let mut names = Self::new(layer, labels.clone(), &tags);
        names.is_of_sheet = !columns.is_empty();
        names.unnamed = width.map_or(0..0, |width| width..columns.len());
        if layer == Layer::Provinces {
            settle_areas(&mut names, |index| {
                let at = |feature: &'a Feature| {
                    let text = plain(feature.property(labels.get(index)?)?, "code")?;
                    (!is_absent("code", &text)).then(|| text.into_owned())
                };
                features.clone().filter_map(at).collect()
            });
        }
        names
    }
}

/// Fields whose values are no sentences.
const VALUES: [&str; 10] = [
    "date",
    "date_end",
    "place",
    "kind",
    "people",
    "origin",
    "destination",
    "places",
    "lat",
    "lon",
];

/// A value without the formula or apostrophe that keep a spreadsheet from changing it: `="007"`,
/// `'2026-01-10`.
fn unquoted<'a>(cell: &'a str, field: &str) -> &'a str {
    let plain = cell.trim();
    let formula = plain.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let formula = formula.filter(|_| field != "id");
    let text = plain.strip_prefix('\'').filter(|_| VALUES.contains(&field));
    formula.or(text).unwrap_or(cell)
}

/// The values of a record, and what the names in its file stand for.
pub(crate) struct Values<'a> {
    record: Record<'a>,
    pub(crate) names: &'a Names,
}

/// What a record was read from.
enum Record<'a> {
    Feature(&'a Feature),
    Row(&'a Row),
}

impl<'a> Values<'a> {
    /// Those of a feature.
    pub(crate) fn of_feature(feature: &'a Feature, names: &'a Names) -> Self {
        Self { record: Record::Feature(feature), names }
    }

    /// Those of a row.
    pub(crate) fn of_row(row: &'a Row, names: &'a Names) -> Self {
        Self { record: Record::Row(row), names }
    }

    /// The feature, unless it is a row.
    pub(crate) fn feature(&self) -> Option<&'a Feature> {
        match self.record {
            Record::Feature(feature) => Some(feature),
            Record::Row(_) => None,
        }
    }

    /// The row, unless it is a feature.
    pub(crate) fn row(&self) -> Option<&'a Row> {
        match self.record {
            Record::Row(row) => Some(row),
            Record::Feature(_) => None,
        }
    }

    /// The column or property that holds the id of a record whose feature has none.
    pub(crate) fn id(&self) -> Option<Cow<'a, str>> {
        self.text("id")
    }

    /// Whether it is an empty row of a sheet that `convert` made into GeoJSON.
    pub(crate) fn is_blank(&self) -> bool {
        let is_blank = |feature: &Feature| {
            feature.id.is_none()
                && feature.geometry.is_none()
                && feature.properties.as_ref().is_none_or(JsonObject::is_empty)
        };
        self.names.is_of_sheet && self.feature().is_some_and(is_blank)
    }

    /// The column of the only cell that is filled, in the row of a sheet that `convert` made into
    /// GeoJSON.
    pub(crate) fn only_cell(&self) -> Option<usize> {
        let feature = self.feature().filter(|feature| feature.geometry.is_none())?;
        let mut filled = feature.properties.iter().flat_map(JsonObject::keys).map(String::as_str);
        let (first, second) = match feature.id {
            Some(_) => (Some("id"), filled.next()),
            None => (filled.next(), filled.next()),
        };
        let at = |name: &str| self.names.labels.iter().position(|label| label == name);
        if self.names.is_of_sheet && second.is_none() { at(first?) } else { None }
    }

    /// The first filled cell beyond the header of the sheet that this feature was a row of.
    pub(crate) fn beyond_header(&self) -> Option<usize> {
        self.feature()?;
        self.names.unnamed.clone().find(|index| self.at(*index, "id").is_some())
    }

    /// A field as text.
    pub(crate) fn text(&self, field: &str) -> Option<Cow<'a, str>> {
        if field == "date"
            && let Some(parts) = self.names.parts
        {
            return self.joined_date(parts);
        }
        if field == "date"
            && let Some((year, quarter)) = self.names.quarter
        {
            return self.joined_quarter(year, quarter);
        }
        match self.names.of(field) {
            [] => plain(self.feature()?.property(field)?, field)
                .filter(|text| !is_absent(field, text)),
            columns => {
                let filled = columns.iter().filter_map(|index| self.at(*index, field));
                filled.into_iter().find(|text| !is_absent(field, text))
            }
        }
    }

    /// A date whose year, month and day are in columns of their own: in EDTF where they are
    /// numbers, else as in `10 January 2026`.
    fn joined_date(
        &self,
        (year, month, day): (usize, usize, Option<usize>),
    ) -> Option<Cow<'a, str>> {
        let at = |index: usize| self.at(index, "date").filter(|text| !is_absent("date", text));
        let year = at(year)?;
        let (month, day) = (at(month), day.and_then(at));
        let number = |text: &str| text.parse::<f64>().ok().filter(|n| n.fract() == 0.0);
        Some(Cow::Owned(match (month, day) {
            (None, None) => year.into_owned(),
            // A day without its month is a question: `2026 ? 10` is refused.
            (None, Some(day)) => format!("{year} ? {day}"),
            (Some(month), None) => match number(&month) {
                Some(month) => format!("{year}-{month:0>2}"),
                None => format!("{month} {year}"),
            },
            (Some(month), Some(day)) => match (number(&month), number(&day)) {
                (Some(month), Some(day)) => format!("{year}-{month:0>2}-{day:0>2}"),
                _ => format!("{day} {month} {year}"),
            },
        }))
    }

    /// The months of a quarter, in EDTF.
    fn joined_quarter(&self, year: usize, quarter: usize) -> Option<Cow<'a, str>> {
        let at = |index: usize| self.at(index, "date").filter(|text| !is_absent("date", text));
        let (year, quarter) = (at(year)?, at(quarter));
        let Some(quarter) = quarter else { return Some(year) };
        let number = quarter.trim_matches(|c: char| !c.is_ascii_digit());
        let months = match number {
            "1" => ("01", "03"),
            "2" => ("04", "06"),
            "3" => ("07", "09"),
            "4" => ("10", "12"),
            _ => return Some(Cow::Owned(format!("{year} Q{quarter}"))),
        };
        Some(Cow::Owned(format!("{year}-{}/{year}-{}", months.0, months.1)))
    }

    /// All values of a field that the record has, each with the name of its column, best first.
    pub(crate) fn all(&self, field: &str) -> Vec<(&'a str, Cow<'a, str>)> {
        let named = |index: &usize| Some((self.names.label(*index), self.at(*index, field)?));
        let all = self.names.of(field).iter().filter_map(named);
        all.filter(|(_, text)| !is_absent(field, text)).collect()
    }

    /// The words for a missing value that a field has, as they are written.
    pub(crate) fn absent(&self, field: &str) -> Option<Cow<'a, str>> {
        let filled = self.names.of(field).iter().filter_map(|index| self.at(*index, field));
        filled.into_iter().find(|text| is_absent(field, text))
    }

    /// Whether a country comes from a column in which UNHCR writes codes of its own.
    pub(crate) fn is_own_code(&self, field: &str) -> bool {
        let from = self.names.of(field).iter().find(|index| self.at(**index, field).is_some());
        from.is_some_and(|index| Self::may_be_own_code(self.names.label(*index)))
    }

    /// Whether UNHCR writes codes of its own in a column of this name.
    pub(crate) fn may_be_own_code(label: &str) -> bool {
        ["coo", "coa"].contains(&&*crate::load::text::folded(label))
    }

    /// The code of an area: the best property that holds one with letters in it. The `id` of a
    /// feature is often the number of its row.
    pub(crate) fn area_code(&self) -> Option<Cow<'a, str>> {
        let has_letters = |text: &Cow<'_, str>| text.chars().any(char::is_alphabetic);
        let feature_id = match self.feature()?.id.as_ref() {
            Some(geojson::feature::Id::String(text)) => Some(Cow::Borrowed(text.as_str())),
            _ => None,
        };
        let is_code =
            |index: &&usize| crate::load::text::folded(self.names.label(**index)).contains("code");
        let columns = self.names.of("id");
        let at = |index: &usize| self.at(*index, "id").filter(|text| !is_absent("code", text));
        let coded = columns.iter().filter(is_code).filter_map(at).find(has_letters);
        let feature_id = feature_id.filter(has_letters);
        // GeoServer writes the layer's name and the number of the row: provinces.24.
        let is_numbered = feature_id.as_ref().is_some_and(|id| {
            let parts = id.rsplit_once('.');
            parts.is_some_and(|(_, row)| !row.is_empty() && row.bytes().all(|b| b.is_ascii_digit()))
        });
        coded
            .or_else(|| feature_id.clone().filter(|_| !is_numbered))
            .or_else(|| columns.iter().filter_map(at).find(has_letters))
            .or_else(|| self.text("iso_3166_2").filter(has_letters))
            .or(feature_id)
    }

    /// A field as text in several languages.
    pub(crate) fn local_text(&self, field: &str) -> LocalizedText {
        let translations = self.names.translations(field);
        // A file may have its texts in one language only, and say which (`ADM1_FR`).
        let first = || translations.filter_map(|(_, at)| self.at(at, field)).next();
        let text = LocalizedText::new(self.text(field).or_else(first).unwrap_or_default());
        self.names.translations(field).fold(text, |text, (language, at)| match self.at(at, field) {
            Some(translated) => text.with(language, translated),
            None => text,
        })
    }

    /// Whether the file has a column for the field at all. Where it has none, a diagnostic about
    /// the file says so already.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.feature().is_some() || self.names.has(field)
    }

    /// The line of the file on which a row begins; 0 outside sheets.
    pub(crate) fn line(&self) -> u32 {
        self.row().map_or(0, |row| u32::try_from(row.line).unwrap_or(u32::MAX))
    }

    /// The value in a column or property, for a field.
    fn at(&self, index: usize, field: &str) -> Option<Cow<'a, str>> {
        match self.record {
            Record::Feature(feature) => {
                match plain(feature.property(self.names.labels.get(index)?)?, field)? {
                    Cow::Borrowed(text) => filled(unquoted(text, field)),
                    Cow::Owned(text) => Some(Cow::Owned(text)),
                }
            }
            Record::Row(row) => filled(unquoted(unguarded(row.cell(index)), field)),
        }
    }

    /// The cell of a field, to be quoted in a diagnostic: the first that is filled, else the first
    /// that could be.
    pub(crate) fn cell(&self, field: &str) -> Option<Box<Cell>> {
        let columns = self.names.of(field);
        let filled = columns.iter().find(|index| self.at(**index, field).is_some());
        let column = filled.or(columns.first()).copied();
        let name = column.map_or(field, |column| self.names.label(column)).to_owned();
        let cell = match self.record {
            Record::Feature(feature) => {
                let text = match column {
                    Some(index) => self.at(index, field).map(Cow::into_owned),
                    None if field == "geometry" => {
                        feature.geometry.as_ref().map(|geometry| geometry.to_string())
                    }
                    None => None,
                };
                let text = text.unwrap_or_default();
                let span = 0..text.len();
                Cell { name, span, row: vec![text], ..Default::default() }
            }
            Record::Row(row) => {
                let cells: Vec<String> = row.iter().map(str::to_owned).collect();
                let index = column.unwrap_or(0);
                let text = cells.get(index).map_or("", String::as_str);
                let start = text.len() - text.trim_start().len();
                let span = start..text.trim_end().len().max(start);
                Cell { column, name, line: row.line, index, span, row: cells }
            }
        };
        Some(Box::new(cell))
    }
}
