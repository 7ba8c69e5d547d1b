//! The drawn markup: snapshots of what a reader gets before any script runs.

use enforcement_map::load::{self, Loaded, Source, Sources};
use enforcement_map::model::{Day, Record};
use enforcement_map::query::{DayRange, Table, action_rows, csv, select};
use enforcement_map::view::{LANGUAGES, Messages, PageLinks, Scene, Ui, ViewName, Words, widget};
use leptos::prelude::*;

use crate::{shipped, shipped_data, shipped_source, shipped_sources};

fn ui(language: &str) -> Ui {
    drawn(language, shipped_data())
}

pub(super) fn drawn(language: &str, loaded: Loaded) -> Ui {
    let file = shipped(&format!("src/view/messages/{language}.json"));
    let texts: std::collections::HashMap<String, String> = serde_json::from_slice(&file).unwrap();
    let messages = Messages::new(|key| texts.get(key).cloned());
    let page = PageLinks {
        is_living: false,
        is_own: true,
        views: ViewName::ALL.map(|view| match view {
            ViewName::Country => "embed.html".into(),
            view => format!("embed.{}.html", view.as_str()),
        }),
    };
    let scene = Scene::new(loaded, Words::new(language, messages), page);
    Ui::new(scene, Box::new(|_, _| {}))
}

/// The markup with a line for each tag, so that a change is seen where it is.
fn markup(language: &str, change: impl FnOnce(Ui)) -> String {
    Owner::new().with(|| {
        let ui = ui(language);
        change(ui);
        widget(ui).to_html().replace("><", ">\n<")
    })
}

fn only(markup: &str, class: &str) -> String {
    let lines = markup.lines().filter(|line| line.contains(class));
    lines.collect::<Vec<_>>().join("\n")
}

fn days(from: &str, to: &str) -> DayRange {
    DayRange::new(from.parse::<Day>().ok(), to.parse::<Day>().ok())
}

#[test]
fn the_provinces_in_english() {
    insta::assert_snapshot!(markup("en", |_| {}));
}

#[test]
fn the_world_in_french() {
    let markup = markup("fr", |ui| {
        ui.change(|choice| choice.view = ViewName::World);
        ui.set_atlas(load::atlas(shipped_source("geo/countries.geojson")));
    });
    let start = markup.find("class=\"em-map em-world\"").unwrap();
    let picture: String = markup[start..].split_inclusive("</svg>").take(1).collect();
    insta::assert_snapshot!(picture);
}

#[test]
fn an_uncertain_date_is_hatched_and_said() {
    let markup = markup("en", |ui| ui.set_range(days("2026-01-18", "2026-01-18")));
    assert_eq!(markup.matches("class=\"em-province em-maybe\"").count(), 1);
    assert_eq!(markup.matches("class=\"em-province em-s2\"").count(), 1);
    assert!(markup.contains("Phnom Penh: 1 action, possibly in these dates"));
    assert!(markup.contains("January 18, 2026: 5 actions, 2 in 2 provinces and 3 in the whole country. Of these, 4 only possibly in these dates."), "{}", only(&markup, "em-status"));
    assert!(markup.contains("Kampong Thom: No action of this dataset in the chosen dates."));
    assert!(markup.contains("Kep: No action in this dataset."));
}

#[test]
fn every_figure_keeps_its_qualifier() {
    for (language, figures) in [
        ("en", ["at least 13,000", "about 260", "figure not published"]),
        ("fr", ["au moins 13\u{202f}000", "environ 260", "nombre non publié"]),
        ("km", ["យ៉ាងតិច 13,000", "ប្រហែល 260", "មិនបានផ្សព្វផ្សាយចំនួន"]),
    ] {
        let markup = markup(language, |ui| ui.change(|choice| choice.view = ViewName::World));
        for figure in figures {
            assert!(markup.contains(figure), "{language}: {figure}");
        }
        // The number is never there without its qualifier, but in the sources' own sentences.
        let bare = markup.lines().filter(|line| line.contains(">13,000") || line.contains(">260"));
        assert_eq!(bare.count(), 0, "{language}");
    }
}

#[test]
fn no_style_attribute_and_no_inline_script() {
    for &(language, _) in LANGUAGES {
        let markup = markup(language, |ui| ui.change(|choice| choice.view = ViewName::World));
        assert!(!markup.contains(" style=") && !markup.contains("<script"));
        assert!(!markup.contains(" onclick"));
    }
}

#[test]
fn names_of_places_are_in_the_readers_language_and_in_khmer() {
    let markup = markup("fr", |_| {});
    assert!(markup.contains("Kratié"));
    assert!(markup.contains("<span class=\"em-local\" lang=\"km\">ប៉ៃលិន</span>"));
}

/// A record with something else in every column, as a reader sees it in the list: a column that the
/// view forgets is missing there. What readers download has every column, and in the right place.
#[test]
fn every_column_of_a_record_is_shown() {
    let mut properties = serde_json::Map::new();
    for name in Record::COLUMNS.iter().skip(1) {
        let value = match *name {
            "date" => "2026-01-18",
            "people" => "~7654321",
            "url" => "https://example.org/in-url",
            "part_of" => "whole",
            name => &format!("in {name}"),
        };
        properties.insert((*name).to_owned(), value.into());
    }
    properties.insert("place".to_owned(), "KH24".into());
    let whole = serde_json::json!({"type": "Feature", "id": "whole", "geometry": null, "properties":
        {"date": "2025", "place": "KH24", "kind": "raid", "people": "9000000", "title": "in part_of",
         "attributed_to": "police", "reported_by": "press"}});
    let one = serde_json::json!({"type": "Feature", "id": "one", "geometry": null,
        "properties": properties});
    let file = serde_json::json!({"type": "FeatureCollection", "features": [whole, one]});
    let actions = Some(Source::read("actions.geojson", file.to_string().into_bytes()));
    let loaded = load::dataset(&Sources { actions, flows: None, ..shipped_sources() });
    assert_eq!(loaded.diagnostics, []);

    let all = select(&loaded.dataset, DayRange::ALL);
    let text = csv(Table::Actions, &action_rows(&loaded.dataset, &all.actions, "en"));
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let row = rows.iter().find(|row| &row[0] == "one").unwrap();
    let header = reader.headers().unwrap();
    for name in Record::COLUMNS.iter().filter(|name| **name != "id") {
        let at = header.iter().position(|other| other == *name).unwrap();
        assert_eq!(row[at], *properties[*name].as_str().unwrap(), "{name} of the download");
    }

    let markup = Owner::new().with(|| widget(drawn("en", loaded)).to_html());
    // Of the item alone, since title and figure are shown elsewhere, too.
    let is_this = |item: &&str| item.contains("in summary");
    let item = markup.split("<li class=\"em-record\"").find(is_this).unwrap();
    let item = item.split("</li>").next().unwrap();
    for name in Record::COLUMNS {
        let shown = match name {
            // Its name alone, which is not for readers.
            "id" => continue,
            "date" => "January 18, 2026",
            "people" => "7,654,321",
            "part_of" => "in part_of (9,000,000)",
            _ => properties[name].as_str().unwrap(),
        };
        assert!(item.contains(shown), "{name} is not in the list: {item}");
    }
}

/// A view that `widget` forgets would be an empty page.
#[test]
fn each_view_shows_a_picture_or_tables_of_its_own() {
    let shown = |view| {
        let markup = markup("en", |ui| ui.change(|state| state.view = view));
        let is_shown = |line: &&str| {
            let tag = ["<div class=\"em-picture\"", "<div class=\"em-tables\""];
            tag.iter().any(|tag| line.starts_with(tag))
        };
        let places = markup.lines().filter(is_shown).enumerate();
        let open: Vec<_> = places.filter(|(_, line)| !line.contains(" hidden")).collect();
        assert_eq!(open.len(), 1, "{view:?}");
        open[0].0
    };
    let all: std::collections::BTreeSet<usize> = ViewName::ALL.map(shown).into();
    assert_eq!(all.len(), ViewName::ALL.len());
}
