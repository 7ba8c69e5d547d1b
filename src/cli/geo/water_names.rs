//! What lakes, rivers and seas are called, from a table with a column for each language.
use std::collections::BTreeMap;
use std::path::Path;

use geo::Point;
use geojson::Feature;
use serde_json::{Value, json};

use super::error::Error;
use super::source::read;
use super::write::feature;

const COLUMNS: &str = "the columns are name, one for each further language, and longitude and \
                       latitude, which are filled in for a sea alone: that is where its name is \
                       written";

/// The table's rows.
pub(crate) struct WaterNames(Vec<Row>);

struct Row {
    name: String,
    /// By the language's BCP 47 tag.
    names: BTreeMap<String, String>,
    at: Option<Point>,
}

impl Row {
    fn properties(&self) -> impl Iterator<Item = (String, Value)> {
        let names = self.names.iter().map(|(tag, name)| (format!("name:{tag}"), json!(name)));
        std::iter::once(("name".to_owned(), json!(self.name))).chain(names)
    }
}

impl WaterNames {
    /// Reads a table.
    pub(crate) fn read(file: &Path) -> Result<Self, Error> {
        let text = read(file)?;
        let mut rows = Vec::new();
        for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
            let mut row: BTreeMap<String, String> =
                row.map_err(|error| Error::in_file(file, error, COLUMNS))?;
            let mut take = |column: &str| row.remove(column).unwrap_or_default();
            let (name, longitude, latitude) = (take("name"), take("longitude"), take("latitude"));
            if name.is_empty() || row.values().any(|name| name.trim().is_empty()) {
                return Err(Error::in_feature(file, name, "has an empty cell", COLUMNS));
            }
            let at = match (longitude.parse(), latitude.parse()) {
                (Ok(longitude), Ok(latitude)) => Some(Point::new(longitude, latitude)),
                _ if longitude.is_empty() && latitude.is_empty() => None,
                _ => return Err(Error::in_feature(file, name, "has no proper place", COLUMNS)),
            };
            rows.push(Row { name, names: row, at });
        }
        Ok(Self(rows))
    }

    /// The names of a water with a shape, as properties.
    pub(crate) fn of(&self, name: &str) -> Option<impl Iterator<Item = (String, Value)>> {
        self.0.iter().find(|row| row.name == name).map(Row::properties)
    }

    /// The seas, which are names without a shape.
    pub(crate) fn seas(&self) -> impl Iterator<Item = Feature> {
        let seas = self.0.iter().filter_map(|row| Some((row, row.at?)));
        seas.map(|(row, at)| {
            let kind = ("kind".to_owned(), json!("sea"));
            feature(None, std::iter::once(kind).chain(row.properties()), (&at).into())
        })
    }
}
