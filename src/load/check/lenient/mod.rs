//! All checks between records.

pub(super) mod compare;
pub(super) mod figures;
mod nested;
mod parts;
pub(crate) mod swapped;
mod totals;
