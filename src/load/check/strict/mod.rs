//! The checks between records without which a map would be wrong.

pub(super) mod compare;
pub(super) mod figures;
