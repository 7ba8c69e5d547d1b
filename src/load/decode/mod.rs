//! Bytes to features, or to rows of a sheet whose columns are understood.

mod collection;

#[cfg(feature = "sheets")]
mod cells;
#[cfg(feature = "sheets")]
mod columns;
#[cfg(feature = "sheets")]
mod encoding;
#[cfg(feature = "sheets")]
mod fault;
#[cfg(feature = "sheets")]
mod format;
#[cfg(feature = "sheets")]
mod header;
#[cfg(feature = "sheets")]
mod names;
#[cfg(feature = "sheets")]
mod sheet;
#[cfg(feature = "sheets")]
mod table;
#[cfg(feature = "sheets")]
mod topology;

pub(crate) use collection::{Collection, bytes};

#[cfg(not(feature = "sheets"))]
use std::io::Read;

#[cfg(not(feature = "sheets"))]
use super::{Layer, Problem};

/// A file that was opened.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub(crate) enum Opened<'a> {
    Collection(Collection),
    #[cfg(feature = "sheets")]
    Table(Box<Table<'a>>),
    #[cfg(not(feature = "sheets"))]
    #[expect(dead_code, reason = "sheets borrow what they read from")]
    Nothing(std::marker::PhantomData<&'a ()>, std::convert::Infallible),
}

/// Opens a file: without the feature `sheets`, a GeoJSON feature collection.
#[cfg(not(feature = "sheets"))]
pub(crate) fn open<'a>(
    layer: Option<Layer>,
    source: &str,
    start: &[u8],
    _: &'a mut dyn Read,
    problems: &mut Vec<Problem>,
) -> Option<Opened<'a>> {
    let layer = layer.unwrap_or(Layer::Actions);
    let object = collection::object(layer, source, start, problems)?;
    Collection::from_object(layer, source, object, problems).map(Opened::Collection)
}

#[cfg(feature = "sheets")]
pub(crate) use self::{
    cells::Row,
    format::{open, property_names},
    names::{DateOrder, Names},
    table::Table,
};
#[cfg(feature = "sheets")]
pub use self::{
    columns::{COLUMNS, Column},
    format::layer_of_json,
    sheet::{Sheet, guarded, unguarded},
};
