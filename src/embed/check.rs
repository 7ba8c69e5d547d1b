//! For those who prepare data: everything that is wrong with them, without drawing a map.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::api::MapError;
use super::channel::{Findings, Lost};
use super::options::Options;
use crate::load;

/// Looks through data; `options` are of the form that is documented in [`super::options`], of which
/// only `lang` and `sources` count. Gives the problems, each as events tell them, and how many
/// records could be read and how many not.
///
/// # Errors
/// None that is known.
#[wasm_bindgen]
#[allow(unreachable_pub, reason = "wasm-bindgen exports public functions alone")]
pub fn check(options: JsValue) -> Result<JsValue, JsValue> {
    let options = Options(options);
    let loaded = load::dataset(&options.sources());
    let all = || loaded.problems.iter().chain(&loaded.notes);
    let lost = |layer| {
        // Two faults in one record lose one record.
        let rows = all().filter(|one| one.layer == layer && one.loses_a_record());
        let mut rows: Vec<_> = rows.map(|one| one.feature).collect();
        rows.sort_unstable();
        rows.dedup();
        rows.len()
    };
    let data = &loaded.dataset;
    let findings = Findings {
        problems: all().map(MapError::new).collect(),
        provinces: data.provinces.len(),
        actions: data.actions.len(),
        flows: data.flows.len(),
        lost: Lost {
            provinces: lost(load::Layer::Provinces),
            actions: lost(load::Layer::Actions),
            flows: lost(load::Layer::Flows),
        },
        title: data.title.get(&options.language()).to_owned(),
    };
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    findings.serialize(&serializer).map_err(JsValue::from)
}
