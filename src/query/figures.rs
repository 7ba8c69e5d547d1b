//! Figures of people, each with what it is part of and what is part of it.

use std::collections::BTreeMap;

use super::sum::wholes;
use super::{Certainty, Selection, Sum, sum};
use crate::model::{CountryCode, Dataset, Destination, People, Record};

/// A published figure that is part of no other one shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure<'a> {
    /// The record that it is from.
    pub record: &'a Record,
    /// Its people.
    pub people: People,
    /// Whether the time it covers is in the range; a figure is never divided over time.
    pub certainty: Certainty,
    /// How many countries it is about, where they were counted but not named.
    pub places: Option<u32>,
    /// The records whose figures it includes.
    pub parts: Vec<&'a Record>,
}

/// The figures to put in large type: every published number that is part of no other record of
/// the selection, the largest first. They are shown beside one another and never added up:
/// people arrested and people deported may be the same people.
#[must_use]
pub fn headline<'a>(dataset: &'a Dataset, selection: &Selection<'a>) -> Vec<Figure<'a>> {
    let selected = |record: &Record| selection.records().any(|(other, _)| other.id == record.id);
    let mut figures: Vec<Figure<'a>> = Vec::new();
    for (record, certainty) in selection.records() {
        let Some(people) = record.people.filter(|people| people.number().is_some()) else {
            continue;
        };
        if wholes(dataset, record).any(selected) {
            continue;
        }
        let parts = selection.records().map(|(part, _)| part);
        let parts = parts.filter(|part| {
            part.people.is_some() && wholes(dataset, part).any(|whole| whole.id == record.id)
        });
        let flow = selection.flows.iter().find(|(flow, _)| flow.record.id == record.id);
        let places = flow.and_then(|(flow, _)| match flow.destination {
            Destination::Several(places) => Some(places),
            Destination::Country(_) => None,
        });
        figures.push(Figure { record, people, certainty, places, parts: parts.collect() });
    }
    figures.sort_by_key(|figure| std::cmp::Reverse(figure.people.number()));
    figures
}

/// What is known of the people sent to one country.
#[derive(Clone, Debug, PartialEq)]
pub struct DestinationFigure<'a> {
    /// The country.
    pub country: CountryCode,
    /// Where they were sent from.
    pub origin: CountryCode,
    /// How many, no one counted twice.
    pub sum: Sum,
    /// The records, in the order of their dates.
    pub records: Vec<(&'a Record, Certainty)>,
}

/// The selection's flows by country of destination: those with the largest figure first, then
/// those without one. Flows to countries that were not named are in [`headline`] alone.
#[must_use]
pub fn destinations<'a>(
    dataset: &Dataset,
    selection: &Selection<'a>,
) -> Vec<DestinationFigure<'a>> {
    let mut groups: BTreeMap<(CountryCode, CountryCode), Vec<(&'a Record, Certainty)>> =
        BTreeMap::new();
    for (flow, certainty) in &selection.flows {
        if let Destination::Country(country) = flow.destination {
            groups.entry((flow.origin, country)).or_default().push((&flow.record, *certainty));
        }
    }
    let mut figures: Vec<_> = groups
        .into_iter()
        .map(|((origin, country), records)| {
            let of: Vec<_> = records.iter().map(|(record, _)| *record).collect();
            DestinationFigure { country, origin, sum: sum(dataset, &of), records }
        })
        .collect();
    figures.sort_by_key(|figure| (figure.sum.published == 0, std::cmp::Reverse(figure.sum.number)));
    figures
}
