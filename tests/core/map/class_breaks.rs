//! Classes of counts.

use enforcement_map::map::{ClassBreaks, MAX_CLASSES};
use proptest::prelude::*;

proptest! {
    #[test]
    fn classes_part_the_counts(largest in 1usize..60) {
        let class_breaks = ClassBreaks::new(largest);
        let ranges = class_breaks.ranges();
        prop_assert!(ranges.len() <= MAX_CLASSES);
        let mut last = None;
        for count in 1..=largest {
            let class = ranges.iter().filter(|(from, to)| *from <= count && to.is_none_or(|to| count <= to));
            prop_assert_eq!(class.count(), 1, "{} in {:?}", count, ranges);
            let class = class_breaks.class(count);
            prop_assert!(class.is_some_and(|class| class < MAX_CLASSES) && class >= last);
            last = class;
        }
        prop_assert_eq!(class_breaks.class(0), None);
    }
}
