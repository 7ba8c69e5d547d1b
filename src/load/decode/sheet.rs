//! A sheet as it is, for programs that pass it on.

use super::cells::Cells;
use super::encoding::Text;
pub use crate::model::{guarded, unguarded};

/// All rows of a sheet, with nothing left out but empty rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The cells of each row, the header first.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Reads delimited text in any encoding that [`super::super::dataset`] reads.
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
}
