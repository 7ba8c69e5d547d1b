//! `enforcement-map api`: prints what pages rely on, from the table in the library.
mod declarations;
mod internal;
mod manifest;
mod names;

use clap::ValueEnum;

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
    /// The names alone, as a module of JavaScript, for the element, the pages and the build.
    Names,
}

/// Prints it.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn std::error::Error>> {
    let text = match args.form {
        Form::Types => declarations::text(),
        Form::Internal => internal::text()?,
        Form::Manifest => pretty(&manifest::manifest())?,
        Form::Names => names::text()?,
    };
    print!("{text}");
    Ok(())
}

fn pretty(value: &serde_json::Value) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
