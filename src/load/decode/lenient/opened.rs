//! A file whose format was recognised.

use super::table::Table;
use crate::load::decode::collection::Collection;
use crate::load::diagnostic::{Diagnostic, Layer};
use crate::load::fields::{Fields, Names, Values};

/// A file that was opened.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub(crate) enum Opened<'a> {
    Collection(Collection),
    Table(Box<Table<'a>>),
}

impl Opened<'_> {
    /// The feature collection, if it is one.
    pub(crate) fn collection(&self) -> Option<&Collection> {
        match self {
            Self::Collection(collection) => Some(collection),
            Self::Table(_) => None,
        }
    }

    /// The feature collection, if it is one.
    pub(crate) fn into_collection(self) -> Option<Collection> {
        match self {
            Self::Collection(collection) => Some(collection),
            Self::Table(_) => None,
        }
    }

    /// What the file holds.
    pub(crate) fn layer(&self) -> Layer {
        match self {
            Self::Collection(collection) => collection.layer,
            Self::Table(table) => table.layer,
        }
    }

    /// The names of a sheet's columns.
    pub(crate) fn columns(&self) -> Option<Names> {
        match self {
            Self::Collection(_) => None,
            Self::Table(table) => Some(table.names.clone()),
        }
    }

    /// Calls `with` for each record.
    pub(crate) fn for_each(
        self,
        source: &str,
        diagnostics: &mut Vec<Diagnostic>,
        mut with: impl FnMut(&Fields<'_>, &mut Vec<Diagnostic>),
    ) {
        let mut table = match self {
            Self::Collection(collection) => {
                diagnostics.extend(collection.kind_assumed());
                collection.features().for_each(|fields| with(&fields, diagnostics));
                return;
            }
            Self::Table(table) => table,
        };
        if !table.names.complete(table.layer, source, table.header, diagnostics) {
            return;
        }
        while table.advance(source, diagnostics) {
            let row = table.row();
            let fields = Fields {
                layer: table.layer,
                source,
                number: row.number,
                values: Values::of_row(row, &table.names),
            };
            with(&fields, diagnostics);
        }
        table.finish(source, diagnostics);
    }
}
