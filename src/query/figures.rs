//! Figures of people, each with what it is part of and what is part of it.

use std::cmp::Reverse;

use super::people_total::ancestors;
use super::selection::Selected;
use super::{Certainty, PeopleTotal, Selection, people_total};
use crate::model::{CountryCode, Dataset, Destination, People, Record, RecordIndex, sorted};

/// A published figure that is not part of another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure<'a> {
    /// The record's index in the dataset.
    pub index: RecordIndex,
    /// The record that it is from.
    pub record: &'a Record,
    /// Its people.
    pub people: People,
    /// Whether the time it covers is in the range; a figure is never divided over time.
    pub certainty: Certainty,
    /// The number of destinations, where they were counted but not named.
    pub places: Option<u32>,
    /// The records whose figures it includes.
    pub parts: Vec<Selected<'a, Record>>,
}

impl Figure<'_> {
    pub(super) fn part_indices(&self) -> Vec<RecordIndex> {
        self.parts.iter().map(|part| part.index).collect()
    }
}

/// The figures for large type: every published number that is not part of another record of the
/// selection, the largest first. They are shown side by side and never added up: the same people may
/// have been arrested and deported.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::query::{DayRange, headline, select};
/// let dataset = sample::dataset();
/// let figures = headline(&dataset, &select(&dataset, DayRange::ALL));
/// let texts: Vec<_> = figures.iter().map(|figure| figure.people.to_string()).collect();
/// // Those sent to Korea are among the 500, so they are no figure of their own.
/// assert_eq!(texts, [">=500", "73"]);
/// assert_eq!(figures.first().map(|figure| figure.parts.len()), Some(1));
/// ```
#[must_use]
pub fn headline<'a>(dataset: &'a Dataset, selection: &Selection<'a>) -> Vec<Figure<'a>> {
    let selected = |record: &Record| selection.records().any(|other| other.item.id == record.id);
    let mut figures: Vec<Figure<'a>> = Vec::new();
    for one in selection.records() {
        let record = one.item;
        let Some(people) = record.people.filter(|people| people.number().is_some()) else {
            continue;
        };
        if ancestors(dataset, record).any(selected) {
            continue;
        }
        let is_part = |part: &Selected<'a, Record>| {
            let part = part.item;
            part.people.is_some() && ancestors(dataset, part).any(|whole| whole.id == record.id)
        };
        let flow = selection.flows.iter().find(|flow| flow.index == one.index);
        let places = flow.and_then(|flow| match flow.item.destination {
            Destination::Several(places) => Some(places),
            Destination::Country(_) => None,
        });
        figures.push(Figure {
            index: one.index,
            record,
            people,
            certainty: one.certainty,
            places,
            parts: selection.records().filter(is_part).collect(),
        });
    }
    sorted(figures, |a, b| b.people.number().cmp(&a.people.number()))
}

/// The people sent to one country.
#[derive(Clone, Debug, PartialEq)]
pub struct DestinationFigure<'a> {
    /// The country.
    pub country: CountryCode,
    /// The country they were sent from.
    pub origin: CountryCode,
    /// How many, no one counted twice.
    pub total: PeopleTotal,
    /// The records, in the order of their dates.
    pub records: Vec<Selected<'a, Record>>,
}

impl DestinationFigure<'_> {
    /// Whether any of its records is certainly in range.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        self.records.iter().map(|one| one.certainty).min().unwrap_or(Certainty::Outside)
    }
}

/// The selection's flows by country of destination: those with the largest figure first, then
/// those without one. Flows to countries that were not named are in [`headline`] alone.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::query::{DayRange, destinations, select};
/// let dataset = sample::dataset();
/// let to = destinations(&dataset, &select(&dataset, DayRange::ALL));
/// let to = to.iter().map(|one| (one.country.as_str(), one.total.number, one.total.about));
/// assert_eq!(to.collect::<Vec<_>>(), [("KR", 70, true)]);
/// ```
#[must_use]
pub fn destinations<'a>(
    dataset: &Dataset,
    selection: &Selection<'a>,
) -> Vec<DestinationFigure<'a>> {
    let mut figures: Vec<DestinationFigure<'a>> = Vec::new();
    for one in &selection.flows {
        let Destination::Country(country) = one.item.destination else { continue };
        let origin = one.item.origin;
        let record =
            Selected { index: one.index, item: &one.item.record, certainty: one.certainty };
        let known =
            figures.iter_mut().find(|other| (other.origin, other.country) == (origin, country));
        match known {
            Some(figure) => figure.records.push(record),
            None => figures.push(DestinationFigure {
                country,
                origin,
                total: PeopleTotal::default(),
                records: vec![record],
            }),
        }
    }
    for figure in &mut figures {
        let records: Vec<_> = figure.records.iter().map(|one| one.item).collect();
        figure.total = people_total(dataset, &records);
    }
    let order = |figure: &DestinationFigure<'a>| {
        (figure.total.published == 0, Reverse(figure.total.number), figure.country)
    };
    sorted(figures, |a, b| order(a).cmp(&order(b)))
}
