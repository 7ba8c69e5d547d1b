//! An embeddable map of what the authorities did, where and when, and where people were sent.
//!
//! This page is a guide to the crate. `README.md` is about using the map on a page, and
//! `ARCHITECTURE.md` about how all parts of the project fit together, those in JavaScript too.
//!
//! # From bytes to a picture
//!
//! Data travel one way, in six steps:
//!
//! 1. [`load::dataset`] reads files into a [`model::Dataset`]. It never fails: what it cannot read is
//!    missing from the dataset, and a [`load::Diagnostic`] says where, why, and what to do.
//! 2. A [`query::DayRange`] says which days are shown, and a [`query::Filter`] which kinds of action.
//! 3. [`query::Aggregates`] holds every count and figure for them. Dates may be known only roughly,
//!    so each count has two numbers: certainly in the range, and possibly.
//! 4. [`map::CountryMap`] projects the provinces and places their names. It is computed once: the
//!    drawing does not depend on the chosen days.
//! 5. `view::Scene` holds all that stays the same while a map is shown, and `view::Ui` what the reader
//!    has chosen. `view::widget` makes elements from them.
//! 6. The elements are mounted in a browser, or written as text: HTML for pages that are readable
//!    before any script runs, SVG for still pictures (`view::still`).
//!
//! The whole way with two small files:
//!
#![cfg_attr(feature = "markup", doc = "```")]
#![cfg_attr(not(feature = "markup"), doc = "```ignore")]
//! use enforcement_map::load::{Source, Sources, dataset};
//! use enforcement_map::map::{ClassBreaks, CountryMap};
//! use enforcement_map::model::{Day, ProvinceCode};
//! use enforcement_map::query::{Aggregates, Count, DayRange, Filter, Index, Timeline};
//! use enforcement_map::view::{Messages, PageLinks, Scene, Ui, Words, widget};
//!
//! let provinces = r#"{"type": "FeatureCollection", "country": "KH", "features": [
//!   {"type": "Feature", "id": "KH24", "properties": {"name": "Pailin"}, "geometry":
//!    {"type": "Polygon", "coordinates": [[[102.5, 12.7], [102.8, 12.7], [102.8, 13.0], [102.5, 12.7]]]}}]}"#;
//! let actions = r#"{"type": "FeatureCollection", "title": "Raids in January", "features": [
//!   {"type": "Feature", "id": "a", "geometry": null, "properties": {"date": "2026-01-18",
//!    "place": "KH24", "kind": "raid", "title": "A raid", "reported_by": "Example Times"}},
//!   {"type": "Feature", "id": "b", "geometry": null, "properties": {"date": "2026-01",
//!    "place": "KH24", "kind": "arrest", "title": "Arrests", "reported_by": "Example Times"}}]}"#;
//!
//! // Bytes to records.
//! let loaded = dataset(&Sources {
//!     provinces: Some(Source::read("provinces.geojson", provinces.into())),
//!     actions: Some(Source::read("actions.geojson", actions.into())),
//!     ..Sources::default()
//! });
//! assert!(loaded.diagnostics.is_empty());
//!
//! // The days up to January 20, and what is known of them.
//! let range = DayRange::new(None, "2026-01-20".parse::<Day>().ok());
//! let index = Index::new(&loaded.dataset);
//! let timeline = Timeline::new(&index);
//! let aggregates = Aggregates::new(&index, timeline.as_ref(), &Filter::from(range));
//! # let pailin = ProvinceCode::new("KH24")?;
//! // The raid, and perhaps the arrests: they were on some day of January.
//! assert_eq!(aggregates.count(&pailin), Count { certain: 1, possible: 1 });
//!
//! // What to draw, as plain values.
//! let map = CountryMap::new(&loaded.dataset, "en", |code| code.to_string());
//! assert!(map.shape(&pailin).is_some_and(|shape| shape.path.starts_with('M')));
//! assert_eq!(ClassBreaks::new(aggregates.counts().iter().map(|count| count.all())).ranges().len(), 2);
//!
//! // The same as a page shows it. The messages are those of a language's file in `src/view/messages/`.
//! let words = Words::new("en", Messages::new(|key| Some(key.to_owned())));
//! let scene = Scene::new(loaded, words, PageLinks::default());
//! let html = leptos::prelude::Owner::new().with(|| {
//!     let ui = Ui::new(scene, Box::new(|_, _| {}));
//!     ui.set_range(range);
//!     widget(ui).to_html()
//! });
//! assert!(html.contains("Raids in January") && html.contains("data-code=\"KH24\""));
//! # Ok::<(), enforcement_map::model::InvalidCode>(())
//! ```
//!
//! # The bands
//!
//! The folders stand in the order in which data travel, and nothing looks back up:
//!
//! | module | holds | knows of |
//! | --- | --- | --- |
//! | [`model`] | records, days, places and people, in types that cannot be wrong | nothing else |
//! | [`load`] | bytes to records, and the diagnostics | `model` |
//! | [`query`] | which records are in a range, counts, figures, the timeline | `model` |
//! | [`map`] | projections, paths, labels, arcs, zoom: plain values in drawing units | `model` |
//! | `view` | elements from all of these, and their text in the reader's language | all of the above |
//! | `embed` | the custom element's side in a browser, and its typed events | all of the above |
//!
//! Everything before `view` compiles natively and to WebAssembly, without a browser, and most tests
//! are about it.
//!
//! # The features
//!
//! | feature | what it is for |
//! | --- | --- |
//! | `csr` | the widget in a browser, drawn by Leptos; what every reader downloads |
//! | `sheets` | other data than GeoJSON as this project writes it: sheets, TopoJSON, other spellings |
//! | `markup` | natively, the widget as text: HTML, and still pictures as SVG |
//! | `cli` | the command `enforcement-map`; turns on `markup` and `sheets` |
//! | `e2e` | the tests that need a browser |
//!
//! No feature is on by default. Then there are the modules before `view`, which is enough to check and
//! count records in a program of one's own.
//!
//! # Where to read on
//!
//! * Data: [`load`] for how files are read, [`load::Code`] for all that can be wrong with them,
//!   [`model::Period`] for dates and [`model::People`] for numbers of people.
//! * Counting: [`query::certainty`] for dates that are known only roughly, [`query::PeopleTotal`] for
//!   totals in which nobody is counted twice.
//! * Drawing: [`map::ClassBreaks`] for colours, [`map::TIERS`] for which names are shown at which
//!   width, [`map::Stereographic`] and [`map::EqualEarth`] for the projections.
//! * Why it is done like this, with what was measured: `DESIGN.md`.

pub mod load;
pub mod map;
pub mod model;
pub mod query;

#[cfg(any(feature = "csr", feature = "markup"))]
pub mod view;

#[cfg(any(feature = "csr", feature = "markup"))]
pub mod embed;
