//! The names as JavaScript: what the element, the pages and the build take from the Rust side.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use enforcement_map::embed::api::{
    ATTRIBUTES, Accepts, Attribute, CUSTOM_PROPERTIES, Change, EVENTS, LINK_PARAMETERS, Loader,
    PARTS, TAG, USUAL_LANGUAGE,
};
use enforcement_map::view::{LANGUAGES, ViewName};
use serde_json::json;

const HEAD: &str = "\
// Made by `enforcement-map api names`; do not edit.
//
// Each name is exported by itself, so that a script holds only those that it uses. The rule for names
// of pages is in `www/page-name.js`.

/** @import { AttributeName, LayerName, LinkParameter, StateName, ViewName } from \"./module.js\" */
";

/// The whole file.
pub(super) fn text() -> Result<String, std::fmt::Error> {
    let names = |wanted: fn(&Attribute) -> bool| {
        let found = ATTRIBUTES.iter().filter(|one| wanted(one)).map(|one| one.name);
        json!(found.collect::<Vec<_>>()).to_string()
    };
    // Sorted, since the order of an object of serde_json depends on its features.
    let values: BTreeMap<_, _> = ATTRIBUTES
        .iter()
        .filter_map(|one| match one.accepts {
            Accepts::OneOf(values) => Some((one.name, values)),
            Accepts::Data(_) | Accepts::Text => None,
        })
        .collect();
    let values = serde_json::to_string(&values).unwrap_or_default();
    let languages: Vec<_> = LANGUAGES.iter().map(|(tag, _)| *tag).collect();
    let rows = [
        ("The element's tag.", "", "tag", json!(TAG).to_string()),
        (
            "Attributes that are data.",
            "LayerName[]",
            "data",
            names(|one| matches!(one.accepts, Accepts::Data(_))),
        ),
        (
            "The other attributes.",
            "StateName[]",
            "state",
            names(|one| !matches!(one.accepts, Accepts::Data(_))),
        ),
        (
            "Those for which the map is drawn anew.",
            "StateName[]",
            "drawn",
            names(|one| one.change == Change::Drawn && !matches!(one.accepts, Accepts::Data(_))),
        ),
        (
            "Those that `Widget.set_range` is called with.",
            "StateName[]",
            "range",
            names(|one| one.change == Change::Range),
        ),
        (
            "Those that `Widget.set` is called with.",
            "StateName[]",
            "set",
            names(|one| one.change == Change::Set),
        ),
        (
            "Attributes that the loader puts into a frame's address as they are.",
            "StateName[]",
            "passed",
            names(|one| one.loader == Loader::Passes),
        ),
        (
            "What attributes can be that have a list of values; the first is the usual one.",
            "Partial<Record<AttributeName, string[]>>",
            "values",
            values,
        ),
        (
            "The views, the usual one first.",
            "ViewName[]",
            "views",
            json!(ViewName::WORDS).to_string(),
        ),
        (
            "The view without a choice.",
            "ViewName",
            "usualView",
            json!(ViewName::default().as_str()).to_string(),
        ),
        (
            "The languages that there are texts in, BCP 47 tags.",
            "string[]",
            "languages",
            json!(languages).to_string(),
        ),
        (
            "The language where another lacks something.",
            "",
            "usualLanguage",
            json!(USUAL_LANGUAGE).to_string(),
        ),
        (
            "What a link to a map holds after `#`, in this order.",
            "LinkParameter[]",
            "linkParameters",
            json!(LINK_PARAMETERS).to_string(),
        ),
        (
            "What names of pages leave out.",
            "string[]",
            "usual",
            json!([USUAL_LANGUAGE, ViewName::default().as_str()]).to_string(),
        ),
        ("Public events.", "string[]", "events", json!(EVENTS.map(|(name, ..)| name)).to_string()),
        ("CSS parts.", "string[]", "parts", json!(PARTS.map(|(name, _)| name)).to_string()),
        (
            "Custom properties.",
            "string[]",
            "customProperties",
            json!(CUSTOM_PROPERTIES.map(|(name, _)| name)).to_string(),
        ),
    ];
    let mut text = HEAD.to_owned();
    for (about, kind, export, value) in rows {
        let kind = if kind.is_empty() { String::new() } else { format!(" @type {{{kind}}}") };
        writeln!(text, "\n/** {about}{kind} */\nexport const {export} = {value};")?;
    }
    Ok(text)
}
