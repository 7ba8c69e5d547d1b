//! Pictures that stand alone: all of the widget's words, none of its style sheets.

use std::collections::BTreeSet;

use enforcement_map::load;
use enforcement_map::map::{TIERS, text_width};
use enforcement_map::model::{ActionKind, Day, ProvinceCode};
use enforcement_map::query::DayRange;
use enforcement_map::view::{
    Messages, PageLinks, Scene, StillError, StillSize, TextMeasure, TextRun, Theme, Ui, ViewName,
    Words, still,
};
use leptos::prelude::*;
use proptest::prelude::*;

use crate::{shipped, shipped_data, shipped_source};

/// Letters of the widest fonts that there are, left as they are.
struct Wide;

impl TextMeasure for Wide {
    fn width(&self, run: &TextRun<'_>) -> f64 {
        text_width(run.text, run.bold) * run.size
    }

    fn outline(&self, _: &TextRun<'_>) -> Option<String> {
        None
    }
}

fn draw(
    language: &str,
    (width, height): (u32, Option<u32>),
    change: impl FnOnce(Ui),
) -> Result<String, StillError> {
    let file = shipped(&format!("src/view/messages/{language}.json"));
    let texts: std::collections::HashMap<String, String> = serde_json::from_slice(&file).unwrap();
    let messages = Messages::new(|key| texts.get(key).cloned());
    let page = PageLinks { is_own: true, ..PageLinks::default() };
    let scene = Scene::new(shipped_data(), Words::new(language, messages), page);
    Owner::new().with(|| {
        let ui = Ui::new(scene, Box::new(|_, _| {}));
        ui.set_atlas(load::atlas(shipped_source("geo/countries.geojson")));
        change(ui);
        still(ui, StillSize { width, height }, &Wide)
    })
}

fn country(language: &str, width: u32, change: impl FnOnce(Ui)) -> String {
    draw(language, (width, None), change).unwrap()
}

fn show(view: ViewName) -> impl FnOnce(Ui) {
    move |ui| ui.change(|choice| choice.view = view)
}

fn days(from: &str, to: &str) -> DayRange {
    DayRange::new(from.parse::<Day>().ok(), to.parse::<Day>().ok())
}

/// The texts of the drawing in their order, a paragraph's lines put together.
fn texts(svg: &str) -> String {
    let texts = svg.split("<text ").skip(1).filter_map(|text| {
        let (_, text) = text.split_once('>')?;
        Some(text.split_once("</text>")?.0.to_owned())
    });
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_figure_is_in_words_with_its_qualifier() {
    for (language, words) in [
        ("en", ["At least 13,000", "About 260", "figure not published", "of whom 73"]),
        ("fr", ["Au moins 13\u{202f}000", "Environ 260", "nombre non publié", "dont 73"]),
    ] {
        for view in [ViewName::Country, ViewName::World] {
            for size in [(320, None), (1200, None), (1200, Some(630)), (1080, Some(1350))] {
                let svg = draw(language, size, show(view)).unwrap();
                let texts = texts(&svg).replace('\u{202f}', " ");
                for word in words {
                    let word = word.replace('\u{202f}', " ");
                    assert!(
                        texts.contains(&word),
                        "{language} {view:?} {size:?}: {word} in {texts}"
                    );
                }
                for (at, _) in texts.match_indices("13,000") {
                    assert!(texts[..at].ends_with("least "), "{texts}");
                }
            }
        }
    }
}

#[test]
fn the_attribution_and_the_notes_are_in_the_picture() {
    for view in [ViewName::Country, ViewName::World] {
        for size in [(320, None), (1200, Some(630))] {
            let texts = texts(&draw("en", size, show(view)).unwrap());
            for words in [
                "Cambodia’s crackdown on online scams",
                "All dates",
                "CC BY-IGO",
                "imply no endorsement by anyone of the status of any territory.",
            ] {
                assert!(texts.contains(words), "{view:?} {size:?}: {words} in {texts}");
            }
        }
    }
    let world = texts(&country("en", 600, show(ViewName::World)));
    assert!(world.contains("only the destinations that the source names can be drawn"), "{world}");
}

/// Programs that show pictures know no style sheets, and a picture leads nowhere.
#[test]
fn it_stands_alone() {
    for theme in [Theme::Light, Theme::Dark] {
        for view in [ViewName::Country, ViewName::World] {
            let svg = country("km", 700, |ui| {
                ui.change(|choice| (choice.view, choice.theme) = (view, theme));
            });
            for mark in [
                "class=",
                " style=",
                "<style",
                "var(",
                "calc(",
                "<a ",
                "href",
                "script",
                "vector-effect",
                "<button",
                "transparent",
            ] {
                assert!(!svg.contains(mark), "{view:?}: {mark} in {svg}");
            }
            for reference in svg.split("url(#").skip(1) {
                let id = reference.split(')').next().unwrap();
                assert!(svg.contains(&format!("id=\"{id}\"")), "{view:?}: nothing is {id}");
            }
        }
    }
}

/// The declared colours of the style sheet's rule for a theme.
fn palette(selector: &str) -> BTreeSet<String> {
    let css = String::from_utf8(shipped("src/view/style.css")).unwrap();
    let (_, rule) = css.split_once(selector).unwrap();
    let rule = rule.split_once('}').unwrap().0;
    let colours = rule.split(';').filter_map(|one| one.split_once(": #"));
    colours.map(|(_, colour)| format!("#{}", colour.trim())).collect()
}

#[test]
fn its_colours_are_those_of_the_widget() {
    for (theme, selector, ground) in
        [(Theme::Light, ".em {", "#fff"), (Theme::Dark, ".em[data-theme=\"dark\"] {", "#15181c")]
    {
        let palette = palette(selector);
        for view in [ViewName::Country, ViewName::World] {
            let svg = country("en", 700, |ui| {
                ui.change(|choice| (choice.view, choice.theme) = (view, theme));
            });
            let used: BTreeSet<String> = svg
                .split(['"', ' '])
                .filter(|part| part.starts_with('#') && part.len() <= 7)
                .map(str::to_owned)
                .collect();
            assert!(used.contains(ground) && used.len() > 6, "{theme:?}: {used:?}");
            let strange: Vec<_> = used.difference(&palette).collect();
            assert!(strange.is_empty(), "{theme:?} {view:?}: {strange:?}");
        }
    }
}

/// The same names as in a column of that width.
#[test]
fn it_names_what_the_widget_names_at_its_width() {
    let loaded = shipped_data();
    let map = enforcement_map::map::CountryMap::new(&loaded.dataset, "en", |code| code.to_string());
    for (width, tier) in [(320, 0), (400, 1), (600, 2), (640, 3), (1200, 5)] {
        let column = f64::from(width) - 32.0;
        assert!(
            TIERS[tier].width <= column
                && TIERS.get(tier + 1).is_none_or(|next| next.width > column)
        );
        let svg = country("en", width, |_| {});
        for shape in &map.provinces {
            let name = shape.label.lines.join(" ");
            let is_shown = svg.contains(&format!(">{name}</text>"));
            let expected = shape.label.tier.is_some_and(|from| from <= tier);
            assert_eq!(is_shown, expected, "{name} at {width}");
        }
    }
}

#[test]
fn what_is_only_possible_is_hatched_and_said() {
    let svg = country("en", 600, |ui| ui.set_range(days("2026-01-18", "2026-01-18")));
    let shape = svg.split("data-code=\"KH12\"").nth(1).unwrap();
    assert!(shape.split("/>").next().unwrap().contains("fill=\"url(#em-hatch)\""));
    let texts = texts(&svg);
    assert!(
        texts.contains("January 18, 2026") && texts.contains("4 only possibly in these dates."),
        "{texts}"
    );
    // Outside these days: neither its sign nor its colour.
    let other = svg.split("data-code=\"KH06\"").nth(1).unwrap();
    assert!(other.split("/>").next().unwrap().contains("fill=\"#f8f6f1\""));
}

#[test]
fn kinds_that_are_left_out_are_struck_through() {
    let all = country("en", 600, |_| {});
    let some = country("en", 600, |ui| ui.set_hidden(vec![ActionKind::Raid, ActionKind::Meeting]));
    let struck = |svg: &str| {
        let paths = svg.split("<path ").skip(1).filter_map(|path| path.split("/>").next());
        paths.filter(|path| path.contains("stroke=\"#575c64\"")).count()
    };
    assert!(texts(&some).contains("7 actions, 3 in 3 provinces"), "{}", texts(&some));
    assert_eq!((struck(&all), struck(&some)), (0, 1));
}

#[test]
fn a_chosen_province_is_outlined_and_described() {
    let code = ProvinceCode::new("KH24").unwrap();
    let svg = country("en", 600, |ui| ui.change(|choice| choice.province = Some(code)));
    let texts = texts(&svg);
    assert!(texts.contains("Pailin ប៉ៃលិន"), "{texts}");
    assert!(texts.contains("Source: Pailin provincial government"), "{texts}");
    assert!(!texts.contains("All provinces") && !texts.contains("Zoom"), "{texts}");
}

#[test]
fn a_card_has_its_size_and_one_that_is_too_small_is_refused() {
    for (width, height) in [(1200, 630), (1200, 675), (1080, 1080), (1080, 1350), (2400, 1260)] {
        let svg = draw("fr", (width, Some(height)), |_| {}).unwrap();
        let size = format!("width=\"{width}\" height=\"{height}\"");
        assert!(svg.contains(&size), "{}", &svg[..200]);
    }
    assert_eq!(draw("en", (1200, Some(150)), |_| {}), Err(StillError::TooSmall));
    assert_eq!(draw("en", (300, Some(200)), |_| {}), Err(StillError::TooSmall));
}

#[test]
fn without_a_shape_there_is_no_picture() {
    let words = Words::new("en", Messages::new(|_| None));
    let scene = Scene::new(load::Loaded::default(), words, PageLinks::default());
    let drawn = Owner::new().with(|| {
        let ui = Ui::new(scene, Box::new(|_, _| {}));
        still(ui, StillSize { width: 600, height: None }, &Wide)
    });
    assert_eq!(drawn, Err(StillError::NoMap));
}

#[test]
fn it_is_the_same_each_time() {
    let one = country("zh", 500, |_| {});
    assert_eq!(one, country("zh", 500, |_| {}));
}

/// Number after an attribute's name in a tag.
fn number(tag: &str, name: &str) -> Option<f64> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next()?.parse().ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// At every width, in scripts with spaces and without: no line leaves the picture, none lies on
    /// the one before.
    #[test]
    fn words_stay_in_the_picture(width in 240u32..1300, language in prop::sample::select(vec!["en", "fr", "km", "zh", "vi"])) {
        let svg = country(language, width, |_| {});
        let inner = f64::from(width.min(1200)) - 32.0;
        // The map is an `svg` of its own, tested where it is made; so are signs.
        let mut depth = 0;
        let mut last: Option<(f64, f64)> = None;
        for tag in svg.split('<').skip(1) {
            if tag.starts_with("svg") { depth += 1; }
            if tag.starts_with("/svg") { depth -= 1; }
            if tag.starts_with("g transform=\"translate(16") { last = None; }
            if depth != 1 || !tag.starts_with("text ") { continue; }
            let text = tag.split_once('>').unwrap().1;
            let (x, y) = (number(tag, "x").unwrap(), number(tag, "y").unwrap());
            let size = number(tag, "font-size").unwrap();
            let end = x + text_width(text, tag.contains("font-weight=\"700\"")) * size;
            prop_assert!(x >= 0.0 && end <= inner + 0.1, "{text}: {x} to {end} of {inner}");
            if let Some((before_x, before_y)) = last.filter(|(before, _)| (before - x).abs() < 0.1) {
                prop_assert!((y - before_y).abs() >= size * 0.9 || y < before_y, "{text} at {before_x} {y}");
            }
            last = Some((x, y));
        }
    }
}
