//! Which province a text means. What means one is found; what may mean another is a question.

#[cfg(feature = "sheets")]
use std::cell::RefCell;
#[cfg(feature = "sheets")]
use std::collections::HashMap;

#[cfg(feature = "sheets")]
use super::{fold::folded, spellings};
use crate::model::{CountryCode, Location, Province, ProvinceCode};

/// The places that an action can be in.
pub(crate) struct Places<'a> {
    pub(crate) country: Option<CountryCode>,
    pub(crate) provinces: &'a [Province],
    /// Each folded name and spelling, with the provinces that have it.
    #[cfg(feature = "sheets")]
    names: HashMap<String, Vec<usize>>,
    /// What was asked before: sheets name the same places again and again.
    #[cfg(feature = "sheets")]
    asked: RefCell<HashMap<String, Lookup>>,
}

/// What a text turned out to mean.
#[cfg(feature = "sheets")]
#[derive(Clone, Debug)]
pub(crate) enum Lookup {
    /// As the provinces file writes it, or (`true`) in another way.
    Found(Location, bool),
    /// Several provinces.
    Ambiguous(Vec<usize>),
    /// Several names in one text.
    Several(Vec<usize>),
    /// A district or commune of this province, by its code.
    Within(usize),
    /// Another country.
    Abroad(CountryCode),
    /// Nothing; with what comes nearest.
    Unknown(Vec<usize>),
}

impl<'a> Places<'a> {
    pub(crate) fn new(country: Option<CountryCode>, provinces: &'a [Province]) -> Self {
        Self {
            country,
            provinces,
            #[cfg(feature = "sheets")]
            names: names(provinces),
            #[cfg(feature = "sheets")]
            asked: RefCell::default(),
        }
    }

    /// Finds a place by the country's code, or a province's P-code, ISO 3166-2 code or name.
    pub(crate) fn find(&self, text: &str) -> Option<Location> {
        if let Ok(code) = CountryCode::new(text)
            && self.country.is_none_or(|country| country == code)
        {
            return Some(Location::Country(code));
        }
        // Where the provinces could not be read there is nothing to hold a code against, and no
        // reason to hide what was done in them.
        if self.provinces.is_empty() {
            return ProvinceCode::new(text).ok().map(Location::Province);
        }
        let is_it = |province: &&Province| {
            province.code.as_str().eq_ignore_ascii_case(text)
                || province.iso.as_deref().is_some_and(|iso| iso.eq_ignore_ascii_case(text))
                || province.name.any(|name| name.eq_ignore_ascii_case(text))
        };
        let found = self.provinces.iter().find(is_it);
        found.map(|province| Location::Province(province.code.clone()))
    }
}

#[cfg(feature = "sheets")]
fn names(provinces: &[Province]) -> HashMap<String, Vec<usize>> {
    let mut names: HashMap<String, Vec<usize>> = HashMap::new();
    let mut add = |name: &str, place: usize| {
        let name = folded(name);
        let places = names.entry(name).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
    };
    for (place, province) in provinces.iter().enumerate() {
        add(province.code.as_str(), place);
        if let Some(iso) = &province.iso {
            add(iso, place);
        }
        province.name.all().for_each(|name| add(name, place));
        let code = province.code.as_str();
        let known = spellings::SPELLINGS.iter().filter(|(known, _)| *known == code);
        for spelling in known.flat_map(|(_, spellings)| spellings.iter()) {
            add(spelling, place);
        }
    }
    names.remove("");
    names
}

#[cfg(feature = "sheets")]
impl Places<'_> {
    /// Looks a text up.
    pub(crate) fn look_up(&self, text: &str) -> Lookup {
        if let Some(found) = self.asked.borrow().get(text) {
            return found.clone();
        }
        let found = self.work_out(text);
        let mut asked = self.asked.borrow_mut();
        // A column of texts that are all different would fill the memory.
        if asked.len() < 10_000 {
            asked.insert(text.to_owned(), found.clone());
        }
        found
    }

    fn work_out(&self, text: &str) -> Lookup {
        let by_name = self.named(text);
        if by_name.len() > 1 {
            return Lookup::Ambiguous(by_name);
        }
        if let Some(place) = self.find(text) {
            return Lookup::Found(place, false);
        }
        if let Some(place) = by_name.first().and_then(|place| self.place(*place)) {
            return Lookup::Found(place, true);
        }
        if let Ok(code) = CountryCode::new(text) {
            return if rust_iso3166::from_alpha2(code.as_str()).is_some() {
                Lookup::Abroad(code)
            } else {
                Lookup::Unknown(Vec::new())
            };
        }
        if let Some(country) = super::country::named(text) {
            return if Some(country) == self.country {
                Lookup::Found(Location::Country(country), true)
            } else if self.country.is_some() {
                Lookup::Abroad(country)
            } else {
                Lookup::Unknown(Vec::new())
            };
        }
        if let Some(within) = self.within(text) {
            return Lookup::Within(within);
        }
        let several: Vec<Vec<usize>> =
            parts(text).into_iter().map(|part| self.named(part)).collect();
        if several.len() > 1 && several.iter().all(|found| found.len() == 1) {
            return Lookup::Several(several.into_iter().flatten().collect());
        }
        Lookup::Unknown(self.nearest(text))
    }

    fn place(&self, place: usize) -> Option<Location> {
        self.provinces.get(place).map(|province| Location::Province(province.code.clone()))
    }

    /// The provinces with this name, as it is or without the word for what they are.
    fn named(&self, text: &str) -> Vec<usize> {
        let name = folded(text);
        bare(&name).into_iter().find_map(|name| self.names.get(name)).cloned().unwrap_or_default()
    }

    /// P-codes of districts and communes begin with that of their province.
    fn within(&self, text: &str) -> Option<usize> {
        let code = folded(text);
        let is_code = code.len() >= 6 && code.chars().skip(2).all(|c| c.is_ascii_digit());
        let begins = |province: &Province| code.starts_with(&folded(province.code.as_str()));
        self.provinces.iter().position(begins).filter(|_| is_code)
    }

    /// What a reader may have meant, nearest first.
    fn nearest(&self, text: &str) -> Vec<usize> {
        const MOST: usize = 3;
        let name = folded(text);
        let is_code = name.chars().any(|c| c.is_ascii_digit());
        let wanted = bare(&name).last().copied().unwrap_or(&name).to_owned();
        let mut near: Vec<(f64, usize)> = Vec::new();
        for (other, places) in &self.names {
            let other_is_code = other.chars().any(|c| c.is_ascii_digit());
            let mut likeness = if is_code {
                // Of codes the number counts: 24 is that of KH24.
                let number = |text: &str| {
                    text.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok()
                };
                let same =
                    other_is_code && number(&name).is_some() && number(&name) == number(other);
                f64::from(u8::from(same))
            } else if other_is_code {
                0.0
            } else {
                strsim::normalized_damerau_levenshtein(&wanted, other)
            };
            // "Bavet, Svay Rieng", "Kampong": a name within the text, or begun.
            let long = |text: &str| text.chars().count() >= 4;
            if !is_code
                && ((long(other) && wanted.contains(other.as_str()))
                    || (long(&wanted) && other.starts_with(&wanted)))
            {
                likeness = likeness.max(0.9);
            }
            if likeness >= 0.55 {
                near.extend(places.iter().map(|place| (likeness, *place)));
            }
        }
        near.sort_by(|(a, first), (b, second)| b.total_cmp(a).then(first.cmp(second)));
        let best = near.first().map_or(0.0, |(likeness, _)| *likeness);
        let mut found = Vec::new();
        for (likeness, place) in near {
            if likeness >= best - 0.2 && !found.contains(&place) && found.len() < MOST {
                found.push(place);
            }
        }
        found
    }

    /// Provinces for a sentence: "KH24 (Pailin), KH23 (Kep)".
    pub(crate) fn listed(&self, places: &[usize], between: &str) -> String {
        let one = |place: &usize| {
            let province = self.provinces.get(*place)?;
            Some(format!("{} ({})", province.code, province.name.get("en")))
        };
        places.iter().filter_map(one).collect::<Vec<_>>().join(between)
    }
}

/// A folded name, and the same without the words for what kind of place it is.
#[cfg(feature = "sheets")]
fn bare(name: &str) -> Vec<&str> {
    let mut all = vec![name];
    let mut rest = name;
    loop {
        let shorter = spellings::TYPES.iter().find_map(|kind| {
            let kind_length = kind.len();
            let cut = |rest: &'_ str| -> Option<(usize, usize)> {
                if rest.starts_with(kind) {
                    Some((kind_length, rest.len()))
                } else if rest.ends_with(kind) {
                    Some((0, rest.len() - kind_length))
                } else {
                    None
                }
            };
            let (from, to) = cut(rest)?;
            rest.get(from..to).filter(|shorter| !shorter.is_empty())
        });
        match shorter {
            Some(shorter) => {
                all.push(shorter);
                rest = shorter;
            }
            None => return all,
        }
    }
}

/// What may be several names in one text.
#[cfg(feature = "sheets")]
fn parts(text: &str) -> Vec<&str> {
    let words = [" and ", " et ", " និង "];
    let mut parts: Vec<&str> = text.split([',', ';', '/', '&', '+', '|', '\n', '、']).collect();
    for word in words {
        parts = parts.into_iter().flat_map(|part| part.split(word)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}
