//! The number of cells in a row.

use crate::load::diagnostic::{Cell, Code, Diagnostic, column_letters};
use crate::load::fields::Fields;

/// Whether a row has no more cells than the header. Where it has more, they may all be shifted, and
/// it cannot be read; where it has fewer, there is a warning.
pub(crate) fn fits(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> bool {
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
