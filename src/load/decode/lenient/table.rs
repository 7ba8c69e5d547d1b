//! A sheet: its header, and its rows one at a time.

use std::io::Read;

use crate::load::columns::Names;
use crate::load::diagnostic::{Cell, Code, Diagnostic, Layer, column_letters};
use crate::load::text::{Cells, Encoding, Row, Sheet, Stop, Text};
use crate::model::unguarded;

/// The header is looked for below at most this many rows.
const PREAMBLE: usize = 200;
/// Below this row it has to have one more column that is known, since it may be a row of data.
const NEAR: usize = 12;
/// A row of HXL tags is looked for this far below the header, where other headers may stand between.
const TAGS_WITHIN: usize = 8;

/// A sheet whose header was read.
pub(crate) struct Table<'a> {
    pub(crate) layer: Layer,
    pub(crate) names: Names,
    /// The row of the header.
    pub(crate) header: usize,
    cells: Cells<'a>,
    /// Rows that were read to find the header, last first.
    ahead: Vec<Row>,
    current: Row,
    /// Why there is nothing after those.
    stop: Option<Stop>,
    broken: Broken,
}

/// Cells with bytes that are no character.
#[derive(Default)]
struct Broken {
    count: usize,
    /// The rows and columns of the first ones.
    places: Vec<(usize, usize)>,
    first: Option<Box<Cell>>,
}

impl Broken {
    /// How many are named.
    const MOST: usize = 5;

    fn look_at(&mut self, row: &Row, names: &Names) {
        for column in row.broken() {
            self.count += 1;
            if self.places.len() < Self::MOST {
                self.places.push((row.number, column));
            }
            self.first.get_or_insert_with(|| {
                let cells: Vec<String> = row.iter().map(str::to_owned).collect();
                let text = cells.get(column).map_or("", String::as_str);
                let start = text.find('\u{fffd}').unwrap_or(0);
                Box::new(Cell {
                    column: Some(column),
                    name: names.label(column).to_owned(),
                    line: row.line,
                    index: column,
                    span: start..(start + '\u{fffd}'.len_utf8()).min(text.len()),
                    row: cells,
                })
            });
        }
    }

    /// The places after the first one, in words.
    fn others(&self) -> String {
        let one = |(row, column): &(usize, usize)| format!("{}{row}", column_letters(*column));
        let mut others: Vec<String> = self.places.iter().skip(1).map(one).collect();
        if self.count > self.places.len() {
            others.push(format!("{} more", self.count - self.places.len()));
        }
        if others.is_empty() { String::new() } else { format!("; also in {}", others.join(", ")) }
    }
}

/// Whether a row has HXL tags and nothing else.
fn are_tags<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut filled = cells.filter(|cell| !cell.trim().is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| cell.trim().starts_with('#'))
}

/// The layer of a sheet with this header below so many rows; `None` if the row is none.
fn layer_of_header(layer: Option<Layer>, labels: &[String], above: usize) -> Option<Layer> {
    let least = if above < NEAR { 2 } else { 3 };
    let layer = layer_of(labels, &[]).map(|own| layer.unwrap_or(own))?;
    (known(layer, labels) >= least).then_some(layer)
}

/// How many fields some labels name.
fn known(layer: Layer, labels: &[String]) -> usize {
    Names::new(layer, labels.to_vec(), &[]).known()
}

/// Whether the row below a header is the header itself, and the one above it names groups of columns:
/// it has columns that are known and more of them.
fn is_better(layer: Layer, labels: &[String], below: &[String]) -> bool {
    !are_tags(below.iter().map(String::as_str))
        && layer_of(below, &[]).is_some()
        && known(layer, below) > known(layer, labels)
}

/// Where the header of a sheet is, and the row of its HXL tags, as indices of its rows; `None`
/// where no row names the columns.
///
/// ```
/// use enforcement_map::load::{Sheet, header_of};
/// let sheet = Sheet::read(b"Example Ministry,\nid,date,place,kind\n#event+id,#date,#adm1,\n")?;
/// assert_eq!(header_of(&sheet), Some((1, Some(2))));
/// # Ok::<(), String>(())
/// ```
#[must_use]
pub fn header_of(sheet: &Sheet) -> Option<(usize, Option<usize>)> {
    let mut rows = sheet.rows.iter().enumerate().take(PREAMBLE + 1);
    let (header, _) = rows.find(|(above, labels)| {
        let labels: Vec<String> = labels.iter().map(|label| unguarded(label).to_owned()).collect();
        layer_of_header(None, &labels, *above).is_some()
    })?;
    let labels_of = |row: usize| -> Vec<String> {
        let row = sheet.rows.get(row).map_or(&[][..], Vec::as_slice);
        row.iter().map(|label| unguarded(label).to_owned()).collect()
    };
    let (labels, next) = (labels_of(header), labels_of(header + 1));
    let layer = layer_of(&labels, &[]).unwrap_or(Layer::Actions);
    let header = header + usize::from(is_better(layer, &labels, &next));
    let mut below = sheet.rows.iter().enumerate().skip(header + 1).take(TAGS_WITHIN + 1);
    let tags = below.find(|(_, row)| are_tags(row.iter().map(String::as_str)));
    Some((header, tags.map(|(index, _)| index)))
}

/// Whether a sheet holds actions or flows. Flows have a column for the country of origin or
/// destination.
pub(super) fn layer_of(labels: &[String], tags: &[String]) -> Option<Layer> {
    let known = |layer| Names::new(layer, labels.to_vec(), tags);
    let (actions, flows) = (known(Layer::Actions), known(Layer::Flows));
    let is_flow = flows.has("destination") || flows.has("places") || flows.has("origin");
    match () {
        () if is_flow && !actions.has("place") && !actions.has("lat") => Some(Layer::Flows),
        // `from` and `to` beside a place are days, where no other column has them.
        () if actions.has("place") && actions.has("date_end") && !flows.has("date") => {
            Some(Layer::Actions)
        }
        () if is_flow && flows.has("destination") && flows.has("origin") => Some(Layer::Flows),
        () if actions.known() >= 2 => Some(Layer::Actions),
        () => None,
    }
}

impl<'a> Table<'a> {
    /// Reads up to the header. Without a layer the header decides which one it is.
    pub(crate) fn open(
        layer: Option<Layer>,
        source: &str,
        reader: &'a mut dyn Read,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let guess = layer.unwrap_or(Layer::Actions);
        let layer_is_said = layer.is_some();
        let mut cells = match Cells::new(Text::new(reader)) {
            Ok(cells) => cells,
            Err(error) => {
                diagnostics.push(unreadable(guess, source, &error.to_string()));
                return None;
            }
        };
        let mut rows: Vec<Row> = Vec::new();
        let mut found = None;
        while rows.len() <= PREAMBLE && found.is_none() {
            match cells.advance() {
                Ok(true) => {
                    let labels: Vec<String> = cells.row().iter().map(str::to_owned).collect();
                    found = layer_of_header(layer, &labels, rows.len()).map(|own| (own, labels));
                    rows.push(cells.row().clone());
                }
                Ok(false) => break,
                Err(stop) => {
                    diagnostics.push(stopped(guess, source, &stop));
                    return None;
                }
            }
        }
        let Some((mut layer, mut labels)) = found else {
            diagnostics.push(no_header(guess, source, rows.first()));
            return None;
        };
        let (mut ahead, mut stop) = (Vec::new(), None);
        match cells.advance() {
            Ok(true) => {
                let below: Vec<String> = cells.row().iter().map(str::to_owned).collect();
                if is_better(layer, &labels, &below) {
                    layer = layer_of(&below, &[]).filter(|_| !layer_is_said).unwrap_or(layer);
                    labels = below;
                    rows.push(cells.row().clone());
                } else {
                    ahead.push(cells.row().clone());
                }
            }
            Ok(false) => {}
            Err(why) => stop = Some(why),
        }
        let header = rows.pop().map_or(1, |row| row.number);
        if rows.iter().any(|row| !row.is_blank()) {
            diagnostics.push(Diagnostic::of_file(
                layer,
                source,
                Code::HeaderLate,
                format!(
                    "the columns are named in row {header}, and the rows above it were not read"
                ),
                "remove what stands above the header",
            ));
        }
        let mut table = Self {
            layer,
            names: Names::new(layer, labels, &[]),
            header,
            cells,
            ahead,
            current: Row::default(),
            stop,
            broken: Broken::default(),
        };
        table.take_tags(layer_is_said, source, diagnostics);
        table.names.describe(layer, source, header, diagnostics);
        Some(table)
    }

    /// Uses the row of HXL tags under the header, if there is one. What stands between the two
    /// are other headers.
    fn take_tags(&mut self, layer_is_said: bool, source: &str, diagnostics: &mut Vec<Diagnostic>) {
        let mut between = Vec::new();
        let row = loop {
            let row = match self.ahead.pop() {
                Some(row) => row,
                None => match self.stop.take().map_or_else(|| self.cells.advance(), Err) {
                    Ok(true) => self.cells.row().clone(),
                    Ok(false) => break None,
                    Err(stop) => {
                        self.stop = Some(stop);
                        break None;
                    }
                },
            };
            if are_tags(row.iter()) {
                break Some(row);
            }
            between.push(row);
            if between.len() > TAGS_WITHIN {
                break None;
            }
        };
        let Some(row) = row else {
            self.ahead = between;
            self.ahead.reverse();
            return;
        };
        if let Some(first) = between.iter().find(|row| !row.is_blank()) {
            let mut diagnostic = Diagnostic::of_file(
                self.layer,
                source,
                Code::HeaderSecond,
                format!(
                    "the rows from here to the HXL tags in row {} were taken for headers, and not read",
                    row.number
                ),
                "if they are records, move the tags up under the header",
            );
            diagnostic.feature = Some(first.number);
            diagnostic.cell = Some(Box::new(first_cell(first)));
            diagnostics.push(diagnostic);
        }
        let tags: Vec<String> = row.iter().map(str::to_owned).collect();
        if !layer_is_said {
            self.layer = layer_of(&self.names.labels, &tags).unwrap_or(self.layer);
        }
        let mut diagnostic = Diagnostic::of_file(
            self.layer,
            source,
            Code::TagRow,
            "this row has HXL tags, which were used to understand the columns",
            "nothing needs to be done",
        );
        diagnostic.feature = Some(row.number);
        diagnostic.cell = Some(Box::new(first_cell(&row)));
        diagnostics.push(diagnostic);
        self.names = Names::new(self.layer, std::mem::take(&mut self.names.labels), &tags);
    }

    /// Reads the next row that is not blank. `false` at the end.
    pub(crate) fn advance(&mut self, source: &str, diagnostics: &mut Vec<Diagnostic>) -> bool {
        loop {
            if let Some(row) = self.ahead.pop() {
                self.current = row;
            } else {
                let more = self.stop.take().map_or_else(|| self.cells.advance(), Err);
                match more {
                    Ok(true) => {}
                    Ok(false) => return false,
                    Err(stop) => {
                        diagnostics.push(stopped(self.layer, source, &stop));
                        return false;
                    }
                }
                self.current.number = 0;
            }
            if !self.row().is_blank() {
                let row = if self.current.number > 0 { &self.current } else { self.cells.row() };
                self.broken.look_at(row, &self.names);
                return true;
            }
        }
    }

    /// The row that was read last.
    pub(crate) fn row(&self) -> &Row {
        if self.current.number > 0 { &self.current } else { self.cells.row() }
    }

    /// Diagnostics about the text as a whole, at its end.
    pub(crate) fn finish(&self, source: &str, diagnostics: &mut Vec<Diagnostic>) {
        let text = self.cells.text();
        if let Some(guess) = text.guess_in_words() {
            diagnostics.push(Diagnostic::of_file(
                self.layer,
                source,
                Code::EncodingGuessed,
                guess,
                "save it as \"CSV UTF-8\" if these letters look wrong",
            ));
        } else if text.encoding() != Encoding::Utf8 {
            diagnostics.push(Diagnostic::of_file(
                self.layer,
                source,
                Code::EncodingRead,
                format!("the text is not UTF-8, and was read as {}", text.encoding().name()),
                "save it as \"CSV UTF-8\" if any letters look wrong",
            ));
        }
        if self.cells.is_escaped() {
            diagnostics.push(Diagnostic::of_file(
                self.layer,
                source,
                Code::QuoteEscaped,
                "quotes within texts are marked by a backslash, and were read so",
                "write them twice, as in \"\"Golden\"\", if any text looks wrong",
            ));
        }
        if self.cells.is_spaced() {
            diagnostics.push(Diagnostic::of_file(
                self.layer,
                source,
                Code::QuoteSpaced,
                "spaces stand between delimiters and quotes, and were passed over",
                "remove them, since other programs take such quotes for text",
            ));
        }
        let what = match text.broken {
            0 if self.broken.count > 0 => {
                "the file has \u{fffd} where a program before could not read a letter".to_owned()
            }
            0 => return,
            1 => format!("a byte is no {}, and is shown as \u{fffd}", text.encoding().name()),
            many => {
                format!("{many} bytes are no {}, and are shown as \u{fffd}", text.encoding().name())
            }
        };
        diagnostics.push(Diagnostic {
            feature: self.broken.places.first().map(|(row, _)| *row),
            cell: self.broken.first.clone(),
            ..Diagnostic::of_file(
                self.layer,
                source,
                Code::EncodingBroken,
                format!("{what}{}", self.broken.others()),
                "correct these cells, or open the original and save it as \"CSV UTF-8\"",
            )
        });
    }
}

fn unreadable(layer: Layer, source: &str, why: &str) -> Diagnostic {
    Diagnostic::of_file(
        layer,
        source,
        Code::FileUnreachable,
        format!("it could not be read ({why})"),
        "check the file",
    )
}

fn stopped(layer: Layer, source: &str, stop: &Stop) -> Diagnostic {
    match stop {
        Stop::Io(error) => unreadable(layer, source, &error.to_string()),
        Stop::Unclosed { number, line, start } => {
            let mut diagnostic = Diagnostic::of_file(
                layer,
                source,
                Code::QuoteUnclosed,
                "a double quote opens in this row and is never closed, so that the rest of the file is one cell",
                "close the quote behind the text that it begins",
            );
            let text = format!("\"{}", start.lines().next().unwrap_or_default());
            diagnostic.feature = Some(*number);
            diagnostic.cell = Some(Box::new(Cell {
                line: *line,
                span: 0..text.len(),
                row: vec![text],
                ..Cell::default()
            }));
            diagnostic
        }
    }
}

fn no_header(layer: Layer, source: &str, first: Option<&Row>) -> Diagnostic {
    let mut diagnostic = Diagnostic::of_file(
        layer,
        source,
        Code::HeaderMissing,
        "no row names the columns",
        match layer {
            Layer::Flows => "write id,date,origin,destination,people,title ... into the first row",
            _ => "write id,date,place,kind,title ... into the first row",
        },
    );
    if let Some(row) = first {
        diagnostic.feature = Some(row.number);
        diagnostic.cell = Some(Box::new(first_cell(row)));
    }
    diagnostic
}

/// The first cell of a row, to be quoted for the whole row.
fn first_cell(row: &Row) -> Cell {
    let cells: Vec<String> = row.iter().map(str::to_owned).collect();
    Cell {
        line: row.line,
        span: 0..cells.first().map_or(0, String::len),
        row: cells,
        ..Cell::default()
    }
}
