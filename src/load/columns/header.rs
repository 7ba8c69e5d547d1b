//! Diagnostics about the names of columns.

use super::column::Column;
use super::names::Names;
use crate::load::diagnostic::{Cell, Code, Diagnostic, Layer, column_letters};
use crate::load::text::{folded, likeness};

/// How alike two names must be for one to be offered instead of the other.
const ALIKE: f64 = 0.6;

/// Names of columns with figures that do not say what they count, folded.
const FIGURES: [&str; 14] = [
    "count", "counts", "number", "total", "value", "nombre", "valeur", "anzahl", "wert", "amount",
    "figure", "figures", "quantity", "n",
];

/// What stands before a word for people, folded.
const NUMBER_OF: [&str; 9] = [
    "totalnumberof",
    "numberof",
    "noof",
    "countof",
    "sumof",
    "nombrede",
    "nbde",
    "number",
    "total",
];

/// Words for people that are counted, folded.
const COUNTED: [&str; 17] = [
    "killed",
    "dead",
    "deaths",
    "fatalities",
    "injured",
    "wounded",
    "casualties",
    "victims",
    "arrested",
    "arrests",
    "deported",
    "detained",
    "rescued",
    "freed",
    "released",
    "suspects",
    "foreigners",
];

/// Whether a column of this name may be a number of people.
fn is_figure(label: &str) -> bool {
    let name = folded(label);
    let counted = NUMBER_OF.iter().find_map(|words| name.strip_prefix(words)).unwrap_or(&name);
    FIGURES.contains(&&*name) || COUNTED.contains(&counted)
}

impl Names {
    /// Finds columns of a sheet that were read under other names, repeat, or are not read.
    pub(crate) fn describe(
        &self,
        layer: Layer,
        source: &str,
        row: usize,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let at = |code, index, message: String, remedy: String| {
            let mut diagnostic = Diagnostic::of_file(layer, source, code, message, remedy);
            diagnostic.feature = Some(row);
            diagnostic.cell = Some(Box::new(Cell {
                column: Some(index),
                name: self.label(index).to_owned(),
                line: row,
                row: self.labels.clone(),
                index,
                span: 0..self.labels.get(index).map_or(0, String::len),
            }));
            diagnostic
        };
        for index in &self.repeated {
            diagnostics.push(at(
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
            diagnostics.push(at(
                Code::ColumnAlias,
                *first,
                format!("columns were read under their usual names: {}", list.join(", ")),
                "nothing needs to be done if that is right".to_owned(),
            ));
        }
        if let Some(first) = self.rivals.first() {
            let list: Vec<String> =
                self.rivals.iter().map(|index| format!("\"{}\"", self.label(*index))).collect();
            diagnostics.push(at(
                Code::ColumnRivals,
                *first,
                format!(
                    "{} count different people, and no figure was read from any of them",
                    list.join(" and ")
                ),
                "rename the one to \"people\" that the kind of the records is about; write a record of its own for each other figure".to_owned(),
            ));
        }
        if let Some(index) = self.week {
            diagnostics.push(at(
                Code::ColumnPart,
                index,
                format!("\"{}\" says more of the date than its year, and was not read", self.label(index)),
                "weeks begin on different days; write the first and the last day into \"date\" and \"date_end\"".to_owned(),
            ));
        }
        let is_figure = |index: &&usize| is_figure(self.label(**index));
        if !self.has("people")
            && self.rivals.is_empty()
            && let Some(index) = self.unknown.iter().find(is_figure)
        {
            let label = self.label(*index);
            diagnostics.push(at(
                Code::ColumnFigure,
                *index,
                format!("\"{label}\" may be a number of people, and no figure was read from it"),
                "rename it to \"people\" if it is one, else to what it counts".to_owned(),
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
            let is_year = |index: &&usize| {
                self.label(**index).parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year))
            };
            if self.unknown.iter().filter(is_year).count() > 1 {
                remedy.push_str("; where columns are years, write one row for each figure: the year into \"date\", and the figure into \"people\"");
            }
            let message = format!("columns that are not read: {}", list.join(", "));
            diagnostics.push(at(Code::ColumnUnknown, *first, message, remedy));
        }
    }

    /// The column that is not in the sheet and has the name that is most like this one.
    fn nearest(&self, layer: Layer, label: &str) -> Option<&'static str> {
        let key = folded(label);
        let missing = Column::of(layer).filter(|column| !self.has(column.name));
        missing
            .map(|column| (likeness(&key, &folded(column.name)), column.name))
            .filter(|(likeness, _)| *likeness > ALIKE)
            .max_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, name)| name)
    }

    /// Finds columns that every record needs and that are not there; `true` if there are none.
    pub(crate) fn complete(
        &self,
        layer: Layer,
        source: &str,
        row: usize,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        let is_missing = |column: &&Column| {
            let mut groups = column.instead.iter();
            column.required.contains(&layer)
                && !self.has(column.name)
                && !groups.any(|group| group.iter().all(|name| self.has(name)))
        };
        // Those that nothing can stand in for come first.
        let (always, others): (Vec<&Column>, Vec<&Column>) =
            Column::of(layer).filter(is_missing).partition(|column| column.is_required(layer));
        let missing = [always, others].concat();
        for column in &missing {
            let name = column.name;
            let unknown = || self.unknown.iter().map(|index| self.label(*index));
            let near = unknown().find(|label| likeness(&folded(label), &folded(name)) > ALIKE);
            // "Date of incident" and "Date reported".
            let contains = |label: &&str| name.len() > 3 && folded(label).contains(&*folded(name));
            let mut near: Vec<&str> = near.into_iter().collect();
            if near.is_empty() {
                near = unknown().filter(contains).take(3).collect();
            }
            let near = (!near.is_empty()).then(|| near.join("\" or \""));
            let remedy = match (near, name) {
                (Some(labels), name) => {
                    format!(
                        "if column \"{labels}\" is it, rename it to \"{name}\"; else add a column \"{name}\""
                    )
                }
                (None, "id") => {
                    "add a column \"id\" with a name of its own for each record: 1, 2, 3 will do"
                        .to_owned()
                }
                (None, name) => {
                    format!("add a column \"{name}\". {}", column.about)
                }
            };
            let mut diagnostic = Diagnostic::of_file(
                layer,
                source,
                Code::ColumnMissing,
                format!("there is no column \"{name}\", which every record needs"),
                remedy,
            );
            diagnostic.feature = Some(row);
            diagnostic.cell = Some(Box::new(Cell {
                name: name.to_owned(),
                line: row,
                row: self.labels.clone(),
                span: 0..self.labels.first().map_or(0, String::len),
                ..Cell::default()
            }));
            diagnostics.push(diagnostic);
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
                diagnostics.push(Diagnostic::of_file(
                    layer,
                    source,
                    code,
                    message,
                    format!("add a column \"{}\"", names.join("\" or \"")),
                ));
            }
        }
        diagnostics.extend(self.kind_assumed(layer, source));
        missing.is_empty()
    }

    /// Says that flows have no kind, where it is not certain that they are deportations.
    pub(crate) fn kind_assumed(&self, layer: Layer, source: &str) -> Option<Diagnostic> {
        let is_assumed = layer == Layer::Flows && !self.has("kind") && self.counts_refugees();
        is_assumed.then(|| {
            Diagnostic::of_file(
                layer,
                source,
                Code::KindAssumed,
                "by their columns these are refugees, and a flow without a kind is shown as a deportation",
                "add a column \"kind\" that says what it is, such as refuge",
            )
        })
    }
}
