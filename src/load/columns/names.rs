//! Which column of a sheet, or property of a feature, holds which field.

use super::areas;
use super::column::Column;
use crate::load::diagnostic::Layer;
use crate::load::text::folded;

/// The order of day, month and year that a header names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// The names of a file's columns or properties, and the fields that they stand for.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    pub(crate) labels: Vec<String>,
    /// Each field with the indices of its columns, best first.
    fields: Vec<(&'static str, Vec<usize>)>,
    /// Translations: field, language, index of the column.
    texts: Vec<(&'static str, String, usize)>,
    pub(crate) date_order: Option<DateOrder>,
    /// Columns with another name than that of their field.
    pub(crate) renamed: Vec<(usize, &'static str)>,
    /// Columns with the same name as one before.
    pub(crate) repeated: Vec<usize>,
    /// Columns that are not read.
    pub(crate) unknown: Vec<usize>,
    /// Columns of different meaning that could each be the number of people; none is read.
    pub(crate) rivals: Vec<usize>,
    /// The columns for the year, the month and the day, where the date is in several.
    pub(crate) parts: Option<(usize, usize, Option<usize>)>,
}

impl Names {
    /// Understands the names of a file; `tags` are those of an HXL row.
    pub(crate) fn new(layer: Layer, labels: Vec<String>, tags: &[String]) -> Self {
        let mut names = Self {
            fields: Column::of(layer).map(|column| (column.name, Vec::new())).collect(),
            labels: Vec::new(),
            texts: Vec::new(),
            date_order: None,
            renamed: Vec::new(),
            repeated: Vec::new(),
            unknown: Vec::new(),
            rivals: Vec::new(),
            parts: None,
        };
        let mut ranked: Vec<(usize, usize, &'static Column)> = Vec::new();
        for (index, label) in labels.iter().enumerate() {
            let label = label.trim();
            let key = label.to_lowercase();
            let repeats = |other: &String| other.trim().to_lowercase() == key;
            if !key.is_empty() && labels.iter().take(index).any(repeats) {
                names.repeated.push(index);
            }
            match areas::field(layer, label) {
                Some((field, Some(language))) => {
                    names.texts.push((field, language, index));
                    continue;
                }
                Some((field, None)) => {
                    let column = Column::of(layer).find(|column| column.name == field);
                    ranked.extend(column.map(|column| (0, index, column)));
                    continue;
                }
                None => {}
            }
            if let Some((column, language)) = translation(layer, label) {
                names.texts.push((column.name, language, index));
                continue;
            }
            let (plain, order) = without_date_order(label);
            names.date_order = names.date_order.or(order);
            let found = rank(layer, plain)
                .or_else(|| tags.get(index).and_then(|tag| rank(layer, tag.trim())));
            match found {
                Some((rank, column)) => {
                    if column.name != label.to_lowercase() && order.is_none() {
                        names.renamed.push((index, column.name));
                    }
                    ranked.push((rank, index, column));
                }
                None if key.is_empty() => {}
                None => names.unknown.push(index),
            }
        }
        ranked.sort_by_key(|(rank, index, _)| (*rank, *index));
        for (rank, index, column) in ranked {
            if let Some((_, at)) = names.fields.iter_mut().find(|(name, _)| *name == column.name) {
                if rank < WEAK || at.is_empty() {
                    at.push(index);
                } else {
                    names.renamed.retain(|(renamed, _)| *renamed != index);
                    names.unknown.push(index);
                }
            }
        }
        names.labels = labels;
        names.settle_people();
        names.join_date();
        names
    }

    /// `arrested` and `deported` are not two names of one figure. Where no column is called
    /// `people`, and several are of other meaning, none of them is taken.
    fn settle_people(&mut self) {
        let is_own = |index: &usize| folded(self.label(*index)) == "people";
        let columns = self.of("people").to_vec();
        let mut meanings: Vec<&str> = Vec::new();
        for index in &columns {
            let label = folded(self.label(*index));
            let meaning = MEANINGS.iter().find(|word| label.contains(**word));
            meanings.push(meaning.copied().unwrap_or("people"));
        }
        meanings.sort_unstable();
        meanings.dedup();
        let own = columns.iter().copied().find(is_own);
        if meanings.len() < 2 {
            return;
        }
        let rest: Vec<usize> = columns.into_iter().filter(|index| Some(*index) != own).collect();
        self.renamed.retain(|(index, _)| !rest.contains(index));
        if let Some((_, at)) = self.fields.iter_mut().find(|(name, _)| *name == "people") {
            *at = own.into_iter().collect();
        }
        match own {
            Some(_) => self.unknown.extend(rest),
            None => self.rivals = rest,
        }
    }

    /// Finds the year, the month and the day where no column holds the whole date.
    fn join_date(&mut self) {
        let at = |name: &str| self.labels.iter().position(|label| folded(label) == name);
        let (Some(year), Some(month)) = (at("year"), at("month")) else { return };
        let day = at("day");
        let is_part = |index: &usize| [Some(year), Some(month), day].contains(&Some(*index));
        if !self.of("date").iter().all(is_part) {
            return;
        }
        self.parts = Some((year, month, day));
        self.unknown.retain(|index| *index != month);
        if let Some((_, at)) = self.fields.iter_mut().find(|(name, _)| *name == "date") {
            *at = vec![year];
        }
    }

    /// Sets the columns of a field, best first.
    pub(super) fn set(&mut self, field: &str, columns: Vec<usize>) {
        if let Some((_, at)) = self.fields.iter_mut().find(|(name, _)| *name == field) {
            *at = columns;
        }
    }

    /// How many fields are known.
    pub(crate) fn known(&self) -> usize {
        self.fields.iter().filter(|(_, at)| !at.is_empty()).count()
    }

    /// The columns of a field, best first.
    pub(crate) fn of(&self, field: &str) -> &[usize] {
        let found = self.fields.iter().find(|(name, _)| *name == field);
        found.map_or(&[], |(_, at)| at.as_slice())
    }

    pub(crate) fn has(&self, field: &str) -> bool {
        !self.of(field).is_empty() || self.texts.iter().any(|(name, ..)| *name == field)
    }

    /// The translations of a field: language, and index of the column.
    pub(crate) fn translations(&self, field: &str) -> impl Iterator<Item = (&str, usize)> {
        let of_field = self.texts.iter().filter(move |(name, ..)| *name == field);
        of_field.map(|(_, language, at)| (language.as_str(), *at))
    }

    pub(crate) fn label(&self, index: usize) -> &str {
        self.labels.get(index).map_or("", |label| label.trim())
    }
}

/// Words in the names of columns that say which people are counted.
const MEANINGS: [&str; 5] = ["arrest", "deport", "refugee", "killed", "injured"];

/// The rank of a name that counts only where there is nothing better.
const WEAK: usize = 1000;

/// How well a name fits its column, 0 best.
fn rank(layer: Layer, label: &str) -> Option<(usize, &'static Column)> {
    let is_tag = label.starts_with('#');
    let key = if is_tag { tag(label) } else { folded(label) };
    if key.is_empty() {
        return None;
    }
    let fits = |column: &'static Column| {
        if !is_tag && folded(column.name) == key {
            return Some((0, column));
        }
        let place = column.aliases.iter().position(|alias| {
            alias.starts_with('#') == is_tag && key == alias.trim_start_matches('?')
        })?;
        let is_weak = column.aliases.get(place).is_some_and(|alias| alias.starts_with('?'));
        Some((if is_weak { WEAK } else { place + 1 }, column))
    };
    Column::of(layer).filter_map(fits).min_by_key(|(rank, _)| *rank)
}

/// An HXL tag without the attributes that only name a language or a form.
fn tag(label: &str) -> String {
    let mut parts: Vec<String> = label.split('+').map(|part| part.trim().to_lowercase()).collect();
    parts.retain(|part| {
        !["en", "text", "num", "list", "v_pcode", "iso2", "v_iso2"].contains(&part.as_str())
    });
    parts.join("+")
}

/// `title:fr`, `title_fr`, `title (fr)`: the column, and the language.
fn translation(layer: Layer, label: &str) -> Option<(&'static Column, String)> {
    let is_language = |tag: &str| {
        (2..=11).contains(&tag.len())
            && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && tag.split('-').next().is_some_and(|primary| {
                (2..=3).contains(&primary.len()) && primary.chars().all(|c| c.is_ascii_alphabetic())
            })
    };
    let parted = label.rsplit_once(':').or_else(|| {
        let label = label.trim_end_matches([')', ']']);
        label.rsplit_once(['_', '(', '[', ' ']).filter(|(_, tag)| tag.len() == 2)
    });
    let (name, tag) = parted?;
    if !is_language(tag) {
        return None;
    }
    let (_, column) = rank(layer, name).filter(|(rank, _)| *rank == 0)?;
    column.in_languages.then(|| (column, tag.to_owned()))
}

/// `date (dd/mm/yyyy)`: the name, and the order.
fn without_date_order(label: &str) -> (&str, Option<DateOrder>) {
    let Some((name, form)) = label.split_once(['(', '[']) else { return (label, None) };
    let form: String = form.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    match form.trim_end_matches('y').trim_end_matches('a').trim_end_matches('j') {
        "ddmm" | "dm" | "jjmm" | "jm" => (name.trim(), Some(DateOrder::DayFirst)),
        "mmdd" | "md" => (name.trim(), Some(DateOrder::MonthFirst)),
        _ => (label, None),
    }
}
