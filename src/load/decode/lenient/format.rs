//! The format of a file, recognised by its bytes: file names and media types are often wrong.

use std::io::{Cursor, Read};

use super::command;
use super::json;
use super::opened::Opened;
use super::signature::{self, Unread};
use super::table::Table;
use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::load::text::Text;

/// The format of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Sheet,
    Empty,
    /// Something else.
    Other(Unread),
}

impl Format {
    /// Recognises it by the first bytes.
    pub(crate) fn of(start: &[u8]) -> Self {
        if let Some(unread) = signature::of_bytes(start) {
            return Self::Other(unread);
        }
        let text = text_of(start);
        // RFC 8142, section 2.1: a record separator may stand before each text of JSON.
        let text = text
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{1e}'));
        match () {
            () if text.is_empty() => Self::Empty,
            () if text.starts_with(['{', '[']) => Self::Json,
            () => match signature::of_text(text) {
                Some(unread) => Self::Other(unread),
                None => Self::Sheet,
            },
        }
    }
}

/// What a file is that is not read, and what to do; `None` where it is read.
///
/// ```
/// use enforcement_map::load::unread_format;
/// assert_eq!(unread_format("actions.csv", b"id,date,place\n"), None);
/// let said = unread_format("actions.csv", b"PAR1").unwrap();
/// assert!(said.starts_with("this is a Parquet file, and is not read; "));
/// ```
#[must_use]
pub fn unread_format(source: &str, start: &[u8]) -> Option<String> {
    match Format::of(start.get(..64 * 1024).unwrap_or(start)) {
        Format::Other(Unread { what, remedy }) => {
            let remedy = command::with_name(&remedy, source);
            Some(format!("this is {what}, and is not read; {remedy}"))
        }
        _ => None,
    }
}

/// The text in some bytes, in whatever encoding.
pub(super) fn text_of(bytes: &[u8]) -> String {
    let mut reader = Cursor::new(bytes);
    let mut text = Text::new(&mut reader);
    let mut out = Vec::new();
    // Reading from memory does not fail.
    while text.read_into(&mut out).unwrap_or(false) {}
    String::from_utf8(out).unwrap_or_default()
}

/// Opens a file of any format. `layer` is what it should hold; without one, its content decides.
/// `start` are its first bytes, which `reader` gives again.
pub(crate) fn open<'a>(
    layer: Option<Layer>,
    source: &str,
    start: &[u8],
    reader: &'a mut dyn Read,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Opened<'a>> {
    let usual = layer.unwrap_or(Layer::Actions);
    let of_file = |code, message: String, remedy: &str| {
        Diagnostic::of_file(usual, source, code, message, remedy)
    };
    match Format::of(start) {
        Format::Empty => {
            diagnostics.push(of_file(
                Code::FileEmpty,
                "the file is empty".to_owned(),
                "export it again from where it is kept",
            ));
            None
        }
        Format::Other(Unread { what, remedy }) => {
            let message = format!("this is {what}, and is not read");
            let remedy = command::with_name(&remedy, source);
            diagnostics.push(of_file(Code::FormatUnread, message, &remedy));
            None
        }
        Format::Json => {
            let mut bytes = Vec::new();
            if let Err(error) = reader.read_to_end(&mut bytes) {
                diagnostics.push(of_file(
                    Code::FileUnreachable,
                    format!("it could not be read ({error})"),
                    "check the file",
                ));
                return None;
            }
            json::open(layer, source, &bytes, diagnostics).map(Opened::Collection)
        }
        Format::Sheet if matches!(layer, Some(Layer::Provinces | Layer::Countries)) => {
            diagnostics.push(of_file(
                Code::NotJson,
                "this is a sheet, and shapes are read from GeoJSON or TopoJSON".to_owned(),
                "give the file with the boundaries",
            ));
            None
        }
        Format::Sheet => {
            Table::open(layer, source, reader, diagnostics).map(Box::new).map(Opened::Table)
        }
    }
}
