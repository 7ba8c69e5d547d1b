// The data of the examples in the documentation: two provinces, three actions (a raid of January 18
// in Phnom Penh, arrests some time in January in Pailin, and a national policy of February 3), and
// two flows, of which the second is part of the first.

use enforcement_map::load::{Loaded, Source, Sources, dataset as load_dataset};
use enforcement_map::model::Dataset;

pub fn loaded() -> Loaded {
    let source = |name: &str, text: &str| Some(Source::read(name, text.into()));
    load_dataset(&Sources {
        provinces: source("provinces.geojson", include_str!("provinces.geojson")),
        actions: source("actions.geojson", include_str!("actions.geojson")),
        flows: source("flows.geojson", include_str!("flows.geojson")),
        kinds: None,
    })
}

pub fn dataset() -> Dataset {
    loaded().dataset
}
