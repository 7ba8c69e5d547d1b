//! Types that cannot be wrong: what is printed is read back as the same.

mod code;
mod dataset;
mod day;
mod kind;
mod own_kind;
mod people;
mod period;
mod text;

pub(crate) use day::day;
pub(crate) use period::edtf;
