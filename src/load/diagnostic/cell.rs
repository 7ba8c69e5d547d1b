//! The cell that a diagnostic is about, for quoting and underlining it.

use std::ops::Range;

/// A cell of a sheet with the rest of its row, or a member of a feature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The column, counted from 0; `None` outside sheets, or where the column is not there.
    pub column: Option<usize>,
    /// The name of the column or member, as the file has it.
    pub name: String,
    /// The line of the file on which the row begins, counted from 1; 0 outside sheets. It is not
    /// the row's number where a cell before it has line breaks.
    pub line: usize,
    /// All cells of the row, or the one text that is quoted.
    pub row: Vec<String>,
    /// Which of them it is.
    pub index: usize,
    /// The bytes of the cell's text that are wrong.
    pub span: Range<usize>,
}

impl Cell {
    /// Whether it is in a sheet, as opposed to a feature.
    #[must_use]
    pub fn is_row(&self) -> bool {
        self.line > 0
    }

    /// The cell's text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.row.get(self.index).map_or("", String::as_str)
    }
}

/// The letters by which a spreadsheet names a column: A to Z, AA to ZZ ...
///
/// ```
/// use enforcement_map::load::column_letters;
/// assert_eq!([0, 25, 26, 701, 702].map(column_letters), ["A", "Z", "AA", "ZZ", "AAA"]);
/// ```
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
