//! What pages rely on: the table in the library, what the command prints of it, and the places that
//! must say the same.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking; the lints are for what ships"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use enforcement_map::embed::api::{
    ATTRIBUTES, Accepts, CUSTOM_PROPERTIES, EVENTS, METHODS, PARTS, USUAL_LANGUAGE, name,
};
use enforcement_map::view::{LANGUAGES, Theme, ViewName};

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn command(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_enforcement-map"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Texts that follow a mark, up to a sign that ends them.
fn after<'a>(text: &'a str, mark: &str, end: fn(char) -> bool) -> BTreeSet<&'a str> {
    text.split(mark).skip(1).map(|rest| rest.split(end).next().unwrap_or_default()).collect()
}

/// A change of what pages rely on is seen, and goes into the changelog.
#[test]
fn what_pages_rely_on() {
    insta::assert_snapshot!("types", command(&["api", "types"]));
    insta::assert_snapshot!("manifest", command(&["api", "manifest"]));
}

/// What JavaScript is checked against, and takes its names from, is what the code says.
#[test]
fn the_types_of_javascript_are_those_of_the_code() {
    for (form, name) in
        [("types", "public.d.ts"), ("internal", "module.d.ts"), ("names", "names.js")]
    {
        let path = format!("www/types/generated/{name}");
        assert!(
            file(&path) == command(&["api", form]),
            "{path} is not what `enforcement-map api {form}` prints: `make schema` makes it anew"
        );
    }
}

/// What the module reads of its options, and what JavaScript may call, is in the types.
#[test]
fn the_types_have_all_that_the_module_reads_and_offers() {
    let types = command(&["api", "internal"]);
    let options = file("src/embed/options.rs");
    let end = |sign| sign == '"';
    let mut members = after(&options, "self.0, \"", end);
    members.extend(after(&options, "member(option, \"", end));
    assert!(members.len() > 7, "{members:?}");
    for member in members {
        let is_there =
            types.contains(&format!("\n{member}: ")) || types.contains(&format!("\n{member}?: "));
        assert!(is_there, "{member} of src/embed/options.rs");
    }
    let widget = file("src/embed/widget.rs");
    let calls = after(&widget, "    pub fn ", |sign| sign == '(');
    let listed = after(&types, "export interface Widget {", |sign| sign == '}');
    let listed: BTreeSet<_> = listed
        .iter()
        .flat_map(|body| body.lines().map(|line| line.trim().trim_start_matches("readonly ")))
        .filter_map(|member| member.split(['(', ':']).next().filter(|name| !name.is_empty()))
        .map(|name| name.trim_end_matches('?'))
        .collect();
    assert_eq!(calls, listed);
}

/// Each value that the table has is understood, and there is no other.
#[test]
fn values_are_those_that_are_read() {
    let values = |wanted: &str| {
        let found = ATTRIBUTES.iter().find(|attribute| attribute.name == wanted).unwrap();
        match found.accepts {
            Accepts::OneOf(values) => values,
            _ => panic!("{wanted} has no list of values"),
        }
    };
    for value in values(name::VIEW) {
        assert_eq!(value.parse::<ViewName>().unwrap().as_str(), *value);
    }
    assert_eq!(values(name::VIEW), ViewName::ALL.map(ViewName::as_str));
    for value in values(name::THEME) {
        // A new one does not compile until it is in the table.
        let known = match value.parse::<Theme>().unwrap() {
            known @ (Theme::Auto | Theme::Light | Theme::Dark) => known,
        };
        assert_eq!(known.as_str(), *value);
    }
    assert_eq!(values(name::THEME).len(), 3);
    // JavaScript, and the names of pages, take the first for the usual one.
    assert_eq!(values(name::VIEW).first(), Some(&ViewName::default().as_str()));
    assert_eq!(values(name::THEME).first(), Some(&Theme::default().as_str()));
    assert_eq!(LANGUAGES.first().unwrap().0, USUAL_LANGUAGE);
}

#[test]
fn parts_are_those_of_the_drawing() {
    let mut drawn = BTreeSet::new();
    for view in ViewName::WORDS {
        let markup = command(&[
            "prerender",
            "--geo=geo",
            "--messages=src/view/messages/en.json",
            &format!("--view={view}"),
        ]);
        drawn.extend(after(&markup, " part=\"", |sign| sign == '"').into_iter().map(str::to_owned));
    }
    assert_eq!(drawn, PARTS.map(|(name, _)| name.to_owned()).into());
}

/// Names that begin a declaration in the style, apart from those that it counts with.
#[test]
fn custom_properties_are_those_of_the_style() {
    let style = file("src/view/style.css");
    let declared = after(&style, "--em-", |sign| !sign.is_ascii_alphanumeric() && sign != '-');
    let own = ["k", "z"];
    let found: BTreeSet<_> = declared.into_iter().filter(|name| !own.contains(name)).collect();
    let listed = CUSTOM_PROPERTIES.map(|(name, _)| name.trim_start_matches("--em-"));
    assert_eq!(found, listed.into());
}

/// The element's JavaScript has the methods, and fires the events without listening to them.
#[test]
fn the_element_has_what_is_listed() {
    let element = file("www/element/element.js");
    for method in METHODS {
        let call = format!(" {}({}) {{", method.name, method.parameters.join(", "));
        assert!(element.contains(&call), "{call}");
    }
    let events = EVENTS.map(|(name, ..)| name);
    assert_eq!(after(&element, "#fire(\"", |sign| sign == '"'), events.into());
    // No page script can change the map by faking an event of the map.
    for name in after(&element, "addEventListener(\"", |sign| sign == '"') {
        assert!(!events.contains(&name), "the element listens to {name}");
    }
}

#[test]
fn the_document_lists_all_of_it() {
    let document = file("docs/attributes.md");
    let mut names: Vec<&str> = Vec::new();
    names.extend(ATTRIBUTES.iter().map(|attribute| attribute.name));
    names.extend(EVENTS.map(|(name, ..)| name));
    names.extend(METHODS.map(|method| method.name));
    names.extend(PARTS.map(|(name, _)| name));
    names.extend(CUSTOM_PROPERTIES.map(|(name, _)| name));
    names.extend(LANGUAGES.iter().map(|(tag, _)| *tag));
    for attribute in ATTRIBUTES {
        if let Accepts::OneOf(values) = attribute.accepts {
            names.extend(values);
        }
    }
    for name in names {
        let is_there = [format!("`{name}`"), format!("`{name}("), format!("`data-{name}`")]
            .iter()
            .any(|text| document.contains(text));
        assert!(is_there, "docs/attributes.md lacks `{name}`");
    }
}

/// What the shipped records hold is what the types allow.
#[test]
fn the_types_have_every_property_of_the_records() {
    let types = command(&["api", "types"]);
    for path in ["geo/actions.geojson", "geo/flows.geojson"] {
        let collection: serde_json::Value = serde_json::from_str(&file(path)).unwrap();
        for feature in collection["features"].as_array().unwrap() {
            for key in feature["properties"].as_object().unwrap().keys() {
                let name = key.split(':').next().unwrap();
                let is_there = types.contains(&format!("\n{name}: "))
                    || types.contains(&format!("\n{name}?: "));
                assert!(is_there, "{name} of {path}");
            }
        }
    }
}
