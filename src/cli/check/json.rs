//! For programs: one JSON object a line.

use std::io::{self, Write};

use enforcement_map::load::{Diagnostic, Severity, column_letters};
use serde_json::{Value, json};

use super::{Report, Sums, locate};

pub(super) struct Json;

pub(super) fn severity(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A diagnostic as an object; the tests compare these.
pub(super) fn object(diagnostic: &Diagnostic) -> Value {
    let cell = diagnostic.cell.as_deref();
    let is_row = cell.is_some_and(enforcement_map::load::Cell::is_row);
    let mut object = json!({
        "code": diagnostic.code.name(),
        "severity": severity(diagnostic),
        "file": diagnostic.source,
        "message": diagnostic.message,
        "help": diagnostic.remedy,
    });
    let mut put = |name: &str, value: Value| {
        if let Some(members) = object.as_object_mut() {
            members.insert(name.to_owned(), value);
        }
    };
    if let Some(number) = diagnostic.feature {
        put(if is_row { "row" } else { "feature" }, json!(number));
    }
    if let Some(id) = &diagnostic.id {
        put("id", json!(id));
    }
    if let Some(field) = &diagnostic.field {
        put("field", json!(field));
    }
    if let Some(cell) = cell {
        if let Some(column) = cell.column {
            put("column", json!(column_letters(column)));
        }
        if !cell.name.is_empty() {
            put("name", json!(cell.name));
        }
        let text = cell.text();
        if !text.is_empty() {
            put("cell", json!(text));
        }
        if let Some(part) =
            text.get(cell.span.clone()).filter(|part| *part != text && !part.is_empty())
        {
            put("wrong", json!(part));
        }
    }
    object
}

impl Report for Json {
    fn diagnostic(&mut self, out: &mut dyn Write, diagnostic: &Diagnostic) -> io::Result<()> {
        let mut object = object(diagnostic);
        if let (Some(members), Some(at)) = (object.as_object_mut(), locate::line(diagnostic)) {
            members.insert("line".to_owned(), json!(at));
        }
        writeln!(out, "{object}")
    }

    fn finish(&mut self, out: &mut dyn Write, sums: &Sums) -> io::Result<()> {
        let Sums { files, records, errors, warnings, notes } = sums;
        writeln!(
            out,
            "{}",
            json!({"files": files, "records": records, "errors": errors, "warnings": warnings, "notes": notes})
        )
    }
}
