//! The core. The files here mirror those of `src/`: `map/label.rs` tests `src/map/label.rs`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail by panicking; the lints are for what ships"
)]

mod load;
mod map;
mod model;
mod query;
mod view;

use enforcement_map::load::{
    Loaded, Source, Sources, atlas as load_atlas, dataset as load_dataset,
};
use enforcement_map::model::Atlas;
use std::path::Path;

/// The bytes of a file that the project ships.
fn shipped(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn shipped_source(name: &str) -> Source {
    Source::read(name, shipped(name))
}

fn shipped_sources() -> Sources {
    let source = |name: &str| Some(shipped_source(name));
    Sources {
        provinces: source("geo/provinces.geojson"),
        actions: source("geo/actions.geojson"),
        flows: source("geo/flows.geojson"),
        kinds: None,
    }
}

fn shipped_atlas() -> Atlas {
    let loaded = load_atlas(shipped_source("geo/countries.geojson"));
    assert_eq!(loaded.diagnostics, []);
    loaded.atlas
}

fn shipped_data() -> Loaded {
    load_dataset(&shipped_sources())
}
