//! What a picture needs to know of the fonts that it is drawn with.

/// A text in one style, on one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextRun<'a> {
    /// What it says.
    pub text: &'a str,
    /// The letters' size, in CSS pixels.
    pub size: f64,
    /// Whether they are bold.
    pub bold: bool,
    /// Whether they are slanted.
    pub italic: bool,
    /// How much further apart they stand than they would, in CSS pixels.
    pub spacing: f64,
    /// What of the text stands at its point: `start`, `middle` or `end`.
    pub anchor: &'a str,
}

/// Fonts, as far as drawing is concerned.
pub trait TextMeasure {
    /// How wide a text is, in CSS pixels.
    fn width(&self, run: &TextRun<'_>) -> f64;

    /// The letters' shapes as path data around the text's point, so that the picture needs no font
    /// any more; `None` to keep them letters.
    fn outline(&self, run: &TextRun<'_>) -> Option<String>;
}
