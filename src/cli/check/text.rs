//! For people: each diagnostic with its cell underlined, and a line of sums.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, IsTerminal as _, Write};

use enforcement_map::load::{Cell, Code, Diagnostic, Severity, column_letters};
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};

use super::{Report, Sums};

/// How many of each sort are shown of a file.
const SHOWN: usize = 10;
/// How long a cell beside the one that is wrong is shown, and that one itself.
const BESIDE: usize = 24;
const ITSELF: usize = 72;

pub(super) struct Text {
    handler: GraphicalReportHandler,
    all: bool,
    /// How many there were of each sort in each file.
    seen: BTreeMap<(String, Code), usize>,
    /// The first note of each sort, for the end.
    notes: BTreeMap<(String, Code), String>,
}

impl Text {
    pub(super) fn new(all: bool) -> Self {
        let is_plain = !io::stdout().is_terminal() || std::env::var_os("NO_COLOR").is_some();
        let theme =
            if is_plain { GraphicalTheme::unicode_nocolor() } else { GraphicalTheme::unicode() };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(100)
            .with_context_lines(0)
            .with_links(false);
        Self { handler, all, seen: BTreeMap::new(), notes: BTreeMap::new() }
    }
}

impl Report for Text {
    fn diagnostic(&mut self, out: &mut dyn Write, diagnostic: &Diagnostic) -> io::Result<()> {
        let seen = self.seen.entry((diagnostic.source.clone(), diagnostic.code)).or_default();
        *seen += 1;
        if diagnostic.code.severity() == Severity::Note && !self.all {
            let key = (diagnostic.source.clone(), diagnostic.code);
            self.notes
                .entry(key)
                .or_insert_with(|| format!("{}: {}", place(diagnostic), diagnostic.message));
            return Ok(());
        }
        if *seen > SHOWN && !self.all {
            return Ok(());
        }
        let mut text = String::new();
        self.handler
            .render_report(&mut text, &Shown::new(diagnostic))
            .map_err(|_| io::Error::other("the report could not be drawn"))?;
        writeln!(out, "{text}")
    }

    fn finish(&mut self, out: &mut dyn Write, sums: &Sums) -> io::Result<()> {
        for (key, note) in &self.notes {
            let more = self.seen.get(key).map_or(0, |count| count - 1);
            let more = if more > 0 { format!(" (and {more} more)") } else { String::new() };
            writeln!(out, "note[{}] {note}{more}", key.1.name())?;
        }
        if !self.notes.is_empty() {
            writeln!(out)?;
        }
        let is_cut = |code: &Code, count: usize| {
            count > SHOWN && !self.all && code.severity() != Severity::Note
        };
        for ((source, code), count) in
            self.seen.iter().filter(|((_, code), count)| is_cut(code, **count))
        {
            writeln!(
                out,
                "{source}: {} more of {} (--all shows them)",
                count - SHOWN,
                code.name()
            )?;
        }
        let plural =
            |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
        writeln!(
            out,
            "{}, {}: {}, {}, {}.",
            plural(sums.files, "file"),
            plural(sums.records, "good record"),
            plural(sums.errors, "error"),
            plural(sums.warnings, "warning"),
            plural(sums.notes, "note"),
        )?;
        if sums.errors + sums.warnings > 0 {
            writeln!(
                out,
                "What a code means: enforcement-map check --explain CODE, or geo/schema/CODES.md"
            )?;
        }
        Ok(())
    }
}

/// A diagnostic as it is drawn.
#[derive(Debug)]
struct Shown<'a> {
    diagnostic: &'a Diagnostic,
    excerpt: Option<Excerpt>,
}

impl<'a> Shown<'a> {
    fn new(diagnostic: &'a Diagnostic) -> Self {
        let excerpt = diagnostic.cell.as_deref().and_then(|cell| Excerpt::new(diagnostic, cell));
        Self { diagnostic, excerpt }
    }
}

/// Where a diagnostic is, in words.
pub(super) fn place(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.source.clone();
    let cell = diagnostic.cell.as_deref();
    let unit = if cell.is_some_and(Cell::is_row) { "row" } else { "feature" };
    if let Some(number) = diagnostic.feature {
        text.push_str(&format!(", {unit} {number}"));
    }
    match (cell.and_then(|cell| cell.column), cell.map(|cell| cell.name.as_str())) {
        (Some(column), Some(name)) if !name.is_empty() => {
            text.push_str(&format!(", column {} \"{name}\"", column_letters(column)));
        }
        (Some(column), _) => text.push_str(&format!(", column {}", column_letters(column))),
        _ => {
            if let Some(field) = &diagnostic.field {
                text.push_str(&format!(", \"{field}\""));
            }
        }
    }
    if let Some(id) = &diagnostic.id {
        text.push_str(&format!(", id \"{id}\""));
    }
    text
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        let word = match self.diagnostic.code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        Some(Box::new(format!(
            "{word}[{}] {}",
            self.diagnostic.code.name(),
            place(self.diagnostic)
        )))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.code.severity() {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        Some(Box::new(&self.diagnostic.remedy))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let excerpt = self.excerpt.as_ref()?;
        let label = LabeledSpan::new(excerpt.label.clone(), excerpt.start, excerpt.length);
        Some(Box::new(std::iter::once(label)))
    }
}

/// A piece of a row around the cell that is wrong.
#[derive(Debug)]
struct Excerpt {
    text: String,
    start: usize,
    length: usize,
    label: Option<String>,
    line: usize,
}

impl Excerpt {
    fn new(diagnostic: &Diagnostic, cell: &Cell) -> Option<Self> {
        let mut text = String::new();
        let (mut start, mut length) = (0, 0);
        if cell.is_row() {
            let from = cell.index.saturating_sub(2);
            if from > 0 {
                text.push_str("… │ ");
            }
            for (index, one) in cell.row.iter().enumerate().skip(from) {
                if index > cell.index + 2 {
                    text.push_str(" │ …");
                    break;
                }
                if index > from {
                    text.push_str(" │ ");
                }
                let at = text.len();
                text.push_str(&shortened(one, if index == cell.index { ITSELF } else { BESIDE }));
                if index == cell.index {
                    (start, length) = (at, text.len() - at);
                }
            }
        } else {
            if cell.text().is_empty() {
                return None;
            }
            text = format!("\"{}\": ", cell.name);
            start = text.len();
            text.push_str(&shortened(cell.text(), ITSELF));
            length = text.len() - start;
        }
        // Nothing is drawn under an empty cell, so its border is.
        if length == 0 {
            text.insert_str(start, "(empty)");
            length = "(empty)".len();
        }
        let label = match cell.column {
            Some(column) if !cell.name.is_empty() => {
                Some(format!("column {}, {}", column_letters(column), cell.name))
            }
            Some(column) => Some(format!("column {}", column_letters(column))),
            None => None,
        };
        let line = diagnostic.feature.unwrap_or(1).saturating_sub(1);
        Some(Self { text, start, length, label, line })
    }
}

impl SourceCode for Excerpt {
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let whole = SourceSpan::from((0, self.text.len()));
        if span.offset() + span.len() > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        Ok(Box::new(MietteSpanContents::new(self.text.as_bytes(), whole, self.line, 0, 1)))
    }
}

/// One line of a cell, cut off where it is long.
fn shortened(cell: &str, most: usize) -> String {
    let shown: String = cell.trim().chars().map(|c| if c.is_control() { '⏎' } else { c }).collect();
    if shown.chars().count() <= most {
        return shown;
    }
    shown.chars().take(most - 1).chain(['…']).collect()
}
