//! An embeddable map of what the authorities did, where and when.
pub mod load;
pub mod map;
pub mod model;
pub mod query;
