//! One table of records.

use std::cmp::Ordering;

use super::cells::{Cell, cells};
use super::selection;
use crate::model::{Action, Flow, sorted};
use crate::query::{Selected, Table};
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::{Listed, PAGE, TableOrder, Ui};

/// The table, sorted as the reader has chosen.
pub(super) fn table(ui: Ui, table: Table, caption: MessageId) -> Element {
    let (scene, order) = (ui.scene(), ui.with(|state| state.order));
    let selection = selection(&scene, &ui.filter());
    let place = match table {
        Table::Actions => MessageId::ColumnPlace,
        Table::Flows => MessageId::ColumnDestination,
    };
    let columns = [
        MessageId::ColumnDate,
        place,
        MessageId::ColumnKind,
        MessageId::ColumnWhat,
        MessageId::ColumnPeople,
        MessageId::ColumnSource,
    ];
    let rows: Vec<[Cell; 6]> = match table {
        Table::Actions => {
            let row = |one: &Selected<'_, Action>| {
                let place = one.item.province().map(|code| scene.province_name(code));
                let place = place.unwrap_or_else(|| scene.words.say(MessageId::National));
                cells(&scene, (one.index, &one.item.record), one.certainty, place)
            };
            selection.actions.iter().map(row).collect()
        }
        Table::Flows => {
            let row = |one: &Selected<'_, Flow>| {
                let place = scene.destination(one.item.destination);
                cells(&scene, (one.index, &one.item.record), one.certainty, place)
            };
            selection.flows.iter().map(row).collect()
        }
    };
    let pages = ui.with(|state| state.pages.of(&listed(table)));
    let (all, shown) = (rows.len(), (pages + 1) * PAGE);
    let count = scene.words.number_of(all);
    let by = |a: &[Cell; 6], b: &[Cell; 6]| {
        let pair = a.get(order.column).zip(b.get(order.column));
        let way = pair.map_or(Ordering::Equal, |(a, b)| a.sort_key.cmp(&b.sort_key));
        if order.descending { way.reverse() } else { way }
    };
    let lines =
        sorted(rows, by).into_iter().take(shown).map(|row| html("tr").children(row.map(cell)));
    let heads = (0..).zip(columns).map(|(column, key)| head(ui, column, key, order));
    let change = (table == Table::Actions).then(|| scene.change_text(&ui.aggregates(), None));
    let count = match change.flatten() {
        Some(change) => format!("{count}; {change}"),
        None => count,
    };
    html("div")
        .class("em-scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", ui.say(caption))
        .child(
            html("table")
                .child(html("caption").text(format!("{} ({count})", ui.say(caption))))
                .child(html("thead").child(html("tr").children(heads)))
                .child(html("tbody").children(lines)),
        )
        .children((shown < all).then(|| more(ui, table, shown, all)))
}

/// The list that has the same records, for how many of them are shown.
fn listed(table: Table) -> Listed {
    match table {
        Table::Actions => Listed::Local,
        Table::Flows => Listed::Flows(None),
    }
}

/// How many rows are shown, and a button for more.
fn more(ui: Ui, table: Table, shown: usize, all: usize) -> Element {
    let words = &ui.scene().words;
    let [shown, all] = [shown, all].map(|number| words.number_of(number));
    let text = words.fill(MessageId::ShownOf, &[("n", &shown), ("all", &all)]);
    html("p").class("em-rest").child(html("span").class("em-meta").text(text)).child(
        html("button")
            .attr("type", "button")
            .on_click(move || ui.show_more(&listed(table)))
            .text(words.say(MessageId::ShowMore)),
    )
}

/// The head of a column, which sorts by it (WAI-ARIA Authoring Practices, "Sortable Table").
fn head(ui: Ui, column: usize, key: MessageId, order: TableOrder) -> Element {
    let is_current = order.column == column;
    let (arrow, state) = match (is_current, order.descending) {
        (false, _) => ("", "none"),
        (true, false) => (" ▲", "ascending"),
        (true, true) => (" ▼", "descending"),
    };
    let sort = html("button")
        .attr("type", "button")
        .on_click(move || {
            let descending = is_current && !order.descending;
            ui.change(|state| state.order = TableOrder { column, descending });
        })
        .text(ui.say(key))
        .child(html("span").attr("aria-hidden", "true").text(arrow));
    html("th").attr("scope", "col").attr("aria-sort", state).child(sort)
}

fn cell(cell: Cell) -> Element {
    html("td").children(cell.lines.into_iter().map(|line| html("p").text(line)))
}
