//! Classes of counts.

use enforcement_map::map::{ClassBreaks, MAX_CLASSES};
use proptest::prelude::*;

/// The starts of the classes, and how many areas are in each.
fn classes(counts: &[usize]) -> Vec<(usize, usize)> {
    let ranges = ClassBreaks::new(counts.iter().copied()).ranges().into_iter();
    let areas = |from: usize, to: Option<usize>| {
        counts.iter().filter(|count| **count >= from && to.is_none_or(|to| **count <= to)).count()
    };
    ranges.map(|(from, to)| (from, areas(from, to))).collect()
}

fn is_step(mut count: usize) -> bool {
    while count.is_multiple_of(10) {
        count /= 10;
    }
    [1, 2, 5].contains(&count)
}

proptest! {
    #[test]
    fn classes_part_the_counts(
        counts in prop_oneof![
            prop::collection::vec(0usize..30, 1..60),
            prop::collection::vec(0usize..5000, 1..60),
            // As many small ones as large ones.
            prop::collection::vec((0u32..20, 0usize..100).prop_map(|(power, extra)| (1 << power) + extra), 1..60),
        ],
        other in 1usize..2_000_000,
    ) {
        let class_breaks = ClassBreaks::new(counts.iter().copied());
        let ranges = class_breaks.ranges();
        prop_assert!((1..=MAX_CLASSES).contains(&ranges.len()));
        let largest = counts.iter().copied().max().unwrap_or_default();
        let mut sorted: Vec<usize> = counts.iter().copied().filter(|count| *count > 0).collect();
        sorted.push(other.min(largest.max(1)));
        sorted.sort_unstable();
        let mut last = None;
        for count in sorted {
            let class = ranges.iter().filter(|(from, to)| *from <= count && to.is_none_or(|to| count <= to));
            prop_assert_eq!(class.count(), 1, "{} in {:?}", count, ranges);
            let class = class_breaks.class(count);
            prop_assert!(class.is_some_and(|class| class < MAX_CLASSES) && class >= last);
            last = class;
        }
        prop_assert_eq!(class_breaks.class(0), None);
        prop_assert!(class_breaks.class(largest.max(1)) == class_breaks.class(usize::MAX));
        let starts: Vec<usize> = ranges.iter().map(|(from, _)| *from).collect();
        prop_assert!(starts.is_sorted_by(|a, b| a < b));
        if largest <= 20 {
            let few: Vec<usize> = [1, 2, 3, 5, 10].into_iter().filter(|start| *start <= largest.max(1)).collect();
            prop_assert_eq!(starts, few);
        } else {
            prop_assert!(starts.iter().all(|start| is_step(*start)), "{:?}", starts);
            // Only what is put below all counts is empty, and not where there are three classes anyway.
            let classes = classes(&counts);
            let empty = classes.iter().take_while(|(_, areas)| *areas == 0).count();
            prop_assert!(classes.iter().skip(empty).all(|(_, areas)| *areas > 0), "{:?}", classes);
            prop_assert!(empty == 0 || classes.len() <= 3, "{:?}", classes);
        }
    }
}

#[test]
fn a_few_are_told_apart_and_no_action_has_no_class() {
    assert_eq!(classes(&[20, 1, 0]), [(1, 1), (2, 0), (3, 0), (5, 0), (10, 1)]);
    assert_eq!(classes(&[]), [(1, 0)]);
    assert_eq!(ClassBreaks::new([]).class(0), None);
}

#[test]
fn counts_with_a_long_tail_have_classes_along_it() {
    // A few places have nearly everything, as it is with raids.
    let counts: Vec<usize> = (1..=25).map(|rank| 4000 / (rank * rank)).collect();
    assert_eq!(classes(&counts), [(1, 11), (20, 6), (50, 4), (200, 2), (1000, 2)]);
}

#[test]
fn counts_that_are_alike_leave_classes_for_shorter_times() {
    let counts: Vec<usize> = (390..415).collect();
    assert_eq!(classes(&counts), [(1, 0), (20, 0), (200, 25)]);
}

#[test]
fn one_province_only() {
    let mut counts = vec![0; 24];
    counts.push(4000);
    assert_eq!(classes(&counts), [(1, 0), (200, 0), (2000, 1)]);
}

#[test]
fn three_thousand_areas() {
    // Most have a few, 30 have hundreds.
    let counts: Vec<usize> = (0..3000).map(|area| 3000 / (area + 4) + area % 3).collect();
    let classes = classes(&counts);
    assert_eq!(classes.len(), MAX_CLASSES);
    assert_eq!(classes.iter().map(|(from, _)| *from).collect::<Vec<_>>(), [1, 2, 5, 10, 50]);
    assert!(classes.iter().all(|(_, areas)| *areas >= 20), "{classes:?}");
}
