//! Tables in the documents for people that are made from the tables in the code.

use std::fmt::Write as _;
use std::path::Path;

use enforcement_map::embed::api::{ATTRIBUTES, Accepts, CUSTOM_PROPERTIES, PARTS, name};
use enforcement_map::load::{COLUMNS, Column, Form, Layer, ValueType};
use enforcement_map::view::LANGUAGES;

/// The end of a table in a document.
const END: &str = "<!-- end -->";

/// Writes the tables between their markers into the documents of a folder.
pub(super) fn write(folder: &Path) -> Result<(), String> {
    for (file, name, table) in [
        ("data.md", "columns", columns as fn() -> String),
        ("attributes.md", "attributes", attributes),
        ("attributes.md", "parts", || named("part", "what it is", &PARTS)),
        ("attributes.md", "custom properties", || {
            named("property", "what it is", &CUSTOM_PROPERTIES)
        }),
    ] {
        let path = folder.join(file);
        let problem = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
        let text = std::fs::read_to_string(&path).map_err(|error| problem(&error))?;
        let mark = format!("<!-- {name}: made by make schema -->");
        let text = replaced(&text, &mark, &table()).ok_or_else(|| {
            problem(&format!("the marks around the table of {name} are not there"))
        })?;
        std::fs::write(&path, text).map_err(|error| problem(&error))?;
    }
    Ok(())
}

/// The document with other text between a mark and the end of its table.
fn replaced(document: &str, mark: &str, table: &str) -> Option<String> {
    let (before, rest) = document.split_once(mark)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{mark}\n\n{table}\n{END}{after}"))
}

/// The element's attributes.
fn attributes() -> String {
    let mut text = String::from("| name | value | what it does |\n| --- | --- | --- |\n");
    for one in ATTRIBUTES {
        let words = |words: &[&str]| format!("`{}`", words.join("`, `"));
        let value = match one.accepts {
            Accepts::Data(_) => "address, or data".to_owned(),
            Accepts::Text if one.name == name::LANG => {
                words(&LANGUAGES.iter().map(|(tag, _)| *tag).collect::<Vec<_>>())
            }
            Accepts::Text => "text".to_owned(),
            Accepts::OneOf(values) => words(values),
        };
        // Writing to a text cannot fail.
        let _ = writeln!(text, "| `{}` | {value} | {} |", one.name, one.about);
    }
    text
}

/// Names and what they are.
fn named(head: &str, about: &str, rows: &[(&str, &str)]) -> String {
    let mut text = format!("| {head} | {about} |\n| --- | --- |\n");
    for (name, about) in rows {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "| `{name}` | {about} |");
    }
    text
}

/// The properties of actions and flows.
fn columns() -> String {
    let mut text = String::from(
        "| property | in | type | required | meaning |\n| --- | --- | --- | --- | --- |\n",
    );
    let is_of_records = |column: &&Column| !column.layers.contains(&Layer::Provinces);
    for column in COLUMNS.iter().filter(is_of_records).filter(|one| one.form == Form::Any) {
        let kind = match column.values {
            ValueType::Text => "string",
            ValueType::Number | ValueType::Count => "number",
            ValueType::People => "string or number",
        };
        let meaning = [column.about, column.note].join(" ");
        let languages = if column.in_languages { " In several languages." } else { "" };
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "| `{}` | {} | {kind} | {} | {}{languages} |",
            column.name,
            layers(column.layers),
            required(column),
            meaning.trim_end().replace('|', "\\|"),
        );
    }
    text
}

fn layers(layers: &[Layer]) -> String {
    match layers {
        [one] => one.name().to_owned(),
        _ => "both".to_owned(),
    }
}

fn required(column: &Column) -> String {
    if column.required.is_empty() {
        return "no".to_owned();
    }
    if !column.instead.is_empty() {
        let group = |names: &&[&str]| format!("`{}`", names.join("` and `"));
        let groups: Vec<_> = column.instead.iter().map(group).collect();
        return format!("unless there is {}", groups.join(" or "));
    }
    if column.required.len() < column.layers.len() {
        return format!("in {}", layers(column.required));
    }
    "yes".to_owned()
}
