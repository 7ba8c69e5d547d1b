//! Numbers, dates and names of countries in the reader's language.
//!
//! A browser's `Intl` (ECMA-402) formats them; natively, for prerendered pages and still pictures,
//! ICU4X does. Both use the data of Unicode CLDR.

#[cfg(not(target_arch = "wasm32"))]
mod icu;
#[cfg(target_arch = "wasm32")]
mod intl;
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use icu::Locale;
#[cfg(target_arch = "wasm32")]
pub use intl::Locale;
pub use words::Words;
