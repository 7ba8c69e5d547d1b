//! The names that are most like a text, found without looking at all of them.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::load::text::likeness;

/// Folded names, by what a text must have in common with them to be meant for one.
pub(super) struct Nearest {
    names: Vec<Name>,
    /// By the first letter: a name is offered for a slip within it, not for one in its beginning.
    by_letter: HashMap<char, Vec<usize>>,
    /// By the first letters, of which a part of the text must have as many.
    by_start: HashMap<[char; START], Vec<usize>>,
    /// Codes, by their letters and their number.
    by_code: HashMap<(String, u32), Vec<usize>>,
    /// Names with the other names that they are a part of, as far as they were asked for.
    longer: RefCell<HashMap<usize, Vec<usize>>>,
}

struct Name {
    text: String,
    length: usize,
    letters: Letters,
    provinces: Vec<usize>,
}

/// How many first letters count.
const START: usize = 4;

/// The least likeness of a name that is offered.
const LEAST: f64 = 0.55;

impl Nearest {
    /// Makes the index of some folded names, each with its provinces.
    pub(super) fn new(names: &HashMap<String, Vec<usize>>) -> Self {
        let mut all = Self {
            names: Vec::new(),
            by_letter: HashMap::new(),
            by_start: HashMap::new(),
            by_code: HashMap::new(),
            longer: RefCell::default(),
        };
        for (text, provinces) in names {
            let index = all.names.len();
            if is_code(text) {
                if let Some(code) = code(text) {
                    all.by_code.entry(code).or_default().push(index);
                }
            } else {
                if let Some(first) = text.chars().next() {
                    all.by_letter.entry(first).or_default().push(index);
                }
                if let Some(start) = starts(text).next() {
                    all.by_start.entry(start).or_default().push(index);
                }
            }
            all.names.push(Name {
                text: text.clone(),
                length: text.chars().count(),
                letters: Letters::of(text),
                provinces: provinces.clone(),
            });
        }
        all
    }

    /// The provinces that may be meant by a folded name, the likeliest first. `wanted` is the name
    /// without the word for what it is.
    pub(super) fn nearest(&self, name: &str, wanted: &str) -> Vec<usize> {
        const MOST: usize = 3;
        let mut near: Vec<(f64, usize)> = Vec::new();
        let mut add = |likeness: f64, name: &Name| {
            near.extend(name.provinces.iter().map(|province| (likeness, *province)));
        };
        let named = |indices: Option<&Vec<usize>>| {
            let indices = indices.map_or(&[][..], Vec::as_slice);
            indices.iter().filter_map(|index| self.names.get(*index)).collect::<Vec<_>>()
        };
        if is_code(name) {
            // A code is offered only for a code of the same letters and number; a number alone says
            // nothing.
            let code = code(name);
            let found = code.and_then(|code| self.by_code.get(&code));
            named(found).into_iter().for_each(|name| add(1.0, name));
        } else {
            let (length, letters) = (wanted.chars().count(), Letters::of(wanted));
            let first = wanted.chars().next();
            for other in named(first.and_then(|first| self.by_letter.get(&first))) {
                let longest = length.max(other.length);
                // So many letters differ at least, so that most need no closer look.
                let differ = longest - letters.shared(&other.letters).min(longest);
                if is_like(differ, longest) {
                    let likeness = likeness(wanted, &other.text);
                    if likeness >= LEAST {
                        add(likeness, other);
                    }
                }
            }
            // "Bavet, Svay Rieng", "Kampong": the text contains a name, or is the beginning of one.
            for (place, start) in starts(wanted).enumerate() {
                for index in self.by_start.get(&start).into_iter().flatten() {
                    let Some(other) = self.names.get(*index) else { continue };
                    let is_begun = place == 0 && other.text.starts_with(wanted);
                    let is_within = wanted.contains(&other.text);
                    if is_begun || is_within {
                        add(0.9, other);
                    }
                    // "Mexico City" may be Ciudad de México as well as the state of México.
                    if is_within {
                        let longer = self.longer(*index, &other.text);
                        longer
                            .iter()
                            .filter_map(|one| self.names.get(*one))
                            .for_each(|one| add(0.9, one));
                    }
                }
            }
        }
        near.sort_by(|(a, first), (b, second)| b.total_cmp(a).then(first.cmp(second)));
        let best = near.first().map_or(0.0, |(likeness, _)| *likeness);
        let mut found = Vec::new();
        for (likeness, index) in near {
            if likeness >= best - 0.2 && !found.contains(&index) && found.len() < MOST {
                found.push(index);
            }
        }
        found
    }
}

impl Nearest {
    /// The names that a name is a part of.
    fn longer(&self, index: usize, text: &str) -> Vec<usize> {
        let mut known = self.longer.borrow_mut();
        let found = known.entry(index).or_insert_with(|| {
            let is_longer = |one: &Name| one.text.len() > text.len() && one.text.contains(text);
            let all = self.names.iter().enumerate();
            all.filter(|(_, one)| is_longer(one)).map(|(at, _)| at).collect()
        });
        found.clone()
    }
}

#[allow(clippy::cast_precision_loss, reason = "names are short")]
fn is_like(differ: usize, longest: usize) -> bool {
    1.0 - differ as f64 / longest.max(1) as f64 >= LEAST
}

/// A code has a digit.
fn is_code(name: &str) -> bool {
    name.chars().any(|c| c.is_ascii_digit())
}

/// The letters and the number of a code; `None` without letters.
fn code(name: &str) -> Option<(String, u32)> {
    let letters: String = name.chars().filter(|c| c.is_alphabetic()).collect();
    let number = name.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    (!letters.is_empty()).then_some((letters, number))
}

/// Each run of as many letters as count at the start of a name.
fn starts(text: &str) -> impl Iterator<Item = [char; START]> {
    let letters: Vec<char> = text.chars().collect();
    let count = (letters.len() + 1).saturating_sub(START);
    (0..count).filter_map(move |at| letters.get(at..at + START)?.try_into().ok())
}

/// How often a name has each letter, in few classes.
struct Letters([u8; 32]);

impl Letters {
    fn of(text: &str) -> Self {
        let mut counts = [0_u8; 32];
        for c in text.chars() {
            if let Some(count) = counts.get_mut(c as usize % 32) {
                *count = count.saturating_add(1);
            }
        }
        Self(counts)
    }

    /// At most so many letters are the same in both.
    fn shared(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| usize::from(*a.min(b))).sum()
    }
}
