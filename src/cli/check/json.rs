//! For programs: one JSON object a line.

use std::io::{self, Write};

use enforcement_map::load::{Problem, Severity, column_letters};
use serde_json::{Value, json};

use super::{Report, Sums, locate};

pub(super) struct Json;

pub(super) fn severity(problem: &Problem) -> &'static str {
    match problem.code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A problem as an object; the tests compare these.
pub(super) fn object(problem: &Problem) -> Value {
    let cell = problem.cell.as_deref();
    let is_row = cell.is_some_and(enforcement_map::load::Cell::is_row);
    let mut object = json!({
        "code": problem.code.name(),
        "severity": severity(problem),
        "file": problem.source,
        "message": problem.message,
        "help": problem.remedy,
    });
    let mut put = |name: &str, value: Value| {
        if let Some(members) = object.as_object_mut() {
            members.insert(name.to_owned(), value);
        }
    };
    if let Some(number) = problem.feature {
        put(if is_row { "row" } else { "feature" }, json!(number));
    }
    if let Some(id) = &problem.id {
        put("id", json!(id));
    }
    if let Some(field) = &problem.field {
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
    fn problem(&mut self, out: &mut dyn Write, problem: &Problem) -> io::Result<()> {
        let mut object = object(problem);
        if let (Some(members), Some(at)) = (object.as_object_mut(), locate::line(problem)) {
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
