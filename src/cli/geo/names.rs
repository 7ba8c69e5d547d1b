//! What the provinces are called, from a table.
use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::error::Error;
use super::source::read;

/// A line of the table: codes, what kind of division it is, and its name in each language.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Names {
    pub(crate) pcode: String,
    pub(crate) iso_3166_2: String,
    #[serde(rename = "type")]
    pub(crate) kind: Kind,
    pub(crate) en: String,
    pub(crate) fr: String,
    pub(crate) km: String,
    pub(crate) zh: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Province,
    Municipality,
}

impl Kind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::Municipality => "municipality",
        }
    }
}

/// The table by code.
pub(crate) fn names(file: &Path) -> Result<BTreeMap<String, Names>, Error> {
    let columns = "the columns are pcode, iso_3166_2, type (province or municipality), en, fr, \
                   km, zh";
    let text = read(file)?;
    let mut table = BTreeMap::new();
    for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        let names: Names = row.map_err(|error| Error::in_file(file, error, columns))?;
        let empty = [&names.iso_3166_2, &names.en, &names.fr, &names.km, &names.zh]
            .into_iter()
            .any(|value| value.trim().is_empty());
        if empty {
            return Err(Error::in_feature(file, names.pcode, "has an empty column", columns));
        }
        table.insert(names.pcode.clone(), names);
    }
    Ok(table)
}
