//! Opens files that are GeoJSON feature collections.

use std::io::Read;

use super::collection::{Collection, object_of};
use crate::load::diagnostic::{Diagnostic, Layer};
use crate::load::fields::{Fields, Names};

/// A file that was opened. In a lenient build it borrows from what it reads.
pub(crate) type Opened<'a> = Collection;

/// Opens a file whose bytes begin with `start`: here they are all of them.
pub(crate) fn open<'a>(
    layer: Option<Layer>,
    source: &str,
    start: &[u8],
    _: &'a mut dyn Read,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Opened<'a>> {
    let layer = layer.unwrap_or(Layer::Actions);
    // RFC 8259, section 8.1: a byte order mark may be ignored.
    let bytes = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let object = object_of(layer, source, serde_json::from_slice(bytes), diagnostics)?;
    Collection::from_object(layer, source, object, diagnostics)
}

impl Collection {
    /// The feature collection, if it is one.
    pub(crate) fn collection(&self) -> Option<&Self> {
        Some(self)
    }

    /// The feature collection, if it is one.
    pub(crate) fn into_collection(self) -> Option<Self> {
        Some(self)
    }

    /// What the file holds.
    pub(crate) fn layer(&self) -> Layer {
        self.layer
    }

    /// The names of a sheet's columns.
    pub(crate) fn columns(&self) -> Option<Names> {
        None
    }

    /// Calls `with` for each record.
    pub(crate) fn for_each(
        self,
        _: &str,
        diagnostics: &mut Vec<Diagnostic>,
        mut with: impl FnMut(&Fields<'_>, &mut Vec<Diagnostic>),
    ) {
        for fields in self.features() {
            with(&fields, diagnostics);
        }
    }
}
