//! Codes of provinces and countries.

use std::fmt;
use std::sync::Arc;

/// The code of a first-level administrative unit, as its data file gives it: a P-code such as
/// `KH24`. Any non-empty text serves, since other countries' files use other systems.
///
/// ```
/// use enforcement_map::model::ProvinceCode;
/// assert_eq!(ProvinceCode::new(" KH24 ").unwrap().as_str(), "KH24");
/// assert!(ProvinceCode::new("  ").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvinceCode(Arc<str>);

/// A country or territory, ISO 3166-1 alpha-2.
///
/// Only the form is checked: codes are assigned and withdrawn, and ISO leaves some to users
/// (`XK` for Kosovo).
///
/// ```
/// use enforcement_map::model::CountryCode;
/// assert_eq!(CountryCode::new("kr").unwrap().as_str(), "KR");
/// assert!(CountryCode::new("KOR").is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 2]);

/// The text is not a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidCode;

impl ProvinceCode {
    /// Takes a code, without the white space around it.
    ///
    /// # Errors
    /// [`InvalidCode`] for an empty text.
    pub fn new(text: &str) -> Result<Self, InvalidCode> {
        let text = text.trim();
        if text.is_empty() { Err(InvalidCode) } else { Ok(Self(Arc::from(text))) }
    }

    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl CountryCode {
    /// Takes two Latin letters in either case.
    ///
    /// # Errors
    /// [`InvalidCode`] for anything else.
    pub fn new(text: &str) -> Result<Self, InvalidCode> {
        match text.trim().as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(InvalidCode),
        }
    }

    /// The two letters, upper case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for ProvinceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
