//! Whether a period is in a range, against counting days one by one.

use enforcement_map::model::{Day, Period};
use enforcement_map::query::{Certainty, DayRange, certainty};
use proptest::prelude::*;

use crate::model::{day, edtf};

/// Every day that a period covers, one by one; an open side goes on for longer than any range.
fn days(period: &Period, margins: bool) -> Vec<Day> {
    let far = |year| Day::new(year, 1, 1).unwrap();
    let margin = |end: enforcement_map::model::Endpoint| {
        use enforcement_map::model::Precision::{Day, Month, Year};
        match end.precision {
            _ if !margins || !end.approximate => 0,
            Day => 1,
            Month => 31,
            Year => 366,
        }
    };
    let first = period.start().map_or(far(1990), |start| start.day.plus(-margin(start)));
    let last = period.end().map_or(far(2060), |end| end.day.plus(margin(end)));
    let mut days = vec![first];
    while *days.last().unwrap() < last {
        days.push(days.last().unwrap().plus(1));
    }
    days
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn certainty_is_what_counting_days_gives(text in edtf(), a in day(), b in day()) {
        let period: Period = text.parse().unwrap();
        let range = DayRange::new(Some(a), Some(b));
        let inside = |day: &Day| *day >= a.min(b) && *day <= a.max(b);
        let expected = if !days(&period, false).iter().any(inside) {
            Certainty::Outside
        } else if days(&period, true).iter().all(inside) {
            Certainty::Certain
        } else {
            Certainty::Possible
        };
        prop_assert_eq!(certainty(&period, range), expected);
    }

    #[test]
    fn a_wider_range_never_loses_a_record(text in edtf(), a in day(), b in day(), more in 0i64..400) {
        let period: Period = text.parse().unwrap();
        let (from, to) = (a.min(b), a.max(b));
        let narrow = certainty(&period, DayRange::new(Some(from), Some(to)));
        let wide = certainty(&period, DayRange::new(Some(from.plus(-more)), Some(to.plus(more))));
        prop_assert!(wide <= narrow, "{:?} became {:?}", narrow, wide);
        prop_assert_eq!(certainty(&period, DayRange::ALL), Certainty::Certain);
    }
}
