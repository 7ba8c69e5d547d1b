//! Provinces and countries out of features.

use std::borrow::Cow;

use super::{Fields, geometry};
use crate::load::{Code, Problem};
use crate::model::{Country, CountryCode, LocalizedText, Province, ProvinceCode};

pub(crate) fn province(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Province> {
    let code = fields.code();
    // Some files have no other code than that of ISO 3166-2.
    #[cfg(feature = "sheets")]
    let code = code.or_else(|| fields.text("iso_3166_2"));
    let code = code.and_then(|code| ProvinceCode::new(&code).ok());
    let Some(code) = code else {
        problems.push(fields.problem(
            Code::CodeMissing,
            "id",
            "the province has no code",
            "give the feature an \"id\" such as \"KH24\" (RFC 7946, section 3.2)",
        ));
        return None;
    };
    let area = geometry::area(fields, problems)?;
    let mut name = fields.local_text("name");
    if name.is_empty() {
        name = LocalizedText::new(code.as_str());
    }
    let label = fields.position("label").or_else(|| geometry::middle(&area))?;
    Some(Province { code, iso: fields.text("iso_3166_2").map(Cow::into_owned), name, label, area })
}

pub(crate) fn country(fields: &Fields<'_>, problems: &mut Vec<Problem>) -> Option<Country> {
    let code = fields.code().and_then(|code| CountryCode::new(&code).ok());
    let Some(code) = code else {
        problems.push(fields.problem(
            Code::CodeMissing,
            "id",
            "the country has no code",
            "give the feature an \"id\" of two letters, ISO 3166-1 alpha-2",
        ));
        return None;
    };
    let point = geometry::point(fields, problems)?;
    Some(Country { code, point })
}
