//! Days of the calendar.

use enforcement_map::model::{Day, Period};
use proptest::prelude::*;

pub(crate) fn day() -> impl Strategy<Value = Day> {
    (2015i32..2030, 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| Day::new(y, m, d).unwrap())
}

proptest! {
    #[test]
    fn days_are_printed_and_read(day in day(), by in -5000i64..5000) {
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        prop_assert_eq!(day.plus(by).plus(-by), day);
        prop_assert!(day.month_start() <= day && day <= day.month_end());
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = text.parse::<Day>();
    }
}

#[test]
fn days_that_the_calendar_lacks_are_refused() {
    for text in ["2026-02-30", "2026-13-01", "2025-02-29", "2026-1-1", "26-01-01", "", "2026-01-1x"]
    {
        assert!(text.parse::<Day>().is_err(), "{text}");
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
    assert!("2024-02-29".parse::<Day>().is_ok());
}
