//! `enforcement-map api`: prints what pages rely on, from the table in the library.
mod declarations;
mod internal;
mod manifest;

use clap::ValueEnum;
use enforcement_map::embed::api::{ATTRIBUTES, Accepts, CUSTOM_PROPERTIES, EVENTS, PARTS, TAG};
use serde_json::json;

/// What to print.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The form.
    #[arg(value_enum)]
    form: Form,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// TypeScript declarations of the module that defines the element.
    Types,
    /// TypeScript declarations of what the element's own JavaScript and the module say to each other.
    Internal,
    /// custom-elements.json, the custom elements manifest.
    Manifest,
    /// The names alone, as JSON, for the element's own JavaScript and style.
    Names,
}

/// Prints it.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn std::error::Error>> {
    let text = match args.form {
        Form::Types => declarations::text(),
        Form::Internal => internal::text()?,
        Form::Manifest => pretty(&manifest::manifest())?,
        Form::Names => pretty(&names())?,
    };
    print!("{text}");
    Ok(())
}

fn pretty(value: &serde_json::Value) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

fn names() -> serde_json::Value {
    let names = |wanted: fn(&Accepts) -> bool| {
        let found = ATTRIBUTES.iter().filter(|attribute| wanted(&attribute.accepts));
        found.map(|attribute| attribute.name).collect::<Vec<_>>()
    };
    json!({
        "tag": TAG,
        "data": names(|accepts| matches!(accepts, Accepts::Data(_))),
        "state": names(|accepts| !matches!(accepts, Accepts::Data(_))),
        "events": EVENTS.map(|(name, ..)| name),
        "parts": PARTS.map(|(name, _)| name),
        "customProperties": CUSTOM_PROPERTIES.map(|(name, _)| name),
    })
}
