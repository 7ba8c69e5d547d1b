//! Everything as tables: what the pictures show, to be read, sorted and taken away. They are built
//! only for readers who open them.

use std::cmp::Ordering;

use super::node::{Element, html};
use super::{Key, Scene, TableOrder, Ui, ViewName};
use crate::model::{Action, Flow, Period, Record, sorted};
use crate::query::{
    Certainty, DayRange, Filter, Selected, Selection, Table, action_rows, csv, flow_rows, geojson,
    select,
};

/// What a cell shows, and what it is sorted by.
struct Cell {
    lines: Vec<String>,
    order: Order,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Text(String),
    /// What has no number comes after all that have one.
    Number(bool, i64),
}

/// The tables with what can be done with them.
pub(super) fn tables(ui: Ui) -> Element {
    let is_open = move || ui.choice().view == ViewName::Table;
    html("div").class("em-tables").shown(is_open).swap(move || {
        is_open().then(|| {
            html("div")
                .child(table(ui, Table::Actions, Key::TableActions))
                .child(downloads(ui, Table::Actions))
                .child(table(ui, Table::Flows, Key::TableFlows))
                .child(downloads(ui, Table::Flows))
        })
    })
}

fn selection<'a>(scene: &'a Scene, filter: &Filter) -> Selection<'a> {
    select(scene.dataset(), filter.range).filtered(filter)
}

fn table(ui: Ui, table: Table, caption: Key) -> Element {
    let (scene, order) = (ui.scene(), ui.choice().order);
    let selection = selection(&scene, &ui.filter());
    let place = match table {
        Table::Actions => Key::ColumnPlace,
        Table::Flows => Key::ColumnDestination,
    };
    let columns = [
        Key::ColumnDate,
        place,
        Key::ColumnKind,
        Key::ColumnWhat,
        Key::ColumnPeople,
        Key::ColumnSource,
    ];
    let rows: Vec<[Cell; 6]> = match table {
        Table::Actions => {
            let row = |one: &Selected<'_, Action>| {
                let place = one.what.province().map(|code| scene.province_name(code));
                let place = place.unwrap_or_else(|| scene.words.say(Key::National));
                cells(&scene, &one.what.record, one.certainty, place)
            };
            selection.actions.iter().map(row).collect()
        }
        Table::Flows => {
            let row = |one: &Selected<'_, Flow>| {
                let place = scene.destination(one.what.destination);
                cells(&scene, &one.what.record, one.certainty, place)
            };
            selection.flows.iter().map(row).collect()
        }
    };
    let count = scene.words.number_of(rows.len());
    let by = |a: &[Cell; 6], b: &[Cell; 6]| {
        let pair = a.get(order.column).zip(b.get(order.column));
        let way = pair.map_or(Ordering::Equal, |(a, b)| a.order.cmp(&b.order));
        if order.descending { way.reverse() } else { way }
    };
    let lines = sorted(rows, by).into_iter().map(|row| html("tr").children(row.map(cell)));
    let heads = (0..).zip(columns).map(|(column, key)| head(ui, column, key, order));
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
}

/// The head of a column, which sorts by it (WAI-ARIA Authoring Practices, "Sortable Table").
fn head(ui: Ui, column: usize, key: Key, order: TableOrder) -> Element {
    let is_current = order.column == column;
    let (sign, state) = match (is_current, order.descending) {
        (false, _) => ("", "none"),
        (true, false) => (" ▲", "ascending"),
        (true, true) => (" ▼", "descending"),
    };
    let sort = html("button")
        .attr("type", "button")
        .on_click(move || {
            let descending = is_current && !order.descending;
            ui.change(|choice| choice.order = TableOrder { column, descending });
        })
        .text(ui.say(key))
        .child(html("span").attr("aria-hidden", "true").text(sign));
    html("th").attr("scope", "col").attr("aria-sort", state).child(sort)
}

fn cell(cell: Cell) -> Element {
    html("td").children(cell.lines.into_iter().map(|line| html("p").text(line)))
}

fn cells(scene: &Scene, record: &Record, certainty: Certainty, place: String) -> [Cell; 6] {
    let words = &scene.words;
    let language = words.language.as_str();
    let text = |text: String| Cell { order: Order::Text(text.clone()), lines: vec![text] };
    let mut date = vec![words.period(&record.period)];
    if certainty == Certainty::Possible {
        date.push(words.say(Key::Possible));
    }
    let title = record.title.get(language).to_owned();
    let mut known = vec![title.clone(), record.summary.get(language).to_owned()];
    let whole = record.part_of.as_ref().and_then(|id| scene.dataset().record(id));
    known.extend(
        whole.map(|whole| words.fill(Key::IncludedIn, &[("whole", whole.title.get(language))])),
    );
    let number = record.people.and_then(|people| people.number());
    let number = number.map(|number| i64::try_from(number).unwrap_or(i64::MAX));
    let said = [&record.attributed_to, &record.reported_by].map(|who| who.get(language).to_owned());
    [
        Cell { lines: date, order: when(&record.period) },
        text(place),
        text(words.kind(&record.kind)),
        Cell { lines: known, order: Order::Text(title) },
        Cell {
            lines: record.people.map(|people| words.number(people)).into_iter().collect(),
            order: Order::Number(number.is_none(), number.unwrap_or_default()),
        },
        Cell { order: Order::Text(said.join(" ")), lines: said.to_vec() },
    ]
}

/// By the day at which it was over, since a start can be open.
fn when(period: &Period) -> Order {
    Order::Text(period.latest().map_or_else(|| "9999".to_owned(), |day| day.to_string()))
}

/// What is shown and everything, as two kinds of file.
fn downloads(ui: Ui, table: Table) -> Element {
    let rows = move |scene: &Scene, filter: &Filter| {
        let selection = selection(scene, filter);
        let language = scene.words.language.as_str();
        match table {
            Table::Actions => action_rows(scene.dataset(), &selection.actions, language),
            Table::Flows => flow_rows(scene.dataset(), &selection.flows, language),
        }
    };
    let button = |format: &'static str, everything: bool| {
        let name = match (table, format) {
            (Table::Actions, "CSV") => "actions.csv",
            (Table::Actions, _) => "actions.geojson",
            (Table::Flows, "CSV") => "flows.csv",
            (Table::Flows, _) => "flows.geojson",
        };
        let scope = if everything { Key::DownloadAll } else { Key::DownloadShown };
        html("button")
            .attr("type", "button")
            .flag("disabled", move || !ui.choice().live)
            .on_click(move || {
                let scene = ui.scene();
                let filter = if everything { Filter::from(DayRange::ALL) } else { ui.filter() };
                let rows = rows(&scene, &filter);
                let content = match format {
                    "CSV" => csv(table, &rows),
                    _ => geojson(scene.dataset(), &rows),
                };
                ui.download(name, content);
            })
            .text(format!("{format}: {}", ui.say(scope)))
    };
    html("div")
        .class("em-presets em-needs-script")
        .attr("role", "group")
        .attr("aria-label", ui.say(Key::Download))
        .child(html("span").class("em-meta").text(ui.say(Key::Download)))
        .child(button("CSV", false))
        .child(button("GeoJSON", false))
        .child(button("CSV", true))
        .child(button("GeoJSON", true))
}
