//! Everything as tables: what the pictures show, to read, sort and download.

mod cells;
mod downloads;
mod rows;

use downloads::downloads;
use rows::table;

use super::dom::{Element, html};
use super::messages::MessageId;
use super::state::{Scene, Ui};
use crate::query::{Filter, Selection, Table, select};

/// Both tables, each with its downloads.
pub(super) fn contents(ui: Ui) -> Element {
    html("div")
        .child(table(ui, Table::Actions, MessageId::TableActions))
        .child(downloads(ui, Table::Actions))
        .child(table(ui, Table::Flows, MessageId::TableFlows))
        .child(downloads(ui, Table::Flows))
}

fn selection<'a>(scene: &'a Scene, filter: &Filter) -> Selection<'a> {
    select(scene.dataset(), filter.range).filtered(filter)
}
