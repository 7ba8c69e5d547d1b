//! Fields to provinces and countries.

use std::borrow::Cow;

use super::geometry;
use crate::load::diagnostic::{Code, Diagnostic};
use crate::load::fields::Fields;
use crate::load::mode::LENIENT;
use crate::model::{Country, CountryCode, LocalizedText, Province, ProvinceCode};

pub(crate) fn province(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Province> {
    let code = fields.code();
    // Some files have no code except that of ISO 3166-2.
    let code = if LENIENT { code.or_else(|| fields.text("iso_3166_2")) } else { code };
    let mut code = code.and_then(|code| ProvinceCode::new(&code).ok());
    let mut name = fields.local_text("name");
    if LENIENT && code.is_none() && !name.is_empty() {
        code = ProvinceCode::new(name.get("")).ok();
        diagnostics.push(fields.diagnostic(
            Code::CodeFromName,
            "id",
            "the province has no code, and its name was taken for one",
            "give the feature an \"id\" such as \"KH24\" (RFC 7946, section 3.2)",
        ));
    }
    let Some(code) = code else {
        diagnostics.push(fields.diagnostic(
            Code::CodeMissing,
            "id",
            "the province has no code",
            "give the feature an \"id\" such as \"KH24\" (RFC 7946, section 3.2)",
        ));
        return None;
    };
    if LENIENT && code.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
        diagnostics.push(fields.diagnostic(
            Code::CodeRowNumber,
            "id",
            "the code of this province is a number, as those of rows are",
            "give the feature an \"id\" such as \"KH24\", or write names into the records",
        ));
    }
    let area = geometry::area(fields, diagnostics)?;
    if name.is_empty() {
        if !LENIENT {
            // The large module knows more names of the property than `name`.
            diagnostics.push(fields.diagnostic(Code::CodeMissing, "name", "", ""));
        }
        name = LocalizedText::new(code.as_str());
    }
    let label = fields.position("label").or_else(|| geometry::middle(&area))?;
    Some(Province { code, iso: fields.text("iso_3166_2").map(Cow::into_owned), name, label, area })
}

pub(crate) fn country(fields: &Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Country> {
    let code = fields.code().and_then(|code| CountryCode::new(&code).ok());
    let Some(code) = code else {
        diagnostics.push(fields.diagnostic(
            Code::CodeMissing,
            "id",
            "the country has no code",
            "give the feature an \"id\" of two letters, ISO 3166-1 alpha-2",
        ));
        return None;
    };
    let point = geometry::point(fields, diagnostics)?;
    Some(Country { code, point })
}
