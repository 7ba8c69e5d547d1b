//! Finds the country that a text names.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::words::countries::{DOUBTFUL, NAMES, NO_COUNTRY};
use crate::load::text::{folded, likeness};
use crate::model::CountryCode;

/// A country that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Written as its code.
    Code(CountryCode),
    /// Written in another way.
    Name(CountryCode),
    /// A name that means another country to some, and why.
    Doubtful(CountryCode, &'static str),
    /// A word for people who have no country, or whose country is not known.
    NoCountry,
    /// Two letters that are no code.
    Unassigned,
    Unreadable,
}

/// Reads a country.
pub(crate) fn find(text: &str) -> Found {
    if let Ok(code) = CountryCode::new(text) {
        // ISO 3166-1 leaves XK to its users, and all use it for Kosovo.
        let is_assigned =
            code.as_str() == "XK" || rust_iso3166::from_alpha2(code.as_str()).is_some();
        return if is_assigned { Found::Code(code) } else { Found::Unassigned };
    }
    if let Some(code) = named(text) {
        return Found::Name(code);
    }
    let name = folded(text);
    if NO_COUNTRY.contains(&&*name) {
        return Found::NoCountry;
    }
    let doubtful = DOUBTFUL.iter().find(|(known, ..)| *known == name);
    let doubtful = doubtful.and_then(|(_, code, why)| Some((CountryCode::new(code).ok()?, *why)));
    doubtful.map_or(Found::Unreadable, |(code, why)| Found::Doubtful(code, why))
}

/// A country by its three letters or its name.
pub(crate) fn named(text: &str) -> Option<CountryCode> {
    let trimmed = text.trim();
    if trimmed.len() == 3
        && let Some(country) = rust_iso3166::from_alpha3(&trimmed.to_ascii_uppercase())
    {
        return CountryCode::new(country.alpha2).ok();
    }
    if let Some((_, code)) = [("u.s.", "US"), ("u.k.", "GB")]
        .iter()
        .find(|(known, _)| trimmed.eq_ignore_ascii_case(known))
    {
        return CountryCode::new(code).ok();
    }
    let name = folded(trimmed);
    // "The Gambia", "Gambia, The", "St. Lucia".
    let lower = trimmed.to_lowercase();
    let without_article = lower.strip_prefix("the ").or_else(|| lower.strip_suffix(", the"));
    let without_article = without_article.map(folded);
    let saint = trimmed.strip_prefix("St.").or_else(|| trimmed.strip_prefix("St "));
    let saint = saint.map(|rest| format!("saint{}", folded(rest)));
    [Some(name), without_article, saint].into_iter().flatten().find_map(|name| by_name(&name))
}

/// A country by its name, folded.
fn by_name(name: &str) -> Option<CountryCode> {
    // Two letters are codes, and "uk" is asked about.
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name && known.len() > 2) {
        return CountryCode::new(code).ok();
    }
    iso_names().get(name).copied().flatten()
}

/// The countries by their folded names, as ISO 3166-1 has them and without what stands behind a comma
/// or in brackets: "Korea (Republic of)", "Bolivia, Plurinational State of". `None` for a name that
/// several have. Made once: a sheet may have very many names.
fn iso_names() -> &'static HashMap<String, Option<CountryCode>> {
    static NAMES: OnceLock<HashMap<String, Option<CountryCode>>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut all: HashMap<String, Option<CountryCode>> = HashMap::new();
        for country in rust_iso3166::ALL {
            let code = CountryCode::new(country.alpha2).ok();
            let plain = country.name.split(['(', ',']).next().unwrap_or_default();
            for name in [folded(country.name), folded(plain)] {
                let known = all.entry(name).or_insert(code);
                if *known != code {
                    *known = None;
                }
            }
        }
        all
    })
}

/// The countries that may be meant, the likeliest first: code and name.
pub(crate) fn nearest(text: &str) -> Vec<(&'static str, &'static str)> {
    let name = folded(text);
    if name == "uk" {
        return vec![("GB", "United Kingdom")];
    }
    let mut near: Vec<(f64, &'static str, &'static str)> = plain_names()
        .iter()
        .filter(|(plain, ..)| may_be_like(&name, plain))
        .map(|(plain, code, full)| (likeness(&name, plain), *code, *full))
        .filter(|(likeness, ..)| *likeness >= ALIKE)
        .collect();
    near.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    near.into_iter().take(3).map(|(_, code, name)| (code, name)).collect()
}

/// How like a name is that is offered.
const ALIKE: f64 = 0.65;

/// Each country's folded short name, its code and its name. Made once.
fn plain_names() -> &'static [(String, &'static str, &'static str)] {
    static NAMES: OnceLock<Vec<(String, &'static str, &'static str)>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let plain = |name: &str| folded(name.split(['(', ',']).next().unwrap_or_default());
        let all = rust_iso3166::ALL.iter();
        all.map(|country| (plain(country.name), country.alpha2, country.name)).collect()
    })
}

/// Whether enough letters are the same in both, wherever they stand: most names need no closer look.
#[allow(clippy::cast_precision_loss, reason = "names are short")]
fn may_be_like(a: &str, b: &str) -> bool {
    let count = |text: &str| {
        let mut counts = [0_i16; 32];
        for c in text.chars() {
            if let Some(count) = counts.get_mut(c as usize % 32) {
                *count += 1;
            }
        }
        counts
    };
    let (of_a, of_b) = (count(a), count(b));
    let shared: i16 = of_a.iter().zip(&of_b).map(|(a, b)| a.min(b)).sum();
    let longest = a.chars().count().max(b.chars().count());
    f64::from(shared) >= ALIKE * longest as f64
}
