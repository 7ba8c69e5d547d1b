//! Codes of provinces that are used twice.

use crate::load::diagnostic::{Code, Diagnostic, Layer};
use crate::load::mode::words;
use crate::model::{Lookup, Province};

/// Keeps the first province of each code.
pub(crate) fn provinces(
    provinces: Vec<(usize, Province)>,
    source: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Province> {
    let code = |number: usize| provinces.get(number).map(|(_, province)| province.code.as_str());
    let mut again = Vec::new();
    Lookup::new(provinces.len(), &code, &mut |number, _| again.push(number));
    let mut is_first = |number: usize, feature: usize, province: &Province| {
        // They are found in their order.
        let is_first = again.binary_search(&number).is_err();
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
    let numbered = provinces.into_iter().enumerate();
    let kept = numbered.filter(|(number, (feature, one))| is_first(*number, *feature, one));
    kept.map(|(_, (_, province))| province).collect()
}
