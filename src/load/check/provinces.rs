//! Codes of provinces that are used twice.

use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::load::mode::words;
use crate::model::Province;

/// Keeps the first province of each code.
pub(crate) fn provinces(
    provinces: Vec<(usize, Province)>,
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Province> {
    let mut seen = Vec::new();
    let mut first = |feature: usize, province: &Province| {
        let is_first = !seen.contains(&province.code);
        seen.push(province.code.clone());
        if !is_first {
            diagnostics.push(Diagnostic {
                feature: Some(feature),
                id: Some(province.code.to_string()),
                field: Some("id".to_owned()),
                ..Diagnostic::of_file(
                    Layer::Provinces,
                    source,
                    Code::IdDuplicate,
                    words("another province has the same code; the first one is shown"),
                    words("give each province a code of its own"),
                )
            });
        }
        is_first
    };
    let kept = provinces.into_iter().filter(|(feature, province)| first(*feature, province));
    kept.map(|(_, province)| province).collect()
}
