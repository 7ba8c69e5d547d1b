//! The words that are understood, as tables: English, French, Khmer, Vietnamese, Chinese.

pub(super) mod countries;
pub(super) mod dates;
pub(super) mod gazetteer;
pub(super) mod people;
