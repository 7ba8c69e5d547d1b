//! What the table of columns says about each.

use crate::load::diagnostic::Layer;

/// The type of the values in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    /// Text.
    Text,
    /// A number with decimals.
    Number,
    /// A whole number above zero.
    Count,
    /// A number of people, exact or with a qualifier (`People`).
    People,
}

/// Which files have a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Sheets, and GeoJSON as a property.
    Any,
    /// Sheets as people write them; GeoJSON says the same in another way.
    Sheet,
    /// Sheets that `convert` writes, so that nothing is lost.
    Converted,
}

/// A column of a sheet, or a property of a feature.
#[derive(Debug)]
pub struct Column {
    /// Its name here.
    pub name: &'static str,
    /// In which data it is.
    pub layers: &'static [Layer],
    /// In which form of files it is.
    pub form: Form,
    /// The files in which every record must have it.
    pub required: &'static [Layer],
    /// Columns that serve instead of one that is required: any of these groups.
    pub instead: &'static [&'static [&'static str]],
    /// The type of its values.
    pub values: ValueType,
    /// Whether languages may follow a colon (`title:fr`).
    pub in_languages: bool,
    /// The form of its values as they are written here, a regular expression (ECMA-262).
    pub pattern: Option<&'static str>,
    /// What it holds, in one sentence.
    pub about: &'static str,
    /// What else the document for people (`docs/data.md`) says of it; may be empty.
    pub note: &'static str,
    /// Values that show it, one for each record of the template.
    pub examples: [&'static str; 2],
    /// What other files call it, best first, without case, spaces and signs: ACLED, UNHCR,
    /// flow sheets, P-code and ISO columns, other languages. Those with a `#` are HXL tags, and
    /// those with a `?` count only where there is nothing better.
    pub aliases: &'static [&'static str],
}

impl Column {
    /// Whether every record of a file must have it, whatever else the record has.
    #[must_use]
    pub fn is_required(&self, layer: Layer) -> bool {
        self.instead.is_empty() && self.required.contains(&layer)
    }
}
