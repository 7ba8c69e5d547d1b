//! Checks between records, once all files are read.

use super::{Cause, Layer, Problem, Sources};
use crate::model::{Action, Flow, Province, RecordId, sorted};

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
            Layer::Countries => &None,
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
    actions: Numbered<Action>,
    flows: Numbered<Flow>,
    sources: &Sources,
    problems: &mut Vec<Problem>,
) -> (Vec<Action>, Vec<Flow>) {
    let place = |layer| Place { layer, sources };
    let (mut actions, mut flows) = (actions, flows);
    let rows = actions.iter().map(|(number, action)| (Layer::Actions, *number, &action.record));
    let rows = rows.chain(flows.iter().map(|(number, flow)| (Layer::Flows, *number, &flow.record)));
    // The first of each id comes first, since the sort keeps the order of equals.
    let by_id = sorted(rows.collect(), |(.., a), (.., b)| a.id.cmp(&b.id));
    let mut wholes: Wholes = Vec::with_capacity(by_id.len());
    let mut again = Vec::new();
    for (layer, feature, record) in by_id {
        if wholes.last().is_some_and(|(id, _)| *id == record.id) {
            again.push((layer, feature));
            problems.push(place(layer).problem(
                feature,
                record.id.as_str(),
                (Cause::DuplicateId, "id"),
                "another record has the same id; the first one is shown",
                "give each record an id of its own",
            ));
        } else {
            wholes.push((record.id.clone(), record.part_of.clone()));
        }
    }
    let again = sorted(again, Ord::cmp);
    let first = |layer, number| again.binary_search(&(layer, number)).is_err();
    actions.retain(|(number, _)| first(Layer::Actions, *number));
    flows.retain(|(number, _)| first(Layer::Flows, *number));

    let actions_rows =
        actions.iter_mut().map(|(number, action)| (Layer::Actions, *number, &mut action.record));
    let flows_rows =
        flows.iter_mut().map(|(number, flow)| (Layer::Flows, *number, &mut flow.record));
    for (layer, feature, record) in actions_rows.chain(flows_rows) {
        let Some(whole) = record.part_of.clone() else { continue };
        let message = if whole_of(&wholes, &whole).is_none() {
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

/// Each record's id with what it is part of, in the order of the ids.
type Wholes = Vec<(RecordId, Option<RecordId>)>;

/// What a record is part of; `None` if there is no such record.
fn whole_of<'a>(wholes: &'a Wholes, id: &RecordId) -> Option<Option<&'a RecordId>> {
    let place = wholes.binary_search_by(|(other, _)| other.cmp(id)).ok()?;
    wholes.get(place).map(|(_, whole)| whole.as_ref())
}

/// Whether following `part_of` from one record comes to another.
fn leads_to(wholes: &Wholes, from: &RecordId, to: &RecordId) -> bool {
    let mut at = Some(from);
    // No chain without a circle is longer than there are records.
    for _ in 0..=wholes.len() {
        match at {
            Some(id) if id == to => return true,
            Some(id) => at = whole_of(wholes, id).flatten(),
            None => return false,
        }
    }
    true
}
