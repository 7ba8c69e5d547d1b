//! Everything as tables: what the pictures show, to read, sort and download. They are built only for
//! readers who open them.

mod cells;
mod downloads;
mod rows;

use downloads::downloads;
use rows::table;

use super::dom::{Element, html};
use super::messages::MessageId;
use super::state::{Scene, Ui, ViewName};
use crate::query::{Filter, Selection, Table, select};

/// Both tables, each with its downloads.
pub(super) fn tables(ui: Ui) -> Element {
    let is_open = move || ui.view() == ViewName::Table;
    html("div").class("em-tables").shown(is_open).dynamic(move || {
        is_open().then(|| {
            html("div")
                .child(table(ui, Table::Actions, MessageId::TableActions))
                .child(downloads(ui, Table::Actions))
                .child(table(ui, Table::Flows, MessageId::TableFlows))
                .child(downloads(ui, Table::Flows))
        })
    })
}

fn selection<'a>(scene: &'a Scene, filter: &Filter) -> Selection<'a> {
    select(scene.dataset(), filter.range).filtered(filter)
}
