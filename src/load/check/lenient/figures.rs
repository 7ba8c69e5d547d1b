//! What is kept of each record for comparing its figures with those of others.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::load::diagnostic::Cell;
use crate::load::fields::Names;
use crate::model::{Action, Day, Destination, Flow, Location, People, Record, RecordId};

/// Of one record.
pub(crate) struct Figures {
    /// The line of the file on which the row begins.
    line: u32,
    pub(crate) people: Option<People>,
    /// The first and the last day, as far as they are known.
    pub(crate) days: (i32, i32),
    /// Records that can be added up have the same number here: file, kind and origin.
    pub(crate) group: u32,
    /// The place within the group; 0 for the country as a whole, or for several countries.
    pub(crate) place: u32,
    /// The hash of the title.
    pub(crate) title: u32,
}

/// Numbers for texts: the same text has the same number, from 1.
#[derive(Debug, Default)]
pub(crate) struct Numbers(std::collections::HashMap<String, u32>);

impl Numbers {
    fn of(&mut self, text: String) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX).saturating_add(1);
        *self.0.entry(text).or_insert(next)
    }
}

impl Figures {
    /// Those of an action that begins on this line.
    pub(crate) fn of_action(line: u32, action: &Action, numbers: &mut Numbers) -> Self {
        let record = &action.record;
        let group = numbers.of(format!("action {}", record.kind));
        let place = match &action.location {
            Location::Province(code) => numbers.of(code.to_string()),
            Location::Country(_) => 0,
        };
        Self::new(line, record, group, place)
    }

    /// Those of a flow that begins on this line.
    pub(crate) fn of_flow(line: u32, flow: &Flow, numbers: &mut Numbers) -> Self {
        let record = &flow.record;
        let group = numbers.of(format!("flow {} {}", record.kind, flow.origin));
        let place = match flow.destination {
            Destination::Country(code) => numbers.of(code.to_string()),
            Destination::Several(_) => 0,
        };
        Self::new(line, record, group, place)
    }

    fn new(line: u32, record: &Record, group: u32, place: u32) -> Self {
        let mut hasher = DefaultHasher::new();
        record.title.get("").hash(&mut hasher);
        Self {
            line,
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

    /// Those of a record that could not be read.
    pub(crate) fn unknown(line: u32) -> Self {
        let days = (i32::MIN, i32::MAX);
        Self { line, people: None, days, group: 0, place: 0, title: 0 }
    }

    /// The cell of a field, to be quoted in a diagnostic; `text` is what it holds, unless it holds
    /// the number of people.
    pub(crate) fn cell(
        &self,
        columns: Option<&Names>,
        field: &str,
        text: &RecordId,
    ) -> Option<Box<Cell>> {
        let text = match field {
            "people" => self.people.map(|people| people.to_string()).unwrap_or_default(),
            _ => text.as_str().to_owned(),
        };
        let column = columns.and_then(|columns| columns.of(field).first().copied());
        Some(Box::new(Cell {
            column,
            name: columns.zip(column).map_or(field, |(all, column)| all.label(column)).to_owned(),
            line: columns.map_or(0, |_| usize::try_from(self.line).unwrap_or(0)),
            index: 0,
            span: 0..text.len(),
            row: vec![text],
        }))
    }
}

/// The number of a day, from the first of the year 1.
fn number_of(day: Day) -> i32 {
    let first = Day::new(1, 1, 1).map_or(0, |first| first.days_until(day));
    i32::try_from(first).unwrap_or(i32::MAX)
}
