//! Our pages for frames: one for each language and view.

use enforcement_map::view::{LANGUAGES, ViewName};

use crate::Result;
use crate::host::{dist, text};

/// The languages, English first.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(tag, _)| *tag)
}

/// The name of the page with a language and a view, found by what is in it: only JavaScript makes
/// such names.
pub(crate) fn page_name(lang: &str, view: ViewName) -> Result<String> {
    let mark = format!("<div data-prerendered lang=\"{lang}\" data-view=\"{}\">", view.as_str());
    for entry in std::fs::read_dir(dist())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_frame = name.starts_with("embed.") && name.ends_with(".html");
        if is_frame && text(&name)?.contains(&mark) {
            return Ok(name);
        }
    }
    Err(format!("dist/ has no page with {mark}").into())
}
