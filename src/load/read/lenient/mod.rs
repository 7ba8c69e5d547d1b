//! The values of a record as people write them: what has one meaning is read, with a note that says
//! how; what may have several is refused.

mod countries;
mod date;
mod footnote;
mod nearest;
mod people;
mod place;
mod places;
mod point;
mod reason;
mod remarks;
mod row;
mod values;
mod words;
mod written_point;

pub(crate) use place::place;
pub(crate) use places::Places;
pub(crate) use remarks::{direction, remarks};
pub(crate) use row::fits;
pub(crate) use values::{country, people, period};
