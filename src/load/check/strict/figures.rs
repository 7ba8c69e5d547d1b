//! Strictly, nothing is kept of a record's figures.

use crate::load::diagnostic::Cell;
use crate::load::fields::Names;
use crate::model::{Action, Flow, RecordId};

/// What is kept for comparing figures: nothing.
pub(crate) struct Figures;

/// Numbers for texts, of which there are none.
#[derive(Default)]
pub(crate) struct Numbers;

impl Figures {
    /// Those of an action.
    pub(crate) fn of_action(_: u32, _: &Action, _: &mut Numbers) -> Self {
        Self
    }

    /// Those of a flow.
    pub(crate) fn of_flow(_: u32, _: &Flow, _: &mut Numbers) -> Self {
        Self
    }

    /// Those of a record that could not be read.
    pub(crate) fn unknown(_: u32) -> Self {
        Self
    }

    /// The cell of a field, to be quoted in a diagnostic.
    pub(crate) fn cell(&self, _: Option<&Names>, _: &str, _: &RecordId) -> Option<Box<Cell>> {
        None
    }
}
