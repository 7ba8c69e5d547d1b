//! Codes of countries.

use enforcement_map::model::CountryCode;
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = CountryCode::new(&text);
    }
}
