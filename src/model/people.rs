//! A number of people with its qualifier.

use std::fmt;
use std::str::FromStr;

/// How many people, with the qualifier that its source gave.
///
/// Written `73`, `>=13000`, `~260`, `unknown`; other common spellings are read.
///
/// ```
/// use enforcement_map::model::People;
/// assert_eq!("13,000+".parse(), Ok(People::AtLeast(13_000)));
/// assert_eq!(People::About(260).to_string(), "~260");
/// assert!("-3".parse::<People>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum People {
    /// The published figure.
    Exactly(u64),
    /// "At least", "more than".
    AtLeast(u64),
    /// "About", "some".
    About(u64),
    /// There were people, but no figure was published. Not zero, and not small.
    NotPublished,
}

/// The text is not a number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidPeople;

impl People {
    /// The number, where there is one.
    ///
    /// ```
    /// use enforcement_map::model::People;
    /// assert_eq!(People::AtLeast(13_000).number(), Some(13_000));
    /// // A figure that was not published is not zero.
    /// assert_eq!(People::NotPublished.number(), None);
    /// ```
    #[must_use]
    pub fn number(self) -> Option<u64> {
        match self {
            Self::Exactly(n) | Self::AtLeast(n) | Self::About(n) => Some(n),
            Self::NotPublished => None,
        }
    }
}

impl FromStr for People {
    type Err = InvalidPeople;

    fn from_str(text: &str) -> Result<Self, InvalidPeople> {
        let text = text.trim().to_ascii_lowercase();
        if ["unknown", "not published", "n/a", "?"].contains(&text.as_str()) {
            return Ok(Self::NotPublished);
        }
        let number = |text: &str| whole_number(text).ok_or(InvalidPeople);
        for prefix in [">=", "≥", ">", "at least ", "more than "] {
            if let Some(rest) = text.strip_prefix(prefix) {
                return number(rest).map(Self::AtLeast);
            }
        }
        for prefix in ["~", "≈", "about ", "c. "] {
            if let Some(rest) = text.strip_prefix(prefix) {
                return number(rest).map(Self::About);
            }
        }
        match text.strip_suffix('+') {
            Some(rest) => number(rest).map(Self::AtLeast),
            None => number(&text).map(Self::Exactly),
        }
    }
}

/// No figure of people is larger, and sums of such figures stay whole numbers in any arithmetic.
const MOST: u64 = 1_000_000_000_000_000;

/// Reads digits, in groups of three if they are grouped at all: `13,000` is thirteen thousand,
/// while `13,00` is a mistake that must not pass for 1,300.
fn whole_number(text: &str) -> Option<u64> {
    let separators = [',', ' ', '\u{a0}', '\u{202f}', '\''];
    let text = text.trim();
    let mut groups = text.split(separators);
    let first = groups.next()?;
    let grouped = text.contains(separators);
    let fits = !first.is_empty() && (!grouped || first.len() <= 3);
    let rest_fits = groups.all(|group| group.len() == 3);
    let digits: String = text.chars().filter(|c| !separators.contains(c)).collect();
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    let number: u64 = if fits && rest_fits && plain { digits.parse().ok()? } else { return None };
    (number <= MOST).then_some(number)
}

impl fmt::Display for People {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(n) => write!(f, "{n}"),
            Self::AtLeast(n) => write!(f, ">={n}"),
            Self::About(n) => write!(f, "~{n}"),
            Self::NotPublished => f.write_str("unknown"),
        }
    }
}
