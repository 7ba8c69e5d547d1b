//! The custom element's side: what it offers to pages, what JavaScript calls, and what the page around
//! is told.
//!
//! The element itself is a JavaScript class (`www/enforcement-map.js`), since a Rust type cannot
//! extend `HTMLElement`. It fetches all data, so everything here is synchronous. Nothing is hydrated:
//! the widget is mounted into a new element, and JavaScript then removes the prerendered markup.

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
