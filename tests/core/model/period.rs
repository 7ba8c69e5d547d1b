//! Periods, written in EDTF.

use enforcement_map::model::Period;
use proptest::prelude::*;

use super::day;

/// A date of any precision, with or without a qualifier.
fn date() -> impl Strategy<Value = String> {
    let written = (day(), 0..3).prop_map(|(day, precision)| {
        let text = day.to_string();
        text.split('-').take(precision as usize + 1).collect::<Vec<_>>().join("-")
    });
    (written, prop_oneof![4 => Just(""), 1 => Just("~"), 1 => Just("?"), 1 => Just("%")])
        .prop_map(|(date, mark)| format!("{date}{mark}"))
}

/// An EDTF text: a date, or an interval of which one side may be open.
pub(crate) fn edtf() -> impl Strategy<Value = String> {
    prop_oneof![
        date(),
        (date(), date()).prop_map(|(a, b)| if a[..4] < b[..4] {
            format!("{a}/{b}")
        } else {
            format!("{b}/{}-12-31", &a[..4])
        }),
        date().prop_map(|date| format!("../{date}")),
        date().prop_map(|date| format!("{date}/..")),
    ]
}

proptest! {
    #[test]
    fn periods_are_printed_and_read(text in edtf()) {
        let period: Period = text.parse().unwrap();
        prop_assert_eq!(period.to_string().parse(), Ok(period.clone()));
        if let (Some(first), Some(last)) = (period.earliest(), period.latest()) {
            prop_assert!(first <= last);
        }
        prop_assert_eq!(period.is_approximate(), text.contains(['~', '?', '%']));
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = text.parse::<Period>();
    }
}

#[test]
fn a_period_that_ends_before_it_starts_is_refused() {
    assert!("2026-02/2026-01".parse::<Period>().is_err());
}
