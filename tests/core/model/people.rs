//! Numbers of people.

use enforcement_map::model::People;
use proptest::prelude::*;

proptest! {
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
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = text.parse::<People>();
    }
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
