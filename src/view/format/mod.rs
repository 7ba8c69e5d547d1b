//! Numbers, dates and names of countries in the reader's language.
//!
//! In a browser `Intl` (ECMA-402) knows them; natively, where pages are rendered beforehand,
//! ICU4X does. Both have them from Unicode CLDR.

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
