//! Measuring text with the fonts that a picture is drawn with.

/// A text in one style, on one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextRun<'a> {
    /// The text.
    pub text: &'a str,
    /// The font size, in CSS pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is italic.
    pub italic: bool,
    /// The letter spacing, in CSS pixels.
    pub spacing: f64,
    /// Which part of the text stands at its point: `start`, `middle` or `end` (SVG `text-anchor`).
    pub anchor: &'a str,
}

/// The fonts, as far as layout and drawing need them.
pub trait TextMeasure {
    /// The width of a text, in CSS pixels.
    fn width(&self, run: &TextRun<'_>) -> f64;

    /// The text as path data around its point, so that the picture needs no font; `None` to keep it as
    /// text.
    fn outline(&self, run: &TextRun<'_>) -> Option<String>;
}
