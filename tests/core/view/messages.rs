//! Every language says everything.

use std::collections::{BTreeMap, BTreeSet};

use enforcement_map::view::{LANGUAGES, LocaleOverride, MessageId, Messages, PluralId};

fn texts(language: &str) -> BTreeMap<String, String> {
    let (_, text) = LANGUAGES.iter().find(|(tag, _)| *tag == language).unwrap();
    serde_json::from_str(text).unwrap()
}

fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn no_language_lacks_a_message_or_has_one_that_no_one_says() {
    let own = LocaleOverride::ALL.iter().map(|own| own.as_str());
    let known: BTreeSet<&str> = MessageId::ALL.iter().map(|key| key.as_str()).chain(own).collect();
    for &(language, _) in LANGUAGES {
        let texts = texts(language);
        assert_eq!(Messages::new(|key| texts.get(key).cloned()).missing(), [""; 0], "{language}");
        for key in texts.keys() {
            let is_plural =
                PluralId::ALL.iter().any(|name| key.starts_with(&format!("{}.", name.as_str())));
            assert!(known.contains(key.as_str()) || is_plural, "{language}: {key} is not used");
        }
    }
}

#[test]
fn translations_have_the_same_places_for_values() {
    let english = texts("en");
    for &(language, _) in LANGUAGES {
        for (key, text) in texts(language) {
            let Some(same) = english.get(&key) else { continue };
            if key.ends_with(".one") {
                assert!(places(&text).is_subset(&places(same)), "{language}: {key}");
            } else {
                assert_eq!(places(&text), places(same), "{language}: {key}");
            }
        }
    }
}
