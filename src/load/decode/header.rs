//! What is to be said of a file's names.

use super::columns::Column;
use super::names::Names;
use crate::load::problem::{Cell, column_letters};
use crate::load::read::fold::folded;
use crate::load::{Code, Layer, Problem};

/// How alike two names must be for one to be offered for the other.
const ALIKE: f64 = 0.6;

impl Names {
    /// Says which columns of a sheet were read under other names, repeat, or are not read.
    pub(crate) fn describe(
        &self,
        layer: Layer,
        source: &str,
        row: usize,
        problems: &mut Vec<Problem>,
    ) {
        let at = |code, index, message: String, remedy: String| {
            let mut problem = Problem::of_file(layer, source, code, message, remedy);
            problem.feature = Some(row);
            problem.cell = Some(Box::new(Cell {
                column: Some(index),
                name: self.label(index).to_owned(),
                line: row,
                row: self.labels.clone(),
                index,
                span: 0..self.labels.get(index).map_or(0, String::len),
            }));
            problem
        };
        for index in &self.repeated {
            problems.push(at(
                Code::ColumnDuplicate,
                *index,
                format!("column {} has the same name as one before it", column_letters(*index)),
                "remove it or give it another name; the first that is not empty is read".to_owned(),
            ));
        }
        if let Some((first, _)) = self.renamed.first() {
            let list: Vec<String> = self
                .renamed
                .iter()
                .map(|(index, name)| format!("\"{}\" as {name}", self.label(*index)))
                .collect();
            problems.push(at(
                Code::ColumnAlias,
                *first,
                format!("columns were read under their usual names: {}", list.join(", ")),
                "nothing needs to be done if that is right".to_owned(),
            ));
        }
        if let Some(first) = self.unknown.first() {
            let list: Vec<String> =
                self.unknown.iter().map(|index| format!("\"{}\"", self.label(*index))).collect();
            let mut remedy = "they are kept by convert and not shown on the map".to_owned();
            for index in &self.unknown {
                if let Some(column) = self.nearest(layer, self.label(*index)) {
                    remedy.push_str(&format!(
                        "; if \"{}\" is \"{column}\", rename it",
                        self.label(*index)
                    ));
                }
            }
            let message = format!("columns that are not read: {}", list.join(", "));
            problems.push(at(Code::ColumnUnknown, *first, message, remedy));
        }
    }

    /// The column that is not there and whose name is most like this one.
    fn nearest(&self, layer: Layer, label: &str) -> Option<&'static str> {
        let key = folded(label);
        let missing = Column::of(layer).filter(|column| !self.has(column.name));
        missing
            .map(|column| {
                (strsim::normalized_damerau_levenshtein(&key, &folded(column.name)), column.name)
            })
            .filter(|(likeness, _)| *likeness > ALIKE)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, name)| name)
    }

    /// Says which columns that every record needs are not there; whether none is missing.
    pub(crate) fn complete(
        &self,
        layer: Layer,
        source: &str,
        row: usize,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let has_point = self.has("geometry") || (self.has("lon") && self.has("lat"));
        let wanted: Vec<&str> = match layer {
            Layer::Flows => vec!["id", "date", "origin"],
            _ => vec!["id", "date", "kind"],
        };
        let mut missing: Vec<&str> = wanted.into_iter().filter(|name| !self.has(name)).collect();
        match layer {
            Layer::Flows if !self.has("destination") && !self.has("places") => {
                missing.push("destination");
            }
            Layer::Actions if !self.has("place") && !has_point => missing.push("place"),
            _ => {}
        }
        for name in &missing {
            let near = self.unknown.iter().map(|index| self.label(*index)).find(|label| {
                strsim::normalized_damerau_levenshtein(&folded(label), &folded(name)) > ALIKE
            });
            let remedy = match (near, *name) {
                (Some(label), name) => {
                    format!(
                        "if column \"{label}\" is it, rename it to \"{name}\"; else add a column \"{name}\""
                    )
                }
                (None, "id") => {
                    "add a column \"id\" with a name of its own for each record: 1, 2, 3 will do"
                        .to_owned()
                }
                (None, name) => {
                    let column = Column::of(layer).find(|column| column.name == name);
                    format!("add a column \"{name}\". {}", column.map_or("", |column| column.about))
                }
            };
            let mut problem = Problem::of_file(
                layer,
                source,
                Code::ColumnMissing,
                format!("there is no column \"{name}\", which every record needs"),
                remedy,
            );
            problem.feature = Some(row);
            problem.cell = Some(Box::new(Cell {
                name: (*name).to_owned(),
                line: row,
                row: self.labels.clone(),
                span: 0..self.labels.first().map_or(0, String::len),
                ..Cell::default()
            }));
            problems.push(problem);
        }
        let unsaid: [(&[&str], Code, &str); 2] = [
            (
                &["title"],
                Code::TitleMissing,
                "there is no column \"title\"; the ids are shown in its place",
            ),
            (
                &["attributed_to", "reported_by"],
                Code::SourceMissing,
                "no column says who said or reported it",
            ),
        ];
        for (names, code, message) in unsaid {
            if !names.iter().any(|name| self.has(name)) {
                problems.push(Problem::of_file(
                    layer,
                    source,
                    code,
                    message,
                    format!("add a column \"{}\"", names.join("\" or \"")),
                ));
            }
        }
        missing.is_empty()
    }
}
