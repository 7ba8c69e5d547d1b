//! The tables show the same rows as sorting all records and cutting the list would.

use std::cmp::Ordering;

use enforcement_map::load::{self, Loaded, Source, Sources};
use enforcement_map::model::{ActionKind, Day, Record};
use enforcement_map::query::{DayRange, Filter, select};
use enforcement_map::view::{TableOrder, ViewName, widget};
use leptos::prelude::*;

use super::widget::drawn;
use crate::shipped_sources;

/// Ninety actions, of days, months and open spans, in no order.
fn many() -> Loaded {
    let mut sheet = String::from("id,date,place,kind,title,people,reported_by\n");
    for number in 0..90 {
        let day = number * 37 % 28 + 1;
        let date = match number % 7 {
            0 => format!("2026-{:02}", number % 12 + 1),
            1 => format!("2026-{:02}-{day:02}/..", number % 12 + 1),
            _ => format!("2026-{:02}-{day:02}", number * 5 % 12 + 1),
        };
        let place = ["KH24", "KH12", "KH", "KH20"][number % 4];
        let kind = ["raid", "arrest", "meeting"][number % 3];
        let people = if number % 5 == 0 { String::new() } else { (number * 31 % 97).to_string() };
        sheet +=
            &format!("a{number},{date},{place},{kind},Title {},{people},Times\n", number * 17 % 90);
    }
    let actions = Some(Source::read("actions.csv", sheet.into_bytes()));
    load::dataset(&Sources { actions, flows: None, ..shipped_sources() })
}

/// The titles of the rows, and the number in the caption.
fn shown(order: TableOrder, range: DayRange, without: Option<ActionKind>) -> (Vec<String>, String) {
    let html = Owner::new().with(|| {
        let ui = drawn("en", many());
        ui.set_range(range);
        ui.set_hidden(without.into_iter().collect());
        ui.change(|state| {
            state.view = ViewName::Table;
            state.order = order;
        });
        widget(ui).to_html()
    });
    let table = html.split("<table").nth(1).unwrap().split("</table>").next().unwrap();
    let rows = table.split("<tbody>").nth(1).unwrap().split("<tr>").skip(1);
    let title = |row: &str| {
        let start = row.find("Title ").unwrap();
        row[start..].split('<').next().unwrap().to_owned()
    };
    let caption = table.split("<caption>").nth(1).unwrap().split(['(', ')', ';']).nth(1).unwrap();
    (rows.map(title).collect(), caption.to_owned())
}

#[test]
fn each_order_is_that_of_all_records() {
    let loaded = many();
    let day = |text: &str| text.parse::<Day>().ok();
    let ranges = [DayRange::ALL, DayRange::new(day("2026-03-01"), day("2026-06-30"))];
    let number = |record: &Record| record.people.and_then(|people| people.number());
    let title = |record: &Record| record.title.get("en").to_owned();
    for range in ranges {
        for hidden in [None, Some(ActionKind::Raid)] {
            let mut filter = Filter::from(range);
            filter = hidden.iter().fold(filter, |filter, kind| filter.toggled(kind));
            let all = select(&loaded.dataset, range).filtered(&filter);
            let all: Vec<&Record> = all.actions.iter().map(|one| &one.item.record).collect();
            for (column, descending) in
                [(0, false), (0, true), (3, false), (3, true), (4, false), (4, true)]
            {
                let mut wanted = all.clone();
                let way =
                    |ordering: Ordering| if descending { ordering.reverse() } else { ordering };
                wanted.sort_by(|a, b| {
                    way(match column {
                        0 => (a.period.latest().is_none(), a.period.latest())
                            .cmp(&(b.period.latest().is_none(), b.period.latest())),
                        3 => title(a).cmp(&title(b)),
                        _ => {
                            (number(a).is_none(), number(a)).cmp(&(number(b).is_none(), number(b)))
                        }
                    })
                });
                let wanted: Vec<String> = wanted.into_iter().take(20).map(title).collect();
                let (found, count) =
                    shown(TableOrder { column, descending }, range, hidden.clone());
                assert_eq!(found, wanted, "column {column}, descending {descending}");
                assert_eq!(count, all.len().to_string());
            }
        }
    }
}
