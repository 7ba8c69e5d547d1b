//! Totals in which no one is counted twice.

use std::collections::BTreeSet;

use enforcement_map::model::{
    ActionKind, CountryCode, Dataset, Destination, Flow, LocalizedText, People, Record, RecordId,
};
use enforcement_map::query::people_total;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_one_is_counted_twice(
        parents in prop::collection::vec(prop::option::of(0usize..12), 1..12),
        numbers in prop::collection::vec(0u64..1000, 12),
        chosen in prop::collection::vec(any::<bool>(), 12),
    ) {
        let mut dataset = Dataset::default();
        for (number, parent) in parents.iter().enumerate() {
            // Only earlier records are wholes, so that there is no circle.
            let whole = parent.filter(|parent| *parent < number);
            dataset.flows.push(flow(number, numbers[number], whole));
        }
        let records: Vec<&Record> = dataset.flows.iter().map(|flow| &flow.record).collect();
        let picked: Vec<&Record> =
            records.iter().zip(&chosen).filter(|(_, chosen)| **chosen).map(|(r, _)| *r).collect();
        let names: BTreeSet<_> = picked.iter().map(|record| record.id.clone()).collect();
        let mut expected = 0;
        for record in &picked {
            let mut at = record.part_of.clone();
            let mut is_part = false;
            while let Some(id) = at {
                is_part |= names.contains(&id);
                at = dataset.record(&id).unwrap().part_of.clone();
            }
            if !is_part {
                expected += record.people.unwrap().number().unwrap();
            }
        }
        prop_assert_eq!(people_total(&dataset, &picked).number, expected);
    }
}

fn flow(number: usize, people: u64, whole: Option<usize>) -> Flow {
    let id = |number: usize| RecordId::new(&format!("r{number}"));
    Flow {
        record: Record {
            id: id(number).unwrap(),
            period: "2025".parse().unwrap(),
            kind: ActionKind::Deportation,
            title: LocalizedText::new("a flow"),
            summary: LocalizedText::default(),
            people: Some(People::Exactly(people)),
            attributed_to: LocalizedText::default(),
            reported_by: LocalizedText::default(),
            url: None,
            part_of: whole.and_then(id),
        },
        origin: CountryCode::new("KH").unwrap(),
        destination: Destination::Country(CountryCode::new("KR").unwrap()),
    }
}
