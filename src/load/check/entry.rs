//! What the checks between records need of each: little, since there may be a million.

use crate::load::{Code, Layer, Problem};
use crate::model::RecordId;
#[cfg(feature = "sheets")]
use crate::model::{Action, Day, Destination, Flow, Location, People, Record};

/// A file of records.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) layer: Layer,
    pub(crate) source: String,
    /// The names of a sheet's columns.
    #[cfg(feature = "sheets")]
    pub(crate) names: Option<crate::load::decode::Names>,
}

/// A record, to be compared with others.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) file: u16,
    /// The feature, or the row of a sheet.
    pub(crate) number: u32,
    /// The line on which the row begins.
    #[cfg(feature = "sheets")]
    pub(crate) line: u32,
    pub(crate) id: RecordId,
    pub(crate) part_of: Option<RecordId>,
    #[cfg(feature = "sheets")]
    pub(crate) people: Option<People>,
    /// The first and the last day, as far as they are known.
    #[cfg(feature = "sheets")]
    pub(crate) days: (i32, i32),
    /// Records that can be added up have the same number here: file, kind and origin.
    #[cfg(feature = "sheets")]
    pub(crate) group: u32,
    /// Where, within its group; 0 for the country as a whole, or for several countries.
    #[cfg(feature = "sheets")]
    pub(crate) place: u32,
    /// Its title, shortened to a number.
    #[cfg(feature = "sheets")]
    pub(crate) title: u32,
}

impl Entry {
    pub(crate) fn problem(
        &self,
        files: &[File],
        (code, field): (Code, &str),
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Problem {
        let file = files.get(usize::from(self.file));
        let layer = file.map_or(Layer::Actions, |file| file.layer);
        let source = file.map_or("", |file| &file.source);
        Problem {
            feature: usize::try_from(self.number).ok(),
            id: Some(self.id.as_str().to_owned()),
            field: Some(field.to_owned()),
            #[cfg(feature = "sheets")]
            cell: self.cell(file, field),
            ..Problem::of_file(layer, source, code, Problem::words(message), Problem::words(remedy))
        }
    }

    #[cfg(feature = "sheets")]
    fn cell(&self, file: Option<&File>, field: &str) -> Option<Box<crate::load::Cell>> {
        let text = match field {
            "part_of" => self.part_of.as_ref().map(|id| id.as_str().to_owned()),
            "people" => self.people.map(|people| people.to_string()),
            _ => Some(self.id.as_str().to_owned()),
        };
        let text = text.unwrap_or_default();
        let names = file.and_then(|file| file.names.as_ref());
        let column = names.and_then(|names| names.of(field).first().copied());
        Some(Box::new(crate::load::Cell {
            column,
            name: names.zip(column).map_or(field, |(names, column)| names.label(column)).to_owned(),
            line: names.map_or(0, |_| usize::try_from(self.line).unwrap_or(0)),
            index: 0,
            span: 0..text.len(),
            row: vec![text],
        }))
    }
}

/// Numbers for texts: the same text has the same number, from 1.
#[cfg(feature = "sheets")]
#[derive(Debug, Default)]
pub(crate) struct Numbers(std::collections::HashMap<String, u32>);

#[cfg(feature = "sheets")]
impl Numbers {
    fn of(&mut self, text: String) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX).saturating_add(1);
        *self.0.entry(text).or_insert(next)
    }
}

#[cfg(feature = "sheets")]
impl Entry {
    /// A record that could not be read, by its id alone.
    pub(crate) fn broken((file, number, line): (u16, u32, u32), id: RecordId) -> Self {
        Self {
            file,
            number,
            line,
            id,
            part_of: None,
            people: None,
            days: (i32::MIN, i32::MAX),
            group: 0,
            place: 0,
            title: 0,
        }
    }

    pub(crate) fn of_action(at: (u16, u32, u32), action: &Action, numbers: &mut Numbers) -> Self {
        let record = &action.record;
        let group = numbers.of(format!("action {}", record.kind));
        let place = match &action.location {
            Location::Province(code) => numbers.of(code.to_string()),
            Location::Country(_) => 0,
        };
        Self::new(at, record, group, place)
    }

    pub(crate) fn of_flow(at: (u16, u32, u32), flow: &Flow, numbers: &mut Numbers) -> Self {
        let record = &flow.record;
        let group = numbers.of(format!("flow {} {}", record.kind, flow.origin));
        let place = match flow.destination {
            Destination::Country(code) => numbers.of(code.to_string()),
            Destination::Several(_) => 0,
        };
        Self::new(at, record, group, place)
    }

    fn new((file, number, line): (u16, u32, u32), record: &Record, group: u32, place: u32) -> Self {
        use std::hash::{DefaultHasher, Hash as _, Hasher as _};
        let mut hasher = DefaultHasher::new();
        record.title.get("").hash(&mut hasher);
        Self {
            file,
            number,
            line,
            id: record.id.clone(),
            part_of: record.part_of.clone(),
            people: record.people,
            days: (
                record.period.earliest().map_or(i32::MIN, number_of),
                record.period.latest().map_or(i32::MAX, number_of),
            ),
            group,
            place,
            title: u32::try_from(hasher.finish() & u64::from(u32::MAX)).unwrap_or(0),
        }
    }
}

#[cfg(feature = "sheets")]
fn number_of(day: Day) -> i32 {
    let first = Day::new(1, 1, 1).map_or(0, |first| first.days_until(day));
    i32::try_from(first).unwrap_or(i32::MAX)
}

#[cfg(not(feature = "sheets"))]
impl Entry {
    pub(crate) fn new((file, number, _): (u16, u32, u32), record: &crate::model::Record) -> Self {
        Self { file, number, id: record.id.clone(), part_of: record.part_of.clone() }
    }
}
