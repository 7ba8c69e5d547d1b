//! What is kept of each record for comparing it with others: little, since there may be a million.

use super::file::File;
use super::mode::figures::{Figures, Numbers};
use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::load::fields::Fields;
use crate::load::mode::words;
use crate::model::{Action, Flow, Record, RecordId};

/// A record, to be compared with others.
pub(crate) struct Entry {
    /// The index of the file.
    pub(crate) file: u16,
    /// The number of the feature, or of the row of a sheet.
    pub(crate) number: u32,
    pub(crate) id: RecordId,
    pub(crate) part_of: Option<RecordId>,
    pub(crate) figures: Figures,
}

impl Entry {
    /// An action; `file` is the index of its file.
    pub(crate) fn of_action(
        file: u16,
        fields: &Fields<'_>,
        action: &Action,
        numbers: &mut Numbers,
    ) -> Self {
        let figures = Figures::of_action(fields.values.line(), action, numbers);
        Self::new((file, fields), &action.record, figures)
    }

    /// A flow; `file` is the index of its file.
    pub(crate) fn of_flow(
        file: u16,
        fields: &Fields<'_>,
        flow: &Flow,
        numbers: &mut Numbers,
    ) -> Self {
        let figures = Figures::of_flow(fields.values.line(), flow, numbers);
        Self::new((file, fields), &flow.record, figures)
    }

    fn new((file, fields): (u16, &Fields<'_>), record: &Record, figures: Figures) -> Self {
        let (number, id) = (number(fields), record.id.clone());
        Self { file, number, id, part_of: record.part_of.clone(), figures }
    }

    /// A record that could not be read: only its id is known.
    pub(crate) fn unread(file: u16, fields: &Fields<'_>, id: RecordId) -> Self {
        let figures = Figures::unknown(fields.values.line());
        Self { file, number: number(fields), id, part_of: None, figures }
    }

    /// A diagnostic about a field of the record.
    pub(crate) fn diagnostic(
        &self,
        files: &[File],
        (code, field): (Code, &str),
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Diagnostic {
        let file = files.get(usize::from(self.file));
        let layer = file.map_or(Layer::Actions, |file| file.layer);
        let source = file.map_or("", |file| &file.source);
        let reference = self.part_of.as_ref().filter(|_| field == "part_of");
        let columns = file.and_then(|file| file.columns.as_ref());
        Diagnostic {
            feature: usize::try_from(self.number).ok(),
            id: Some(self.id.as_str().to_owned()),
            field: Some(field.to_owned()),
            cell: self.figures.cell(columns, field, reference.unwrap_or(&self.id)),
            ..Diagnostic::of_file(layer, source, code, words(message), words(remedy))
        }
    }
}

fn number(fields: &Fields<'_>) -> u32 {
    u32::try_from(fields.number).unwrap_or(u32::MAX)
}
