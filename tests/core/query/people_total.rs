//! Totals in which no one is counted twice.

use std::collections::BTreeSet;

use enforcement_map::model::{Dataset, Flow, People, Record, RecordId};
use enforcement_map::query::people_total;
use proptest::prelude::*;

use crate::shipped_data;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_one_is_counted_twice(
        parents in prop::collection::vec(prop::option::of(0usize..12), 1..12),
        numbers in prop::collection::vec(0u64..1000, 12),
        chosen in prop::collection::vec(any::<bool>(), 12),
    ) {
        let base = shipped_data().dataset.flows[0].clone();
        let mut dataset = Dataset::default();
        for (number, parent) in parents.iter().enumerate() {
            // Only earlier records are wholes, so that there is no circle.
            let whole = parent.filter(|parent| *parent < number);
            dataset.flows.push(flow(&base, number, numbers[number], whole));
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

/// A shipped flow under other names, so that a new field of a record has no place here.
fn flow(base: &Flow, number: usize, people: u64, whole: Option<usize>) -> Flow {
    let id = |number: usize| RecordId::new(&format!("r{number}"));
    Flow {
        record: Record {
            id: id(number).unwrap(),
            people: Some(People::Exactly(people)),
            part_of: whole.and_then(id),
            ..base.record.clone()
        },
        ..base.clone()
    }
}
