//! Checks between records, once all files are read.

use std::collections::HashMap;

use super::{Cause, Layer, Problem, Sources};
use crate::model::{Action, Flow, Province, Record, RecordId};

/// Things with the number of the feature that each was read from.
pub(super) type Numbered<T> = Vec<(usize, T)>;

/// Where a record stands, for problems that point at it.
struct Place<'a> {
    layer: Layer,
    sources: &'a Sources,
}

impl Place<'_> {
    fn problem(
        &self,
        feature: usize,
        id: &str,
        (cause, field): (Cause, &str),
        message: impl Into<String>,
        remedy: &str,
    ) -> Problem {
        let source = match self.layer {
            Layer::Provinces => &self.sources.provinces,
            Layer::Actions => &self.sources.actions,
            Layer::Flows => &self.sources.flows,
            Layer::Countries => &self.sources.countries,
        };
        Problem {
            source: source.as_ref().map(|source| source.name.clone()).unwrap_or_default(),
            layer: self.layer,
            feature: Some(feature),
            id: Some(id.to_owned()),
            field: Some(field.to_owned()),
            cause,
            message: message.into(),
            remedy: remedy.to_owned(),
        }
    }
}

/// Keeps the first province of each code.
pub(super) fn provinces(
    provinces: Numbered<Province>,
    sources: &Sources,
    problems: &mut Vec<Problem>,
) -> Vec<Province> {
    let place = Place { layer: Layer::Provinces, sources };
    let mut seen = Vec::new();
    let mut first = |feature: usize, province: &Province| {
        let is_first = !seen.contains(&province.code);
        seen.push(province.code.clone());
        if !is_first {
            problems.push(place.problem(
                feature,
                province.code.as_str(),
                (Cause::DuplicateId, "id"),
                "another province has the same code; the first one is shown",
                "give each province a code of its own",
            ));
        }
        is_first
    };
    let kept = provinces.into_iter().filter(|(feature, province)| first(*feature, province));
    kept.map(|(_, province)| province).collect()
}

/// Keeps the first record of each id, and takes away references that lead nowhere.
pub(super) fn records(
    mut actions: Numbered<Action>,
    mut flows: Numbered<Flow>,
    sources: &Sources,
    problems: &mut Vec<Problem>,
) -> (Vec<Action>, Vec<Flow>) {
    let place = |layer| Place { layer, sources };
    let mut wholes = Wholes::new();
    let mut first = |layer: Layer, feature: usize, record: &Record| {
        let is_first = !wholes.contains_key(&record.id);
        if is_first {
            wholes.insert(record.id.clone(), record.part_of.clone());
        }
        if !is_first {
            problems.push(place(layer).problem(
                feature,
                record.id.as_str(),
                (Cause::DuplicateId, "id"),
                "another record has the same id; the first one is shown",
                "give each record an id of its own",
            ));
        }
        is_first
    };
    actions.retain(|(number, action)| first(Layer::Actions, *number, &action.record));
    flows.retain(|(number, flow)| first(Layer::Flows, *number, &flow.record));

    let actions_rows =
        actions.iter_mut().map(|(number, action)| (Layer::Actions, *number, &mut action.record));
    let flows_rows =
        flows.iter_mut().map(|(number, flow)| (Layer::Flows, *number, &mut flow.record));
    for (layer, feature, record) in actions_rows.chain(flows_rows) {
        let Some(whole) = record.part_of.clone() else { continue };
        let message = if !wholes.contains_key(&whole) {
            format!("there is no record \"{whole}\"")
        } else if leads_to(&wholes, &whole, &record.id) {
            format!("\"{whole}\" is itself part of this record")
        } else {
            continue;
        };
        problems.push(place(layer).problem(
            feature,
            record.id.as_str(),
            (Cause::BadPartOf, "part_of"),
            message,
            "name the record whose figure includes this one's, or leave it empty",
        ));
        record.part_of = None;
    }
    let bare = |(_, action)| action;
    (actions.into_iter().map(bare).collect(), flows.into_iter().map(|(_, flow)| flow).collect())
}

/// Each record's id with what it is part of.
type Wholes = HashMap<RecordId, Option<RecordId>>;

/// Whether following `part_of` from one record comes to another.
fn leads_to(wholes: &Wholes, from: &RecordId, to: &RecordId) -> bool {
    let mut at = Some(from);
    // No chain without a circle is longer than there are records.
    for _ in 0..=wholes.len() {
        match at {
            Some(id) if id == to => return true,
            Some(id) => at = wholes.get(id).and_then(Option::as_ref),
            None => return false,
        }
    }
    true
}
