//! Reads delimited text (RFC 4180) row by row.

use std::io;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::encoding::Text;
use super::unspaced::Unspaced;

/// The longest row that is read, in bytes. `convert` writes the shape of a country into one cell;
/// longer ones come from a quote that is never closed.
const LONGEST: usize = 128 << 20;

/// Reads rows, and knows the number that a spreadsheet shows beside each.
pub(crate) struct Cells<'a> {
    text: Text<'a>,
    /// Decoded and not yet read.
    buffer: Vec<u8>,
    at: usize,
    reader: Reader,
    row: Row,
    next_number: usize,
    next_line: usize,
    /// The row before ended in a carriage return, so that a line feed belongs to it.
    after_return: bool,
    /// A backslash stands before quotes within texts.
    is_escaped: bool,
    /// Takes away spaces before quotes, where the file has them.
    unspaced: Option<Unspaced>,
}

/// One row.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// As a spreadsheet numbers it, from 1.
    pub(crate) number: usize,
    /// The line of the file on which it begins, from 1.
    pub(crate) line: usize,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
}

impl std::fmt::Display for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Io(error) => write!(f, "it could not be read ({error})"),
            Self::Unclosed { number, .. } => {
                write!(f, "a double quote opens in row {number} and is never closed")
            }
        }
    }
}

/// Why there are no more rows.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The file failed.
    Io(io::Error),
    /// A quote was opened in this row and never closed.
    Unclosed { number: usize, line: usize, start: String },
}

impl Row {
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    pub(crate) fn cell(&self, index: usize) -> &str {
        let end_of = |index: usize| self.ends.get(index).copied();
        let (true, Some(end)) = (index < self.count, end_of(index)) else { return "" };
        let start = index.checked_sub(1).and_then(end_of).unwrap_or(0);
        let bytes = self.bytes.get(start..end).unwrap_or_default();
        // It was decoded to UTF-8, and commas and quotes cut no character.
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.count).map(|index| self.cell(index))
    }

    /// The cells with U+FFFD, which stands for bytes that are no character.
    pub(crate) fn broken(&self) -> Vec<usize> {
        let end = self.count.checked_sub(1).and_then(|last| self.ends.get(last));
        let bytes = self.bytes.get(..end.copied().unwrap_or(0)).unwrap_or_default();
        // Rows are many, and few have this byte, with which U+FFFD begins in UTF-8.
        if !bytes.contains(&0xef) {
            return Vec::new();
        }
        (0..self.count).filter(|index| self.cell(*index).contains('\u{fffd}')).collect()
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.iter().all(|cell| cell.trim().is_empty())
    }
}

impl<'a> Cells<'a> {
    /// Begins to read. The first lines show the delimiter.
    ///
    /// # Errors
    /// Those of the reader.
    pub(crate) fn new(mut text: Text<'a>) -> io::Result<Self> {
        let mut buffer = Vec::new();
        text.read_into(&mut buffer)?;
        let (said, skipped) = said_delimiter(&buffer);
        let delimiter = said.unwrap_or_else(|| likely_delimiter(&buffer));
        let is_escaped = has_escaped_quotes(&buffer, delimiter);
        let mut unspaced = Unspaced::of(buffer.get(skipped..).unwrap_or_default(), delimiter);
        if let Some(unspaced) = &mut unspaced {
            let rest = unspaced.without_spaces(buffer.get(skipped..).unwrap_or_default());
            buffer.truncate(skipped);
            buffer.extend(rest);
        }
        let mut builder = ReaderBuilder::new();
        builder.delimiter(delimiter).escape(is_escaped.then_some(b'\\'));
        let reader = builder.build();
        let row = Row { bytes: vec![0; 4096], ends: vec![0; 64], ..Row::default() };
        let next = usize::from(said.is_some()) + 1;
        Ok(Self {
            text,
            buffer,
            at: skipped,
            reader,
            row,
            next_number: next,
            next_line: next,
            after_return: false,
            is_escaped,
            unspaced,
        })
    }

    /// Whether a backslash stands before quotes within texts.
    pub(crate) fn is_escaped(&self) -> bool {
        self.is_escaped
    }

    /// Whether there are spaces before quotes, which were passed over.
    pub(crate) fn is_spaced(&self) -> bool {
        self.unspaced.is_some()
    }

    pub(crate) fn text(&self) -> &Text<'a> {
        &self.text
    }

    /// The row that was read last.
    pub(crate) fn row(&self) -> &Row {
        &self.row
    }

    fn fill(&mut self) -> io::Result<bool> {
        self.buffer.clear();
        self.at = 0;
        // A piece may end within its first character, so that it adds no text.
        while self.buffer.is_empty() {
            if !self.text.read_into(&mut self.buffer)? {
                return Ok(false);
            }
            if let Some(unspaced) = &mut self.unspaced {
                self.buffer = unspaced.without_spaces(&self.buffer);
            }
        }
        Ok(true)
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        if self.at >= self.buffer.len() && !self.fill()? {
            return Ok(None);
        }
        Ok(self.buffer.get(self.at).copied())
    }

    /// Skips empty lines, which spreadsheets number and the CSV reader leaves out.
    fn pass_empty_lines(&mut self) -> io::Result<()> {
        while let Some(byte @ (b'\n' | b'\r')) = self.peek()? {
            self.at += 1;
            if !(byte == b'\n' && self.after_return) {
                self.next_number += 1;
                self.next_line += 1;
            }
            self.after_return = byte == b'\r';
        }
        self.after_return = false;
        Ok(())
    }

    /// Reads the next row; `false` at the end.
    ///
    /// # Errors
    /// [`Stop`]: there is nothing more to read.
    pub(crate) fn advance(&mut self) -> Result<bool, Stop> {
        self.pass_empty_lines().map_err(Stop::Io)?;
        self.row.count = 0;
        self.row.number = self.next_number;
        self.row.line = self.next_line;
        let (mut filled, mut quotes) = (0, 0_usize);
        loop {
            let input = self.buffer.get(self.at..).unwrap_or_default();
            let output = self.row.bytes.get_mut(filled..).unwrap_or_default();
            let ends = self.row.ends.get_mut(self.row.count..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(input, output, ends);
            let consumed = input.get(..read).unwrap_or_default();
            quotes += consumed.iter().filter(|byte| **byte == b'"').count();
            self.after_return = consumed.last().map_or(self.after_return, |byte| *byte == b'\r');
            self.at += read;
            filled += written;
            self.row.count += ended;
            match result {
                // At the end of the file the empty piece says so.
                ReadRecordResult::InputEmpty => {
                    self.fill().map_err(Stop::Io)?;
                }
                ReadRecordResult::OutputFull if filled > LONGEST => return Err(self.unclosed()),
                ReadRecordResult::OutputFull => self.row.bytes.resize(filled * 2, 0),
                ReadRecordResult::OutputEndsFull => self.row.ends.resize(self.row.count * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(false),
            }
        }
        let text = self.row.bytes.get(..filled).unwrap_or_default();
        let breaks = text.iter().filter(|byte| **byte == b'\n').count();
        self.next_number += 1;
        self.next_line += 1 + breaks;
        // In RFC 4180 quotes come in pairs. An odd number means one that is open at the end of the file.
        if !self.is_escaped
            && quotes % 2 == 1
            && breaks > 0
            && self.peek().map_err(Stop::Io)?.is_none()
        {
            return Err(self.unclosed());
        }
        Ok(true)
    }

    fn unclosed(&self) -> Stop {
        let last = self.row.count.saturating_sub(1);
        let start = self.row.cell(last).chars().take(60).collect();
        Stop::Unclosed { number: self.row.number, line: self.row.line, start }
    }
}

/// Whether a backslash stands before quotes: one of them is followed by more text, so that it does
/// not end its cell.
fn has_escaped_quotes(text: &[u8], delimiter: u8) -> bool {
    let ends = |byte: u8| byte == delimiter || matches!(byte, b'\r' | b'\n' | b'"');
    text.windows(4).any(|four| match four {
        [before, b'\\', b'"', next] => *before != b'\\' && !ends(*next),
        _ => false,
    })
}

/// The delimiter that a first line such as `sep=;` tells Excel, and the length of that line.
fn said_delimiter(text: &[u8]) -> (Option<u8>, usize) {
    match text {
        [b's', b'e', b'p', b'=', delimiter, rest @ ..] => match rest {
            [b'\r', b'\n', ..] => (Some(*delimiter), 7),
            [b'\r' | b'\n', ..] => (Some(*delimiter), 6),
            _ => (None, 0),
        },
        _ => (None, 0),
    }
}

/// The delimiter that occurs most evenly: as often in as many lines as can be. Many lines are looked
/// at, since notes without any delimiter may stand above the header.
fn likely_delimiter(text: &[u8]) -> u8 {
    const LINES: usize = 240;
    let candidates = [b',', b';', b'\t', b'|'];
    let mut best = (0, b',');
    for delimiter in candidates {
        let mut counts = vec![0_usize];
        let (mut quoted, mut any) = (false, false);
        for &byte in text {
            match byte {
                b'"' => quoted = !quoted,
                b'\n' | b'\r' if !quoted => {
                    if any {
                        counts.push(0);
                    }
                    any = false;
                }
                _ if byte == delimiter && !quoted => {
                    any = true;
                    if let Some(count) = counts.last_mut() {
                        *count += 1;
                    }
                }
                _ => any = true,
            }
            if counts.len() > LINES {
                break;
            }
        }
        counts.retain(|count| *count > 0);
        counts.sort_unstable();
        let evenly = counts.chunk_by(|a, b| a == b);
        let scores =
            evenly.map(|alike| alike.len() * 100 + alike.first().copied().unwrap_or(0).min(99));
        let score = scores.max().unwrap_or(0);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}
