//! The large figures and the change where there are too many records to show each.

use enforcement_map::load::{self, Loaded, Source, Sources};
use enforcement_map::model::{Day, ProvinceCode};
use enforcement_map::query::DayRange;
use enforcement_map::view::{ViewName, widget};
use leptos::prelude::*;
use serde_json::json;

use super::widget::drawn;
use crate::shipped_sources;

/// A raid on each of the first thirteen days of a month, and arrests: of a day, a part of them, and of
/// some day of the month.
fn january() -> Loaded {
    let feature = |id: &str, date: &str, kind: &str, people: &str, part_of: Option<&str>| {
        json!({"type": "Feature", "id": id, "geometry": null, "properties": {
            "date": date, "place": "KH24", "kind": kind, "title": "A title", "people": people,
            "part_of": part_of, "reported_by": "Example Times",
        }})
    };
    let mut features: Vec<_> = (1..=13)
        .map(|day| {
            let mut raid =
                feature(&format!("raid-{day}"), &format!("2026-01-{day:02}"), "raid", "", None);
            raid["properties"].as_object_mut().unwrap().remove("people");
            raid
        })
        .collect();
    features.push(feature("whole", "2026-01-10", "arrest", ">=40", None));
    features.push(feature("part", "2026-01-11", "arrest", "5", Some("whole")));
    features.push(feature("month", "2026-01", "arrest", "~30", None));
    features.push(feature("sent", "2026-01-12", "deportation", "unknown", None));
    let collection = json!({
        "type": "FeatureCollection", "country": "KH", "title": "January", "attribution": "Made up",
        "features": features,
    });
    let actions = Some(Source::read("actions.geojson", collection.to_string().into()));
    load::dataset(&Sources { actions, flows: None, ..shipped_sources() })
}

fn page(language: &str, view: ViewName) -> String {
    Owner::new().with(|| {
        let ui = drawn(language, january());
        let day = |text: &str| text.parse::<Day>().ok();
        ui.set_range(DayRange::new(day("2026-01-08"), day("2026-01-13")));
        ui.change(|state| {
            state.view = view;
            state.province = ProvinceCode::new("KH24").ok();
        });
        widget(ui).to_html()
    })
}

/// The texts of the large figures.
fn figures(language: &str) -> Vec<String> {
    let page = page(language, ViewName::Country);
    let list = page.split("em-figures").nth(1).unwrap().split("</ul>").next().unwrap();
    let texts = list
        .split("<p")
        .skip(1)
        .map(|text| text.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned());
    texts.collect()
}

#[test]
fn figures_are_sums_that_keep_what_qualifies_them() {
    // Six raids, the arrests and the deportation are certain; the month may lie before. Five of the
    // forty are counted once.
    assert_eq!(
        figures("en"),
        [
            "9 to 10 actions",
            "6 to 7 in the 6 days before",
            "at least 40 to at least about 70 people",
            "Arrest",
            "figure not published",
            "Deportation",
        ]
    );
    assert_eq!(figures("ko")[..2], ["조치 9~10건", "직전 6일간 6~7건"]);
}

#[test]
fn the_change_is_the_same_everywhere() {
    let change = "6 to 7 in the 6 days before";
    let country = page("en", ViewName::Country);
    assert!(country.contains(&format!("Pailin: 10 actions ({change})")), "not in the sentence");
    // The figure, the sentence about all and that about the province, the province's detail.
    assert_eq!(country.matches(change).count(), 4);
    assert!(page("en", ViewName::Table).contains(&format!("(10; {change})")), "not in the table");
}
