//! Words that programs write into JSON for a missing number, and that JSON does not have (RFC 8259,
//! section 3): `NaN`, `Infinity` and the like are read as null.

use geojson::JsonValue;

use crate::load::diagnostic::{Code, Diagnostic, Layer};

/// Python, R, JavaScript, C and Visual C++ write these.
const MISSING: [&str; 17] = [
    "NaN",
    "nan",
    "NAN",
    "Nan",
    "NA",
    "Infinity",
    "infinity",
    "inf",
    "Inf",
    "INF",
    "None",
    "undefined",
    "nil",
    "1.#QNAN",
    "1.#IND",
    "1.#INF",
    "NULL",
];

/// Reads JSON, and remembers what was read in another way than it is written.
#[derive(Default)]
pub(super) struct Parser {
    /// The line of the file in which the next text begins, from 1; 0 for the first.
    pub(super) line: usize,
    /// Each word, with its line and column.
    found: Vec<(String, usize, usize)>,
}

impl Parser {
    /// Reads a text of JSON.
    ///
    /// # Errors
    /// It is none, also with those words taken for null.
    pub(super) fn value(&mut self, text: &[u8]) -> Result<JsonValue, serde_json::Error> {
        let error = match serde_json::from_slice(text) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        let (text, found) = without_words(text, self.line.max(1));
        if found.is_empty() {
            return Err(error);
        }
        let value = serde_json::from_slice(&text).map_err(|_| error)?;
        self.found.extend(found);
        Ok(value)
    }

    /// A text with these words taken for null, also where it is no JSON then.
    pub(super) fn without_words(&mut self, text: &[u8]) -> Vec<u8> {
        let (text, found) = without_words(text, self.line.max(1));
        self.found = found;
        text
    }

    /// What is said of the words.
    pub(super) fn said(&self, layer: Layer, source: &str) -> Option<Diagnostic> {
        const MOST: usize = 5;
        if self.found.is_empty() {
            return None;
        }
        let shown = self.found.iter().take(MOST);
        let mut places: Vec<String> = shown
            .map(|(word, line, column)| format!("{word} in line {line}, column {column}"))
            .collect();
        if self.found.len() > MOST {
            places.push(format!("and {} more", self.found.len() - MOST));
        }
        Some(Diagnostic::of_file(
            layer,
            source,
            Code::JsonWord,
            format!(
                "words that JSON does not have were read as null, which is no value: {}",
                places.join("; ")
            ),
            "write null instead, or the value if there is one",
        ))
    }
}

/// The text with `null` for each of the words outside quotes, and the words with their places.
fn without_words(text: &[u8], first_line: usize) -> (Vec<u8>, Vec<(String, usize, usize)>) {
    let is_part = |byte: &u8| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'#' | b'+' | b'-' | b'$')
    };
    let (mut out, mut found) = (Vec::with_capacity(text.len()), Vec::new());
    let (mut line, mut line_start) = (first_line, 0);
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        let rest = text.get(at..).unwrap_or_default();
        let length = match byte {
            b'"' => quoted(rest),
            byte if is_part(&byte) => rest.iter().take_while(|byte| is_part(byte)).count(),
            _ => 1,
        };
        let token = rest.get(..length).unwrap_or(rest);
        let word = std::str::from_utf8(token).unwrap_or_default();
        if MISSING.contains(&word.trim_start_matches(['-', '+'])) {
            found.push((word.to_owned(), line, at - line_start + 1));
            out.extend_from_slice(b"null");
        } else {
            out.extend_from_slice(token);
        }
        for (index, _) in token.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
            line += 1;
            line_start = at + index + 1;
        }
        at += length;
    }
    (out, found)
}

/// The length of the quoted text that begins here.
fn quoted(text: &[u8]) -> usize {
    let mut is_escaped = false;
    for (index, byte) in text.iter().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}
