//! Checks between records, once all files are read.

use std::collections::{BTreeMap, BTreeSet};

use super::collection::Collection;
use super::{Cause, Layer, Problem, Sources};
use crate::model::{Dataset, Province, Record, RecordId};

/// Keeps the first province of each code.
pub(super) fn drop_duplicate_provinces(
    provinces: &mut Vec<Province>,
    collection: &Collection,
    problems: &mut Vec<Problem>,
) {
    let mut seen = BTreeSet::new();
    let mut doubles = BTreeSet::new();
    provinces.retain(|province| {
        let first = seen.insert(province.code.clone());
        if !first {
            doubles.insert(province.code.as_str().to_owned());
        }
        first
    });
    for fields in collection.features() {
        // Which of the features with one code is the double is for the editor to say.
        if let Some(code) = fields.code()
            && doubles.remove(&code)
        {
            problems.push(fields.problem(
                Cause::DuplicateId,
                "id",
                "another province has the same code; the first one is shown",
                "give each province a code of its own",
            ));
        }
    }
}

/// Keeps the first record of each id, and takes away references that lead nowhere.
pub(super) fn check(dataset: &mut Dataset, sources: &Sources, problems: &mut Vec<Problem>) {
    let name = |layer: Layer| {
        let source = match layer {
            Layer::Flows => &sources.flows,
            _ => &sources.actions,
        };
        source.as_ref().map(|source| source.name.clone()).unwrap_or_default()
    };
    let mut seen = BTreeSet::new();
    let mut first = |layer: Layer, record: &Record| {
        let is_first = seen.insert(record.id.clone());
        if !is_first {
            problems.push(about(
                layer,
                name(layer),
                record,
                Cause::DuplicateId,
                "id",
                "another record has the same id; the first one is shown".to_owned(),
                "give each record an id of its own",
            ));
        }
        is_first
    };
    dataset.actions.retain(|action| first(Layer::Actions, &action.record));
    dataset.flows.retain(|flow| first(Layer::Flows, &flow.record));

    let parents: BTreeMap<RecordId, Option<RecordId>> =
        dataset.records().map(|record| (record.id.clone(), record.part_of.clone())).collect();
    let actions = dataset.actions.iter_mut().map(|action| (Layer::Actions, &mut action.record));
    let flows = dataset.flows.iter_mut().map(|flow| (Layer::Flows, &mut flow.record));
    for (layer, record) in actions.chain(flows) {
        let Some(whole) = record.part_of.clone() else { continue };
        let message = if !parents.contains_key(&whole) {
            format!("there is no record \"{whole}\"")
        } else if leads_to(&parents, &whole, &record.id) {
            format!("\"{whole}\" is itself part of this record")
        } else {
            continue;
        };
        problems.push(about(
            layer,
            name(layer),
            record,
            Cause::BadPartOf,
            "part_of",
            message,
            "name the record whose figure includes this one's, or leave it empty",
        ));
        record.part_of = None;
    }
}

/// Whether following `part_of` from one record comes to another.
fn leads_to(
    parents: &BTreeMap<RecordId, Option<RecordId>>,
    from: &RecordId,
    to: &RecordId,
) -> bool {
    let mut at = Some(from);
    // No chain without a circle is longer than there are records.
    for _ in 0..=parents.len() {
        match at {
            Some(id) if id == to => return true,
            Some(id) => at = parents.get(id).and_then(Option::as_ref),
            None => return false,
        }
    }
    true
}

fn about(
    layer: Layer,
    source: String,
    record: &Record,
    cause: Cause,
    field: &str,
    message: String,
    remedy: &str,
) -> Problem {
    Problem {
        source,
        layer,
        feature: None,
        id: Some(record.id.to_string()),
        field: Some(field.to_owned()),
        cause,
        message,
        remedy: remedy.to_owned(),
    }
}
