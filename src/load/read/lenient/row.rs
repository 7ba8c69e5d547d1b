//! The number of cells in a row.

use crate::load::diagnostic::{Cell, Code, Diagnostic, column_letters};
use crate::load::fields::Fields;
use crate::load::text::folded;

/// Words that name a total in tables, folded.
const TOTALS: [&str; 30] = [
    "total",
    "totals",
    "totaux",
    "subtotal",
    "soustotal",
    "grandtotal",
    "totalgeneral",
    "overalltotal",
    "sum",
    "sumtotal",
    "alltotal",
    "summe",
    "gesamt",
    "insgesamt",
    "zwischensumme",
    "итого",
    "всего",
    "សរុប",
    "សរុបរួម",
    "总计",
    "總計",
    "合计",
    "合計",
    "小计",
    "小計",
    "합계",
    "총계",
    "소계",
    "tongcong",
    "รวม",
];

/// The field that says of a record that it is a total, and the word.
fn total(fields: &Fields<'_>) -> Option<(&'static str, String)> {
    ["id", "title", "place", "origin", "destination"].into_iter().find_map(|field| {
        let text = match field {
            "id" => fields.code(),
            field => fields.text(field),
        }?;
        let word = folded(text.trim_end_matches([':', '.']));
        (TOTALS.contains(&&*word)).then(|| (field, text.into_owned()))
    })
}

/// Whether a row names the columns once more, as where two sheets were joined.
fn is_header(fields: &Fields<'_>) -> bool {
    let Some(row) = fields.values.row() else { return false };
    let labels = &fields.values.names.labels;
    let mut filled = (0..row.len()).filter(|index| !row.cell(*index).trim().is_empty()).peekable();
    filled.peek().is_some()
        && filled.all(|index| {
            labels.get(index).is_some_and(|label| label.trim() == row.cell(index).trim())
        })
}

/// The only filled cell of a row in a sheet of several columns.
fn alone(fields: &Fields<'_>) -> Option<usize> {
    let Some(row) = fields.values.row() else {
        return fields.values.only_cell().filter(|_| fields.values.names.known() > 2);
    };
    let is_filled = |index: &usize| !row.cell(*index).trim().is_empty();
    let mut filled = (0..row.len()).filter(is_filled);
    match (filled.next(), filled.next()) {
        (Some(only), None) if fields.values.names.known() > 2 => Some(only),
        _ => None,
    }
}

/// Whether a row has no more cells than the header. Where it has more, they may all be shifted, and
/// it cannot be read; where it has fewer, there is a warning.
pub(crate) fn fits(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> bool {
    if let Some((field, word)) = total(fields) {
        diagnostics.push(fields.diagnostic(
            Code::RowTotal,
            field,
            format!("by the word \"{word}\" this is a total of other records, and was not read: it would be counted twice"),
            "take it out; if it is a record of its own, write another title, and into part_of of its parts its id",
        ));
        return false;
    }
    if is_header(fields) {
        diagnostics.push(Diagnostic {
            field: None,
            id: None,
            ..fields.diagnostic(
                Code::RowNote,
                "id",
                "this row repeats the names of the columns, and was not taken for a record",
                "remove it",
            )
        });
        return false;
    }
    if let Some(index) = alone(fields) {
        let cell = fields.values.row().map(|row| {
            let row_cells: Vec<String> = row.iter().map(str::to_owned).collect();
            let span = 0..row_cells.get(index).map_or(0, String::len);
            let (name, line) = (String::new(), row.line);
            Box::new(Cell { column: Some(index), name, line, row: row_cells, index, span })
        });
        diagnostics.push(Diagnostic {
            field: None,
            id: None,
            cell,
            ..fields.diagnostic(
                Code::RowNote,
                "id",
                "this row has one filled cell, and was taken for a note and not for a record",
                "remove it, or fill its other cells if it is a record",
            )
        });
        return false;
    }
    if let Some(index) = fields.values.beyond_header() {
        diagnostics.push(fields.diagnostic(
            Code::RowLong,
            "id",
            format!(
                "the row of the sheet that this was had a cell in column {}, beyond its header",
                column_letters(index)
            ),
            "put texts with a comma in double quotes in the sheet; it was not read, since its cells may be shifted",
        ));
        return false;
    }
    let Some(row) = fields.values.row() else { return true };
    let (wanted, found) = (fields.values.names.labels.len(), row.len());
    let is_too_long = (wanted..found).any(|index| !row.cell(index).trim().is_empty());
    if found >= wanted && !is_too_long {
        return true;
    }
    let cells: Vec<String> = row.iter().map(str::to_owned).collect();
    let index = if is_too_long { wanted } else { found.saturating_sub(1) };
    let span = 0..cells.get(index).map_or(0, String::len);
    let cell =
        Cell { column: Some(index), name: String::new(), line: row.line, row: cells, index, span };
    let (code, message, remedy) = if is_too_long {
        (
            Code::RowLong,
            format!("this row has {found} cells, and the header names {wanted}"),
            "put texts with a comma in double quotes; the row was not read, since its cells may be shifted",
        )
    } else {
        (
            Code::RowShort,
            format!(
                "this row has {found} cells, and the header names {wanted}; the others count as empty"
            ),
            "add the missing cells, or mend the row if it was cut off",
        )
    };
    diagnostics.push(Diagnostic {
        field: None,
        cell: Some(Box::new(cell)),
        ..fields.diagnostic(code, "id", message, remedy)
    });
    !is_too_long
}
