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
    pub(super) fields: Vec<(&'static str, Vec<usize>)>,
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
    /// The columns for the year and its quarter, where the date is in both.
    pub(crate) quarter: Option<(usize, usize)>,
    /// A column for the week of a year of which nothing else is read.
    pub(crate) week: Option<usize>,
    /// Whether they are of GeoJSON that was a sheet.
    pub(crate) is_of_sheet: bool,
    /// Columns beyond the header of that sheet.
    pub(crate) unnamed: std::ops::Range<usize>,
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
            quarter: None,
            week: None,
            is_of_sheet: false,
            unnamed: 0..0,
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
            let (label, own_tag) = without_tag(label);
            let (plain, order) = without_date_order(label);
            names.date_order = names.date_order.or(order);
            let found = rank(layer, plain)
                .or_else(|| {
                    own_tag
                        .or(tags.get(index).map(String::as_str))
                        .and_then(|tag| rank(layer, tag.trim()))
                })
                .or_else(|| remarked(layer, plain));
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
        names.settle_ends(layer);
        names.settle_people();
        names.join_date();
        names
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

/// `date (when)`, `Place [province]`: the column, where its own name is followed by a remark. Not where
/// people are counted: there, the remark may say which.
fn remarked(layer: Layer, label: &str) -> Option<(usize, &'static Column)> {
    let (name, _) = label.split_once(['(', '[', '\n'])?;
    rank(layer, name.trim()).filter(|(rank, column)| *rank == 0 && column.name != "people")
}

/// An HXL tag without the attributes that only name a language or a form.
fn tag(label: &str) -> String {
    let mut parts: Vec<String> = label.split('+').map(|part| part.trim().to_lowercase()).collect();
    parts.retain(|part| {
        !["en", "text", "num", "list", "v_pcode", "iso2", "v_iso2"].contains(&part.as_str())
    });
    parts.join("+")
}

/// `Province #adm1+code`: the name, and the HXL tag behind it.
fn without_tag(label: &str) -> (&str, Option<&str>) {
    let parted = label.split_once([' ', '\n', '\t']).and_then(|_| label.find('#'));
    let Some((name, tag)) = parted.and_then(|at| label.split_at_checked(at)) else {
        return (label, None);
    };
    let is_tag = tag.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic()) && !tag.contains(' ');
    let is_apart = name.ends_with(char::is_whitespace) && !name.trim().is_empty();
    if is_tag && is_apart { (name.trim(), Some(tag)) } else { (label, None) }
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
