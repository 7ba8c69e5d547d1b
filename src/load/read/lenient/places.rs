//! Finds the province that a text names. A text with one meaning is found; where it may have
//! several, the editor is asked.

use std::cell::RefCell;
use std::collections::HashMap;

use super::countries;
use super::nearest::Nearest;
use super::words::gazetteer;
use crate::load::read::places;
use crate::load::text::folded;
use crate::model::{CountryCode, Location, Province};

/// Words for the whole country, folded.
const NATIONWIDE: [&str; 14] = [
    "nationwide",
    "countrywide",
    "national",
    "wholecountry",
    "thewholecountry",
    "entirecountry",
    "allprovinces",
    "allovercountry",
    "toutlepays",
    "ទូទាំងប្រទេស",
    "全国",
    "全國",
    "전국",
    "toànquốc",
];

/// The places that an action can be in, with all names and spellings.
pub(crate) struct Places<'a> {
    written: places::Places<'a>,
    /// Each folded name and spelling, with the provinces that have it.
    names: HashMap<String, Vec<usize>>,
    /// The same names, to find those that are like a text.
    index: Nearest,
    /// Texts that were looked up before: sheets name the same places again and again.
    cache: RefCell<HashMap<String, Lookup>>,
}

/// The meaning of a text.
#[derive(Clone, Debug)]
pub(crate) enum Lookup {
    /// As the provinces file writes it, or (`true`) in another way.
    Found(Location, bool),
    /// The whole country, which is not said to be this one.
    Nation(CountryCode),
    /// A province and the whole country have this name.
    Both(usize, CountryCode),
    /// Several provinces.
    Ambiguous(Vec<usize>),
    /// Several names in one text.
    Several(Vec<usize>),
    /// A district or commune of this province, by its code.
    Within(usize),
    /// Another country.
    Abroad(CountryCode),
    /// None that is known; with the provinces whose names are most alike.
    Unknown(Vec<usize>),
}

impl<'a> Places<'a> {
    pub(crate) fn new(country: Option<CountryCode>, provinces: &'a [Province]) -> Self {
        let written = places::Places::new(country, provinces);
        let names = names(provinces);
        let index = Nearest::new(&names);
        Self { written, names, index, cache: RefCell::default() }
    }

    pub(super) fn provinces(&self) -> &'a [Province] {
        self.written.provinces
    }
}

fn names(provinces: &[Province]) -> HashMap<String, Vec<usize>> {
    let mut names: HashMap<String, Vec<usize>> = HashMap::new();
    let mut add = |name: &str, index: usize| {
        let name = folded(name);
        let provinces = names.entry(name).or_default();
        if !provinces.contains(&index) {
            provinces.push(index);
        }
    };
    for (index, province) in provinces.iter().enumerate() {
        add(province.code.as_str(), index);
        if let Some(iso) = &province.iso {
            add(iso, index);
        }
        province.name.all().for_each(|name| add(name, index));
        let code = province.code.as_str();
        let known = gazetteer::SPELLINGS.iter().filter(|(known, _)| *known == code);
        for spelling in known.flat_map(|(_, spellings)| spellings.iter()) {
            add(spelling, index);
        }
    }
    names.remove("");
    names
}

impl Places<'_> {
    /// Looks a text up.
    pub(crate) fn look_up(&self, text: &str) -> Lookup {
        if let Some(found) = self.cache.borrow().get(text) {
            return found.clone();
        }
        let found = self.work_out(text);
        let mut cache = self.cache.borrow_mut();
        // Limited, since a column of texts that are all different would fill the memory.
        if cache.len() < 10_000 {
            cache.insert(text.to_owned(), found.clone());
        }
        found
    }

    fn work_out(&self, text: &str) -> Lookup {
        let by_name = self.named(text);
        if by_name.len() > 1 {
            return Lookup::Ambiguous(by_name);
        }
        if let (Some(province), Some(country)) = (by_name.first(), self.written.country)
            && text.trim().len() > 3
            && countries::named(text) == Some(country)
        {
            return Lookup::Both(*province, country);
        }
        if let Some(place) = self.written.find(text) {
            return Lookup::Found(place, false);
        }
        if let Some(place) = by_name.first().and_then(|index| self.place(*index)) {
            return Lookup::Found(place, true);
        }
        if let Ok(code) = CountryCode::new(text) {
            let is_assigned = rust_iso3166::from_alpha2(code.as_str()).is_some();
            if self.written.country.is_none() {
                let is_short = |province: &Province| province.code.as_str().len() == 2;
                // Two letters are codes of provinces here, so that this is one which is not there.
                let is_nation = is_assigned && !self.provinces().iter().any(is_short);
                return if is_nation { Lookup::Nation(code) } else { Lookup::Unknown(Vec::new()) };
            }
            return if rust_iso3166::from_alpha2(code.as_str()).is_some() {
                Lookup::Abroad(code)
            } else {
                Lookup::Unknown(Vec::new())
            };
        }
        if let Some(country) = countries::named(text) {
            return if Some(country) == self.written.country {
                Lookup::Found(Location::Country(country), true)
            } else if self.written.country.is_some() {
                Lookup::Abroad(country)
            } else {
                Lookup::Unknown(Vec::new())
            };
        }
        if let Some(country) = self.written.country
            && NATIONWIDE.contains(&&*folded(text))
        {
            return Lookup::Found(Location::Country(country), true);
        }
        if let Some(within) = self.within(text) {
            return Lookup::Within(within);
        }
        // "Pailin, Cambodia" is Pailin.
        let is_here = |part: &&str| {
            self.written.country.is_some() && countries::named(part) == self.written.country
        };
        let parts = parts(text);
        if let [first, rest @ ..] = parts.as_slice()
            && rest.iter().all(is_here)
            && let [only] = self.named(first).as_slice()
            && let Some(place) = self.place(*only)
        {
            return Lookup::Found(place, true);
        }
        let several: Vec<Vec<usize>> = parts.into_iter().map(|part| self.named(part)).collect();
        if several.len() > 1 && several.iter().all(|found| found.len() == 1) {
            return Lookup::Several(several.into_iter().flatten().collect());
        }
        Lookup::Unknown(self.nearest(text))
    }

    fn place(&self, index: usize) -> Option<Location> {
        self.provinces().get(index).map(|province| Location::Province(province.code.clone()))
    }

    /// The provinces with this name, as it is or without the word for what they are.
    fn named(&self, text: &str) -> Vec<usize> {
        let name = folded(text);
        self.bare(&name)
            .into_iter()
            .find_map(|name| self.names.get(name))
            .cloned()
            .unwrap_or_default()
    }

    /// A folded name, and the same without the words for what kind of place it is. Which words
    /// these are depends on the country: Mexico City is not the state of Mexico.
    fn bare<'n>(&self, name: &'n str) -> Vec<&'n str> {
        let is_cambodia = match self.written.country {
            Some(country) => country.as_str() == "KH",
            None => self.provinces().iter().any(|one| one.code.as_str().starts_with("KH")),
        };
        bare(name, if is_cambodia { &gazetteer::TYPES } else { &gazetteer::PROVINCE })
    }

    /// P-codes of districts and communes begin with that of their province.
    fn within(&self, text: &str) -> Option<usize> {
        let code = folded(text);
        let is_code = code.len() >= 6 && code.chars().skip(2).all(|c| c.is_ascii_digit());
        let begins = |province: &Province| code.starts_with(&folded(province.code.as_str()));
        self.provinces().iter().position(begins).filter(|_| is_code)
    }

    /// The provinces that may be meant, the likeliest first.
    fn nearest(&self, text: &str) -> Vec<usize> {
        let name = folded(text);
        let wanted = self.bare(&name).last().copied().unwrap_or(&name);
        self.index.nearest(&name, wanted)
    }

    /// Whether the map is of Namibia, whose code is `NA`.
    pub(super) fn is_namibia(&self) -> bool {
        self.written.country.is_some_and(|country| country.as_str() == "NA")
    }

    /// The code of a province.
    pub(super) fn code(&self, index: usize) -> &str {
        self.provinces().get(index).map_or("", |province| province.code.as_str())
    }

    /// Provinces for a sentence: "KH24 (Pailin), KH23 (Kep)".
    pub(crate) fn listed(&self, provinces: &[usize], between: &str) -> String {
        let one = |index: &usize| {
            let province = self.provinces().get(*index)?;
            Some(format!("{} ({})", province.code, province.name.get("en")))
        };
        provinces.iter().filter_map(one).collect::<Vec<_>>().join(between)
    }
}

/// A folded name, and the same without the words for what kind of place it is.
fn bare<'n>(name: &'n str, types: &[&str]) -> Vec<&'n str> {
    let mut all = vec![name];
    let mut rest = name;
    loop {
        let shorter = types.iter().find_map(|kind| {
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

/// The parts of a text that may be several names.
fn parts(text: &str) -> Vec<&str> {
    let words = [" and ", " et ", " និង "];
    let mut parts: Vec<&str> = text.split([',', ';', '/', '&', '+', '|', '\n', '、']).collect();
    for word in words {
        parts = parts.into_iter().flat_map(|part| part.split(word)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}
