//! Breaking text into lines, which SVG does not do. Khmer and Chinese have no spaces to break at.

use icu::segmenter::options::LineBreakOptions;
use icu::segmenter::{GraphemeClusterSegmenter, LineSegmenter};

use super::picture::rounded;
use super::text_measure::{TextMeasure, TextRun};
use super::text_style::TextStyle;
use crate::view::dom::Snapshot;

/// A part of a paragraph in one style.
pub(super) type Span = (TextStyle, String);

/// A span with its distance from the left and its width, in CSS pixels.
type Placed = (f64, f64, Span);

/// A paragraph, broken into lines.
pub(super) struct Paragraph {
    lines: Vec<Vec<Placed>>,
    line_height: f64,
    base: f64,
    /// Of the widest line.
    pub(super) width: f64,
}

impl Paragraph {
    pub(super) fn new(spans: &[Span], most: f64, measure: &dyn TextMeasure) -> Self {
        let tallest =
            spans.iter().map(|(text_style, _)| text_style.line_height()).fold(0.0, f64::max);
        let base = spans.iter().map(|(text_style, _)| text_style.base()).fold(0.0, f64::max);
        let lines = lines(spans, most, measure);
        let ends = lines.iter().filter_map(|line| line.last());
        let width = ends.map(|(x, width, _)| x + width).fold(0.0, f64::max);
        Self { lines, line_height: tallest, base, width }
    }

    pub(super) fn height(&self) -> f64 {
        let lines = u32::try_from(self.lines.len()).unwrap_or_default();
        self.line_height * f64::from(lines)
    }

    /// The text elements, with the upper left corner at a point.
    pub(super) fn at(&self, x: f64, y: f64) -> Vec<Snapshot> {
        let mut elements = Vec::new();
        for (number, line) in (0_u32..).zip(&self.lines) {
            let base = y + self.line_height * f64::from(number) + self.base;
            for (shift, _, (text_style, text)) in line {
                if !text.trim().is_empty() {
                    elements.push(written(text_style, text, x + shift, base));
                }
            }
            elements.extend(struck(line, x, base));
        }
        elements
    }
}

/// The line through text that is struck out.
fn struck(line: &[Placed], x: f64, base: f64) -> Option<Snapshot> {
    let mut struck = line.iter().filter(|(_, _, (text_style, _))| text_style.struck);
    let first = struck.next()?;
    let (start, width, (text_style, _)) = (first.0, first.1, &first.2);
    let end = struck.next_back().map_or(start + width, |(start, width, _)| start + width);
    let y = rounded(base - text_style.size * 0.3);
    let path = format!("M{} {y}h{}", rounded(x + start), rounded(end - start));
    let path = Snapshot::new("path").attr("d", path);
    Some(path.attr("stroke", &text_style.colour).attr("stroke-width", "1"))
}

fn written(text_style: &TextStyle, text: &str, x: f64, y: f64) -> Snapshot {
    let mut element = Snapshot::new("text")
        .attr("x", rounded(x))
        .attr("y", rounded(y))
        .attr("font-size", rounded(text_style.size))
        .attr("fill", &text_style.colour);
    if text_style.bold {
        element = element.attr("font-weight", "700");
    }
    if text_style.italic {
        element = element.attr("font-style", "italic");
    }
    element.text(text)
}

fn width(text_style: &TextStyle, text: &str, measure: &dyn TextMeasure) -> f64 {
    let (size, bold, italic) = (text_style.size, text_style.bold, text_style.italic);
    measure.width(&TextRun { text, size, bold, italic, spacing: 0.0, anchor: "start" })
}

/// Where a line may end (UAX #14), as byte offsets; within words that are too long for a line, after
/// every grapheme cluster too.
fn breaks(text: &str, fits: impl Fn(&str) -> bool) -> Vec<usize> {
    let segmenter = LineSegmenter::new_auto(LineBreakOptions::default());
    let mut places = Vec::new();
    let mut start = 0;
    for end in segmenter.segment_str(text) {
        let word = text.get(start..end).unwrap_or_default();
        if !fits(word.trim_end()) {
            let clusters = GraphemeClusterSegmenter::new().segment_str(word);
            places.extend(clusters.map(|at| start + at));
        }
        places.push(end);
        start = end;
    }
    places.sort_unstable();
    places.dedup();
    places
}

fn lines(spans: &[Span], most: f64, measure: &dyn TextMeasure) -> Vec<Vec<Placed>> {
    let text: String = spans.iter().map(|(_, text)| text.as_str()).collect();
    let widest =
        spans.iter().map(|(text_style, _)| text_style).max_by(|a, b| a.size.total_cmp(&b.size));
    let Some(widest) = widest else { return Vec::new() };
    let places = breaks(&text, |word| width(widest, word, measure) <= most);
    let mut lines = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for next in places {
        let longer = text.get(start..next).unwrap_or_default();
        let is_too_long = !longer.trim_end().is_empty() && end > start && {
            let parts = cut(spans, start, start + longer.trim_end().len());
            parts.iter().map(|(text_style, text)| width(text_style, text, measure)).sum::<f64>()
                > most
        };
        if is_too_long {
            lines.push((start, end));
            start = end;
        }
        end = next;
    }
    lines.push((start, text.len()));
    let line = |(from, to): (usize, usize)| {
        let trimmed = text.get(from..to).unwrap_or_default().trim_end().len();
        let mut x = 0.0;
        let place = |span: Span| {
            let width = width(&span.0, &span.1, measure);
            x += width;
            (x - width, width, span)
        };
        cut(spans, from, from + trimmed).into_iter().map(place).collect()
    };
    lines.into_iter().map(line).collect()
}

/// The part of spans between two byte offsets in their text.
fn cut(spans: &[Span], from: usize, to: usize) -> Vec<Span> {
    let mut at = 0;
    let mut parts = Vec::new();
    for (text_style, text) in spans {
        let (start, end) = (from.max(at), to.min(at + text.len()));
        if let Some(part) = (start < end).then(|| text.get(start - at..end - at)).flatten() {
            parts.push((text_style.clone(), part.to_owned()));
        }
        at += text.len();
    }
    parts
}
