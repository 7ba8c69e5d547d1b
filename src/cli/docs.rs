//! Tables in the documents for people that are made from the tables in the code.

use std::fmt::Write as _;
use std::path::Path;

use enforcement_map::load::{COLUMNS, Column, Form, Layer, ValueType};

/// The end of a table in a document.
const END: &str = "<!-- end -->";

/// Writes the tables between their markers into the documents of a folder.
pub(super) fn write(folder: &Path) -> Result<(), String> {
    let path = folder.join("data.md");
    let problem = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
    let text = std::fs::read_to_string(&path).map_err(|error| problem(&error))?;
    let text = replaced(&text, "<!-- columns: made by make schema -->", &columns())
        .ok_or_else(|| problem(&"the marks around the table of columns are not there"))?;
    std::fs::write(&path, text).map_err(|error| problem(&error))
}

/// The document with other text between a mark and the end of its table.
fn replaced(document: &str, mark: &str, table: &str) -> Option<String> {
    let (before, rest) = document.split_once(mark)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{mark}\n\n{table}\n{END}{after}"))
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
