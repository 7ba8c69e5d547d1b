//! What readers take away is what they saw, and this product can read it again.

use enforcement_map::load::{Source, Sources, dataset};
use enforcement_map::query::{
    DayRange, Filter, Table, action_rows, csv, flow_rows, geojson, select,
};

use crate::{shipped_data, shipped_sources};

#[test]
fn everything_as_geojson_is_read_again_as_the_same_records() {
    let loaded = shipped_data();
    let all = select(&loaded.dataset, DayRange::ALL);
    let source = |name: &str, text: String| Some(Source::read(name, text.into_bytes()));
    let actions = geojson(&loaded.dataset, &action_rows(&loaded.dataset, &all.actions, "en"));
    let flows = geojson(&loaded.dataset, &flow_rows(&loaded.dataset, &all.flows, "en"));
    let again = dataset(&Sources {
        provinces: shipped_sources().provinces,
        actions: source("actions.geojson", actions),
        flows: source("flows.geojson", flows),
        kinds: None,
    });
    assert_eq!(again.diagnostics, []);
    assert_eq!(again.dataset.records().count(), loaded.dataset.records().count());
    for record in loaded.dataset.records() {
        let same = again.dataset.record(&record.id).unwrap();
        assert_eq!(
            (&same.period, same.people, &same.part_of),
            (&record.period, record.people, &record.part_of)
        );
        assert_eq!((&same.kind, same.title.get("en")), (&record.kind, record.title.get("en")));
    }
}

#[test]
fn csv_is_what_an_independent_reader_reads() {
    let loaded = shipped_data();
    let days = |from: &str, to: &str| DayRange::new(from.parse().ok(), to.parse().ok());
    let filter = Filter::from(days("2026-01-18", "2026-01-18"));
    let selection = select(&loaded.dataset, filter.range).filtered(&filter);
    let text = csv(Table::Actions, &action_rows(&loaded.dataset, &selection.actions, "fr"));
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let columns = reader.headers().unwrap().clone();
    let column = |name: &str| columns.iter().position(|column| column == name).unwrap();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), selection.actions.len());
    let of = |id: &str, name: &str| {
        let row = rows.iter().find(|row| &row[0] == id).unwrap();
        row[column(name)].to_owned()
    };
    assert_eq!(of("pailin-meeting", "certainty"), "certain");
    assert_eq!(of("phnom-penh-plan", "certainty"), "possible");
    assert_eq!(of("phnom-penh-plan", "date"), "2026-01-12~/2026-01-18~");
    assert_eq!(of("korean-arrests", "people"), "~260");
    assert!(of("pailin-meeting", "title").contains("Pailin"));
    assert!(of("pailin-meeting", "attribution").contains("OCHA"));
}

/// Spreadsheets run what begins like a formula.
#[test]
fn no_cell_is_a_formula() {
    let mut loaded = shipped_data();
    loaded.dataset.actions[0].record.title =
        enforcement_map::model::LocalizedText::new("=1+1, \"x\"");
    let all = select(&loaded.dataset, DayRange::ALL);
    let text = csv(Table::Actions, &action_rows(&loaded.dataset, &all.actions, "en"));
    assert!(text.contains("\"'=1+1, \"\"x\"\"\""), "{text}");
}
