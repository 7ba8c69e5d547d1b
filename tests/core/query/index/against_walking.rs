//! Everything that the index says, against walking all records.

use std::collections::BTreeSet;

use enforcement_map::model::{
    Action, ActionKind, CountryCode, Dataset, Destination, Flow, LocalizedText, Location, People,
    Province, ProvinceCode, Record, RecordId, RecordIndex,
};
use enforcement_map::query::{
    Aggregates, Certainty, Count, Counts, DayRange, Filter, Index, PeopleTotal, Timeline, Which,
    certainty, people_total,
};
use proptest::prelude::*;

use crate::model::{day, edtf};

const PROVINCES: [&str; 3] = ["A", "B", "C"];
const KINDS: [&str; 3] = ["raid", "arrest", "seizure"];

/// What a random record is made from: its date, place, kind, people and whole.
type Seed = (String, usize, usize, Option<People>, Option<usize>);

fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let people = prop_oneof![
        (0u64..50).prop_map(People::Exactly),
        (0u64..50).prop_map(People::About),
        (0u64..50).prop_map(People::AtLeast),
        Just(People::NotPublished),
    ];
    let seed =
        (edtf(), 0usize..8, 0usize..3, prop::option::of(people), prop::option::of(0usize..80));
    prop::collection::vec(seed, 0..80)
}

fn dataset(seeds: &[Seed]) -> Dataset {
    let mut dataset = Dataset::default();
    let code = |text: &str| ProvinceCode::new(text).unwrap();
    let country = |text: &str| CountryCode::new(text).unwrap();
    for text in PROVINCES {
        dataset.provinces.push(Province {
            code: code(text),
            name: LocalizedText::new(text),
            ..province()
        });
    }
    let id = |number: usize| RecordId::new(&format!("r{number}"));
    for (number, (date, place, kind, people, whole)) in seeds.iter().enumerate() {
        let record = Record {
            id: id(number).unwrap(),
            period: date.parse().unwrap(),
            kind: ActionKind::new(KINDS[*kind]),
            title: LocalizedText::default(),
            summary: LocalizedText::default(),
            people: *people,
            attributed_to: LocalizedText::default(),
            reported_by: LocalizedText::default(),
            url: None,
            // Only earlier records are wholes, so that there is no circle.
            part_of: whole.filter(|whole| *whole < number).and_then(id),
        };
        let (origin, location) = (country("KH"), |text| Location::Province(code(text)));
        let action = |location| Action { record: record.clone(), location };
        let flow = |destination| Flow { record: record.clone(), origin, destination };
        match place {
            // The last one is no province of the dataset.
            0..=3 => dataset.actions.push(action(location(["A", "B", "C", "D"][*place]))),
            4 => dataset.actions.push(action(Location::Country(origin))),
            5 => dataset.flows.push(flow(Destination::Several(3))),
            6 => dataset.flows.push(flow(Destination::Country(country("KR")))),
            _ => dataset.flows.push(flow(Destination::Country(country("CN")))),
        }
    }
    dataset
}

fn province() -> Province {
    crate::shipped_data().dataset.provinces[0].clone()
}

fn filters() -> impl Strategy<Value = Filter> {
    let day = || prop::option::of(day());
    let hidden = prop::collection::vec(any::<bool>(), KINDS.len());
    (day(), day(), hidden).prop_map(|(from, to, hidden)| Filter {
        hidden: (KINDS.iter().zip(hidden))
            .filter(|(_, hidden)| *hidden)
            .map(|(kind, _)| ActionKind::new(kind))
            .collect(),
        ..Filter::from(DayRange::new(from, to))
    })
}

/// The records that match, with their certainties.
fn walk<'a>(
    dataset: &'a Dataset,
    filter: &Filter,
    matches: impl Fn(RecordIndex, &Record) -> bool,
) -> Vec<(RecordIndex, &'a Record, Certainty)> {
    let all = dataset.indexed_records().filter(|(index, record)| matches(*index, record));
    let judged = all.map(|(index, record)| (index, record, filter.certainty(record)));
    judged.filter(|(_, _, certainty)| *certainty != Certainty::Outside).collect()
}

fn count(found: &[(RecordIndex, &Record, Certainty)]) -> Count {
    found.iter().map(|(_, _, certainty)| *certainty).collect()
}

/// The total of those that are at least as certain.
fn total(
    dataset: &Dataset,
    found: &[(RecordIndex, &Record, Certainty)],
    least: Certainty,
) -> PeopleTotal {
    let records = found.iter().filter(|(_, _, certainty)| *certainty <= least);
    people_total(dataset, &records.map(|(_, record, _)| *record).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counts_and_sums_are_those_of_walking(seeds in seeds(), filter in filters()) {
        let dataset = dataset(&seeds);
        let index = Index::new(&dataset);
        let line = Timeline::new(&index);
        let found = Aggregates::new(&index, line.as_ref(), &filter);
        let province = |index: RecordIndex| dataset.action(index).and_then(|one| one.province());
        for one in &dataset.provinces {
            let own = walk(&dataset, &filter, |index, _| province(index) == Some(&one.code));
            prop_assert_eq!(found.count(&one.code), count(&own));
            for kind in KINDS.map(ActionKind::new) {
                let own: Vec<_> = own.iter().filter(|(_, record, _)| record.kind == kind).copied().collect();
                prop_assert_eq!(found.kind_count(&one.code, &kind), count(&own));
            }
        }
        let local = walk(&dataset, &filter, |index, _| province(index).is_some());
        prop_assert_eq!(found.local, count(&local));
        let national = |index| dataset.action(index).is_some_and(|one| one.province().is_none());
        prop_assert_eq!(found.national, count(&walk(&dataset, &filter, |index, _| national(index))));
        let everything = Filter { hidden: vec![], ..filter.clone() };
        for (kind, own) in &found.kinds {
            let of_kind = walk(&dataset, &everything, |_, record| record.kind == *kind);
            prop_assert_eq!(*own, count(&of_kind));
        }
        for (kind, sum) in &found.people {
            let of_kind = walk(&dataset, &filter, |_, record| record.kind == *kind);
            prop_assert_eq!(sum.all, total(&dataset, &of_kind, Certainty::Possible));
            prop_assert_eq!(sum.certain, total(&dataset, &of_kind, Certainty::Certain));
        }
        let to = |index: RecordIndex| dataset.flow(index).and_then(|flow| flow.country());
        let countries: BTreeSet<_> = walk(&dataset, &filter, |index, _| to(index).is_some()).iter().filter_map(|(index, ..)| to(*index)).collect();
        prop_assert_eq!(found.sent.iter().map(|sent| sent.country).collect::<BTreeSet<_>>(), countries);
        for sent in &found.sent {
            let own = walk(&dataset, &filter, |index, _| to(index) == Some(sent.country));
            prop_assert_eq!(sent.total, total(&dataset, &own, Certainty::Possible));
        }
        // The people of a cell.
        for cell in index.cells().of_place(enforcement_map::query::Place::Province(0)) {
            let kind = &index.cells().kinds[index.cells().kind_of(cell)];
            let own = walk(&dataset, &everything, |index, record| {
                record.kind == *kind && province(index).is_some_and(|code| code.as_str() == "A")
            });
            let people = index.people(cell, filter.range);
            prop_assert_eq!(people.all, total(&dataset, &own, Certainty::Possible));
            prop_assert_eq!(people.certain, total(&dataset, &own, Certainty::Certain));
        }
        if let Some(before) = &found.before {
            let (from, length) = (filter.range.from().unwrap(), before.days as i64);
            let range = DayRange::new(Some(from.plus(-length)), Some(from.plus(-1)));
            let earlier = Filter { range, ..filter.clone() };
            prop_assert_eq!(before.local, count(&walk(&dataset, &earlier, |index, _| province(index).is_some())));
            prop_assert_eq!(before.national, count(&walk(&dataset, &earlier, |index, _| national(index))));
        }
    }

    #[test]
    fn lists_have_the_records_of_walking_in_order(seeds in seeds(), filter in filters(), skip in 0usize..30, take in 0usize..30) {
        let dataset = dataset(&seeds);
        let index = Index::new(&dataset);
        let code = |index: RecordIndex| dataset.action(index).and_then(|one| one.province()).map(|code| code.as_str());
        let korea = CountryCode::new("KR").unwrap();
        let lists: [(Which, &dyn Fn(RecordIndex) -> bool); 6] = [
            (Which::Province(1), &|index| code(index) == Some("B")),
            (Which::National, &|index| dataset.action(index).is_some() && code(index).is_none()),
            (Which::Actions, &|index| dataset.action(index).is_some()),
            (Which::Flows, &|index| dataset.flow(index).is_some()),
            (Which::Destination(korea), &|index| dataset.flow(index).is_some_and(|flow| flow.country() == Some(korea))),
            (Which::All, &|_| true),
        ];
        for (which, matches) in lists {
            let mut expected = walk(&dataset, &filter, |index, _| matches(index));
            prop_assert_eq!(index.number(which, &filter), count(&expected));
            expected.sort_by_key(|(index, record, certainty)| {
                let period = &record.period;
                (period.latest().is_none(), std::cmp::Reverse(period.latest()), *certainty, std::cmp::Reverse(period.earliest()), *index)
            });
            let expected: Vec<_> = expected.iter().map(|(index, _, certainty)| (*index, *certainty)).skip(skip).take(take).collect();
            prop_assert_eq!(index.records(which, &filter, skip, take), expected, "{:?}", which);
        }
    }

    #[test]
    fn bars_and_spans_have_each_record_once(seeds in seeds(), filter in filters()) {
        let dataset = dataset(&seeds);
        let index = Index::new(&dataset);
        let Some(line) = Timeline::new(&index) else { return Ok(()) };
        let all = Filter { hidden: filter.hidden.clone(), ..Filter::default() };
        let found = Aggregates::new(&index, Some(&line), &all);
        let shown = dataset.records().filter(|record| filter.shows(&record.kind)).count();
        let spans: usize = found.spans.iter().map(|span| span.count).sum();
        prop_assert_eq!(found.bars.iter().sum::<usize>() + spans, shown);
        prop_assert!(found.spans.len() <= 40 && found.spans.iter().all(|span| span.lane < 3));
        for (bar, number) in line.bars().iter().zip(&found.bars) {
            let own = dataset.records().filter(|record| filter.shows(&record.kind));
            let certain = own.filter(|record| certainty(&record.period, bar.range()) == Certainty::Certain);
            prop_assert_eq!(*number, certain.count());
        }
        for (number, one) in found.spans.iter().enumerate() {
            for other in found.spans.iter().skip(number + 1).filter(|other| other.lane == one.lane) {
                let ((start, end), (from, to)) = (line.place(one), line.place(other));
                prop_assert!(end <= from || to <= start, "{:?} over {:?}", one, other);
            }
        }
    }
}
