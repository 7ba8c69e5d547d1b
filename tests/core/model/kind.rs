//! Kinds of action.

use enforcement_map::model::ActionKind;
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*") {
        prop_assert_eq!(
            ActionKind::new(&text).as_str().to_lowercase(),
            text.trim().to_lowercase()
        );
    }
}
