//! What the provinces are called, from tables.
use std::collections::BTreeMap;
use std::path::Path;

use super::error::Error;
use super::source::read;

/// A province of the main table: codes, what kind of division it is, and its name in each
/// language, by the language's BCP 47 tag.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub(crate) iso_3166_2: String,
    pub(crate) kind: String,
    pub(crate) names: BTreeMap<String, String>,
}

const COLUMNS: &str = "the columns are pcode, iso_3166_2, type (such as province), en, and \
                       one for each further language, and no cell is empty";
const MORE: &str = "the columns are pcode and one for each language, and no cell is empty";

/// The main table by code, with the languages of another table that has codes and names alone.
pub(crate) fn names(file: &Path, more: Option<&Path>) -> Result<BTreeMap<String, Names>, Error> {
    let mut table = BTreeMap::new();
    for (code, mut row) in rows(file, COLUMNS)? {
        let mut take = |column: &str| {
            let missing = || Error::in_feature(file, &code, format!("lacks \"{column}\""), COLUMNS);
            row.remove(column).ok_or_else(missing)
        };
        let (iso_3166_2, kind) = (take("iso_3166_2")?, take("type")?);
        if !row.contains_key("en") {
            return Err(Error::in_feature(file, code, "has no English name", COLUMNS));
        }
        table.insert(code, Names { iso_3166_2, kind, names: row });
    }
    for (code, row) in more.map_or_else(|| Ok(Vec::new()), |more| rows(more, MORE))? {
        if let Some(names) = table.get_mut(&code) {
            names.names.extend(row);
        }
    }
    Ok(table)
}

/// A table's rows: the code, and the other columns by their headings.
fn rows(file: &Path, columns: &str) -> Result<Vec<(String, BTreeMap<String, String>)>, Error> {
    let text = read(file)?;
    let mut rows = Vec::new();
    for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        let mut row: BTreeMap<String, String> =
            row.map_err(|error| Error::in_file(file, error, columns))?;
        let code = row.remove("pcode").unwrap_or_default();
        if code.is_empty() || row.values().any(|value| value.trim().is_empty()) {
            return Err(Error::in_feature(file, code, "has an empty cell", columns));
        }
        rows.push((code, row));
    }
    Ok(rows)
}
