//! Finds the country that a text names.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::words::countries::NAMES;
use crate::load::text::{folded, likeness};
use crate::model::CountryCode;

/// A country that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Written as its code.
    Code(CountryCode),
    /// Written in another way.
    Name(CountryCode),
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
    named(text).map_or(Found::Unreadable, Found::Name)
}

/// A country by its three letters or its name.
pub(crate) fn named(text: &str) -> Option<CountryCode> {
    let trimmed = text.trim();
    if trimmed.len() == 3
        && let Some(country) = rust_iso3166::from_alpha3(&trimmed.to_ascii_uppercase())
    {
        return CountryCode::new(country.alpha2).ok();
    }
    let name = folded(trimmed);
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name && known.len() > 2) {
        return CountryCode::new(code).ok();
    }
    by_name().get(&name).copied().flatten()
}

/// The countries by their folded names, as ISO 3166-1 has them and without what stands behind a comma
/// or in brackets: "Korea (Republic of)", "Bolivia, Plurinational State of". `None` for a name that
/// several have. Made once: a sheet may have very many names.
fn by_name() -> &'static HashMap<String, Option<CountryCode>> {
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
    let mut near: Vec<(f64, &'static str, &'static str)> = rust_iso3166::ALL
        .iter()
        .map(|country| {
            let plain = country.name.split(['(', ',']).next().unwrap_or_default();
            (likeness(&name, &folded(plain)), country.alpha2, country.name)
        })
        .filter(|(likeness, ..)| *likeness >= 0.65)
        .collect();
    near.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    near.into_iter().take(3).map(|(_, code, name)| (code, name)).collect()
}
