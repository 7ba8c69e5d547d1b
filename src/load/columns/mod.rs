//! The columns of sheets and properties of features: the table of them, and which one a name means.

mod areas;
mod column;
mod header;
mod names;
mod settle;
mod table;

pub(crate) use areas::settle as settle_areas;
pub use column::{Column, Form, ValueType};
pub(crate) use names::{DateOrder, Names};
pub use table::COLUMNS;
