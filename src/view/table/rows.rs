//! One table of records.

use std::cmp::Ordering;

use super::cells::{cells, sort_key};
use crate::model::{RecordIndex, sorted};
use crate::query::{Certainty, Filter, Table, Which, certainty};
use crate::view::dom::{Element, html};
use crate::view::messages::MessageId;
use crate::view::state::{Listed, PAGE, Scene, TableOrder, Ui};

/// The table, sorted as the reader has chosen.
pub(super) fn table(ui: Ui, table: Table, caption: MessageId) -> Element {
    let (scene, order) = (ui.scene(), ui.with(|state| state.order));
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
    let filter = ui.filter();
    let which = match table {
        Table::Actions => Which::Actions,
        Table::Flows => Which::Flows,
    };
    let pages = ui.with(|state| state.pages.of(&listed(table)));
    let (all, shown) = (scene.index.number(which, &filter).all(), (pages + 1) * PAGE);
    let count = scene.words.number_of(all);
    let lines = first(&scene, table, &filter, order, shown.min(all)).into_iter().filter_map(
        |(index, certainty)| {
            let record = scene.dataset().record_at(index)?;
            Some(html("tr").children(cells(&scene, (index, record), certainty).map(cell)))
        },
    );
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

/// The first records of a table. It looks no further than they are, and sorts by a column once.
fn first(
    scene: &Scene,
    table: Table,
    filter: &Filter,
    order: TableOrder,
    number: usize,
) -> Vec<(RecordIndex, Certainty)> {
    let of_column;
    let all = if order == TableOrder::default() {
        scene.by_date(table)
    } else {
        of_column = scene.orders.of(table, order, || by_column(scene, table, order));
        &*of_column
    };
    let visible = all.iter().filter_map(|index| {
        let record = scene.dataset().record_at(*index)?;
        let certainty = certainty(&record.period, filter.range);
        let is_shown = certainty != Certainty::Outside && filter.shows(&record.kind);
        is_shown.then_some((*index, certainty))
    });
    visible.take(number).collect()
}

/// All records of a table, sorted by a column.
fn by_column(scene: &Scene, table: Table, order: TableOrder) -> Vec<RecordIndex> {
    let keyed = scene.by_date(table).iter().filter_map(|index| {
        let record = scene.dataset().record_at(*index)?;
        Some((sort_key(scene, (*index, record), order.column), *index))
    });
    let way = |ordering: Ordering| if order.descending { ordering.reverse() } else { ordering };
    let all = sorted(keyed.collect(), |(a, _), (b, _)| way(a.cmp(b)));
    all.into_iter().map(|(_, index)| index).collect()
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

fn cell(lines: Vec<String>) -> Element {
    html("td").children(lines.into_iter().map(|line| html("p").text(line)))
}
