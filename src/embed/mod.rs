//! The custom element's side: what it offers to pages, what JavaScript calls, and what the page around
//! is told.
//!
//! The element itself is a JavaScript class (`www/element/element.js`), since a class cannot extend
//! `HTMLElement` from Rust. It fetches, so that everything here is synchronous: a widget is drawn
//! into an empty box, and the caller puts that box on the page instead of the prerendered markup.

pub mod api;
pub mod channel;

#[cfg(all(feature = "csr", feature = "sheets", target_arch = "wasm32"))]
mod check;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod events;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
mod options;
#[cfg(all(feature = "csr", not(feature = "sheets"), target_arch = "wasm32"))]
mod split;
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
pub mod widget;
