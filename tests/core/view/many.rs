//! The widget with many records: as many elements as with few, and nothing that is not counted.

use enforcement_map::load::{self, Loaded, Source, Sources};
use enforcement_map::model::Day;
use enforcement_map::query::{Certainty, DayRange, Filter};
use enforcement_map::view::{Listed, Ui, widget};
use leptos::prelude::*;
use serde_json::json;

use super::widget::drawn;
use crate::{shipped, shipped_sources};

const KINDS: [&str; 8] =
    ["meeting", "briefing", "warning", "policy", "inspection", "raid", "arrest", "deportation"];

/// So many actions in all provinces, some known by their month or year only.
fn many(actions: usize) -> Loaded {
    let provinces: serde_json::Value =
        serde_json::from_slice(&shipped("geo/provinces.geojson")).unwrap();
    let codes: Vec<_> = provinces["features"].as_array().unwrap().iter().collect();
    let codes: Vec<_> = codes.iter().map(|province| &province["id"]).collect();
    let features = (0..actions).map(|number| {
        let (year, month, day) = (2022 + number % 4, number / 4 % 12 + 1, number / 7 % 28 + 1);
        let date = match number % 20 {
            0 => format!("{year}"),
            1 | 2 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        json!({
            "type": "Feature", "id": format!("action-{number}"), "geometry": null,
            "properties": {
                "date": date, "place": codes[number * 5 % codes.len()], "title": "A title",
                "kind": KINDS[number * 3 % KINDS.len()],
            },
        })
    });
    let collection = json!({
        "type": "FeatureCollection", "country": "KH", "title": "Many",
        "attribution": "Made up", "features": features.collect::<Vec<_>>(),
    });
    let file = Source::read("many.geojson", collection.to_string().into());
    load::dataset(&Sources { actions: Some(file), flows: None, ..shipped_sources() })
}

/// How many elements there are in a page without a script, and after it has come.
fn elements(actions: usize) -> [usize; 2] {
    Owner::new().with(|| {
        let ui = drawn("en", many(actions));
        [false, true].map(|live| {
            ui.change(|state| state.live = live);
            let markup = widget(ui).to_html();
            markup.matches('<').count() - markup.matches("</").count()
        })
    })
}

#[test]
fn the_number_of_elements_does_not_follow_the_records() {
    for actions in [0, 20, 300, 5_000] {
        let found = elements(actions);
        assert!(found.iter().all(|count| *count <= 1_500), "{actions} actions: {found:?}");
    }
}

#[test]
fn a_list_shows_twenty_and_says_how_many_there_are() {
    Owner::new().with(|| {
        let ui = drawn("en", many(500));
        ui.change(|state| state.live = true);
        let shown = |ui: Ui| {
            let listing = ui.listing(&Listed::Local);
            (listing.records.len(), listing.all)
        };
        assert_eq!(shown(ui), (20, 500));
        let markup = widget(ui).to_html();
        assert!(markup.contains("20 of 500 shown"), "how many is not said");
        ui.show_more(&Listed::Local);
        assert_eq!(shown(ui), (40, 500));
        // Those of other lists stay.
        let code = ui.scene().dataset().provinces[0].code.clone();
        assert_eq!(ui.listing(&Listed::Province(code)).records.len(), 20);
        let day = |text: &str| text.parse::<Day>().ok();
        ui.set_range(DayRange::new(day("2023-02-01"), day("2023-02-28")));
        let (listing, scene) = (ui.listing(&Listed::Local), ui.scene());
        let inside = scene.actions().filter(|(index, _)| {
            let record = scene.dataset().record_at(*index).unwrap();
            let filter = Filter::from(ui.range());
            filter.certainty(record) != Certainty::Outside
        });
        assert_eq!(listing.all, inside.count());
    });
}
