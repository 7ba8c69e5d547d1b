//! An embeddable map of what the authorities did, where and when, and where people were sent.
//!
//! Data travel one way, and the folders stand in that order: [`load`] turns bytes into records,
//! [`model`] holds them in types that cannot be wrong, [`query`] says which of them fall in a
//! range of days and how many, [`map`] works out what to draw, [`view`] draws it, and `embed` is
//! the custom element's side in a browser. Everything before [`view`] compiles natively and to
//! WebAssembly, and nothing looks back up.

pub mod load;
pub mod map;
pub mod model;
pub mod query;

#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod view;

#[cfg(any(feature = "csr", feature = "ssr"))]
pub mod embed;
