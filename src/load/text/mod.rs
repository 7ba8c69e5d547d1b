//! Text below the level of records: encodings, delimited cells, and spellings of the same word.

mod cells;
mod encoding;
mod normalize;
mod sheet;
mod unspaced;

pub(crate) use cells::{Cells, Row, Stop};
pub(crate) use encoding::{Encoding, Text, first_broken};
pub(crate) use normalize::{folded, likeness, visible};
pub use sheet::Sheet;
