//! The custom element's side: what it offers to pages, what JavaScript calls, and what the page
//! around is told.
//!
//! The element itself is a JavaScript class (`www/enforcement-map.js`), since a class cannot
//! extend `HTMLElement` from Rust. It fetches, so that everything here is synchronous: a
//! mismatch with markup rendered beforehand traps, and the caller can catch that and draw anew.

pub mod api;
pub mod records;

#[cfg(all(feature = "csr", feature = "sheets", target_arch = "wasm32"))]
mod check;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod events;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod options;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub mod widget;
