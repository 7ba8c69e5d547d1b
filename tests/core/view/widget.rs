//! The drawn markup: snapshots of what a reader gets before any script runs.

use enforcement_map::load;
use enforcement_map::model::Day;
use enforcement_map::query::DayRange;
use enforcement_map::view::{LANGUAGES, Messages, PageLinks, Scene, Ui, ViewName, Words, widget};
use leptos::prelude::*;

use crate::{shipped, shipped_data, shipped_source};

fn ui(language: &str) -> Ui {
    let file = shipped(&format!("src/view/messages/{language}.json"));
    let texts: std::collections::HashMap<String, String> = serde_json::from_slice(&file).unwrap();
    let messages = Messages::new(|key| texts.get(key).cloned());
    let page = PageLinks {
        is_own: true,
        views: ViewName::ALL.map(|view| match view {
            ViewName::Country => "embed.html".into(),
            view => format!("embed.{}.html", view.as_str()),
        }),
    };
    let scene = Scene::new(shipped_data(), Words::new(language, messages), page);
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
