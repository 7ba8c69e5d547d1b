//! Texts with translations.

use enforcement_map::model::LocalizedText;

#[test]
fn a_language_falls_back_to_its_primary_tag_then_to_the_files_own() {
    let text = LocalizedText::new("Kratie").with("fr", "Kratié").with("zh-Hant", "桔井");
    assert_eq!(text.get("fr-BE"), "Kratié");
    assert_eq!(text.get("zh-Hant"), "桔井");
    assert_eq!(text.get("zh"), "Kratie");
}
