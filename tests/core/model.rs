//! What is printed is read back as the same.

use enforcement_map::model::{ActionKind, CountryCode, Day, LocalizedText, People, Period};
use proptest::prelude::*;

pub(crate) fn day() -> impl Strategy<Value = Day> {
    (2015i32..2030, 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| Day::new(y, m, d).unwrap())
}

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
    fn days_are_printed_and_read(day in day(), by in -5000i64..5000) {
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        prop_assert_eq!(day.plus(by).plus(-by), day);
        prop_assert!(day.month_start() <= day && day <= day.month_end());
    }

    #[test]
    fn periods_are_printed_and_read(text in edtf()) {
        let period: Period = text.parse().unwrap();
        prop_assert_eq!(period.to_string().parse(), Ok(period.clone()));
        if let (Some(first), Some(last)) = (period.earliest(), period.latest()) {
            prop_assert!(first <= last);
        }
        prop_assert_eq!(period.is_approximate(), text.contains(['~', '?', '%']));
    }

    #[test]
    fn people_are_printed_and_read(number in 0u64..10_000_000, form in 0..4) {
        let people = match form {
            0 => People::Exactly(number),
            1 => People::AtLeast(number),
            2 => People::About(number),
            _ => People::NotPublished,
        };
        prop_assert_eq!(people.to_string().parse(), Ok(people));
    }

    #[test]
    fn nothing_that_is_read_panics(text in "\\PC*") {
        let _ = text.parse::<Period>();
        let _ = text.parse::<People>();
        let _ = text.parse::<Day>();
        let _ = CountryCode::new(&text);
        prop_assert_eq!(ActionKind::new(&text).as_str().to_lowercase(), text.trim().to_lowercase());
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

#[test]
fn a_period_that_ends_before_it_starts_is_refused() {
    assert!("2026-02/2026-01".parse::<Period>().is_err());
}

#[test]
fn common_spellings_of_people_are_read() {
    for (text, people) in [
        ("73", People::Exactly(73)),
        ("13,000", People::Exactly(13_000)),
        ("13\u{202f}000", People::Exactly(13_000)),
        (">13000", People::AtLeast(13_000)),
        ("≥ 13 000", People::AtLeast(13_000)),
        ("13,000+", People::AtLeast(13_000)),
        ("~260", People::About(260)),
        ("about 260", People::About(260)),
        ("n/a", People::NotPublished),
        ("Unknown", People::NotPublished),
    ] {
        assert_eq!(text.parse(), Ok(people), "{text}");
    }
    for text in ["-3", "", "13,00", "1,2,3", "7.5", "many", "~", ">=", "1e3"] {
        assert!(text.parse::<People>().is_err(), "{text}");
    }
}

#[test]
fn a_language_falls_back_to_its_primary_tag_then_to_the_files_own() {
    let text = LocalizedText::new("Kratie").with("fr", "Kratié").with("zh-Hant", "桔井");
    assert_eq!(text.get("fr-BE"), "Kratié");
    assert_eq!(text.get("zh-Hant"), "桔井");
    assert_eq!(text.get("zh"), "Kratie");
}
