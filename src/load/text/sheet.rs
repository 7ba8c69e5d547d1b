//! A sheet as plain rows of cells: read, and written as CSV.

use super::cells::Cells;
use super::encoding::Text;

/// All rows of a sheet except empty ones.
///
/// ```
/// use enforcement_map::load::Sheet;
/// // Semicolons, as spreadsheets write them in many countries.
/// let sheet = Sheet::read(b"id;title\na;One, two\n")?;
/// assert_eq!(sheet.rows, [["id", "title"], ["a", "One, two"]]);
/// assert_eq!(sheet.to_csv(), "\u{feff}id,title\r\na,\"One, two\"\r\n");
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The cells of each row, the header first.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Reads delimited text in any encoding that [`crate::load::dataset`] reads.
    ///
    /// # Errors
    /// Where reading stops, and why.
    pub fn read(mut bytes: &[u8]) -> Result<Self, String> {
        let mut cells = Cells::new(Text::new(&mut bytes)).map_err(|error| error.to_string())?;
        let mut rows = Vec::new();
        while cells.advance().map_err(|stop| stop.to_string())? {
            rows.push(cells.row().iter().map(str::to_owned).collect());
        }
        Ok(Self { rows })
    }

    /// The rows below the first as objects, whose members are named by the first.
    ///
    /// # Errors
    /// Where there is no row.
    pub(crate) fn objects(&self) -> Result<serde_json::Value, String> {
        let (names, rows) = self.rows.split_first().ok_or("it is empty")?;
        let object = |row: &Vec<String>| -> serde_json::Map<String, serde_json::Value> {
            let cells = names.iter().zip(row).filter(|(_, cell)| !cell.trim().is_empty());
            let key = |name: &str| name.trim().to_lowercase();
            cells.map(|(name, cell)| (key(name), cell.as_str().into())).collect()
        };
        let objects = rows.iter().map(object).filter(|object| !object.is_empty());
        Ok(objects.map(serde_json::Value::Object).collect())
    }

    /// What was guessed of a sheet's encoding, in words; `None` where it is certain.
    ///
    /// ```
    /// use enforcement_map::load::Sheet;
    /// assert_eq!(Sheet::guess("id,title\na,Été\n".as_bytes()), None);
    /// assert!(Sheet::guess(b"id,title\na,\xc9t\xe9 \xe0 Kep\n").is_some());
    /// ```
    #[must_use]
    pub fn guess(mut bytes: &[u8]) -> Option<String> {
        let mut text = Text::new(&mut bytes);
        let mut piece = Vec::new();
        // Reading from memory does not fail.
        while text.read_into(&mut piece).unwrap_or(false) {
            piece.clear();
        }
        text.guess_in_words()
    }

    /// The sheet as CSV (RFC 4180) in UTF-8, with the byte order mark by which spreadsheets
    /// recognise it. A cell is quoted also where it has a character that another program may take
    /// for a delimiter.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut text = String::from("\u{feff}");
        for row in &self.rows {
            for (index, cell) in row.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                let is_quoted = cell.contains([',', ';', '\t', '|', '"', '\r', '\n'])
                    || cell.starts_with(char::is_whitespace)
                    || cell.ends_with(char::is_whitespace)
                    || (row.len() == 1 && cell.is_empty());
                if is_quoted {
                    text.push('"');
                    text.push_str(&cell.replace('"', "\"\""));
                    text.push('"');
                } else {
                    text.push_str(cell);
                }
            }
            text.push_str("\r\n");
        }
        text
    }
}
