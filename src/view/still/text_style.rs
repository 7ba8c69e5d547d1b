//! The style of text, as the style sheet gives it.

use super::box_edges::length;
use super::stylesheet::Styled;

/// The style of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextStyle {
    /// The font size, in CSS pixels.
    pub(super) size: f64,
    /// The line height, as a multiple of the font size.
    pub(super) line: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) struck: bool,
    pub(super) colour: String,
}

impl TextStyle {
    /// The style of the root element. Its shorthand `font` is not parsed, so these defaults repeat it.
    pub(super) fn of_root(root: &Styled<'_>) -> Self {
        let text_style = Self {
            size: 16.0,
            line: 1.5,
            bold: false,
            italic: false,
            struck: false,
            colour: "#000".to_owned(),
        };
        text_style.within(root)
    }

    /// The style within an element.
    pub(super) fn within(&self, styled: &Styled<'_>) -> Self {
        let mut text_style = self.clone();
        if let Some(size) = styled.get("font-size").filter(|size| *size != "inherit") {
            text_style.size = length(size, self.size);
        }
        if let Some(line) = styled.get("line-height").and_then(|line| line.parse().ok()) {
            text_style.line = line;
        }
        let is_heading = matches!(styled.element.tag, "h1" | "h2" | "h3");
        text_style.bold = match styled.get("font-weight") {
            Some(weight) => weight >= "600",
            None => text_style.bold || is_heading,
        };
        if let Some(style) = styled.get("font-style") {
            text_style.italic = style == "italic";
        }
        if let Some(colour) = styled.get("color").filter(|colour| *colour != "inherit") {
            colour.clone_into(&mut text_style.colour);
        }
        text_style.struck |=
            styled.get("text-decoration").is_some_and(|line| line == "line-through");
        text_style
    }

    /// The height of a line, in CSS pixels.
    pub(super) fn line_height(&self) -> f64 {
        self.size * self.line
    }

    /// The distance of the baseline from the top of its line, in CSS pixels.
    pub(super) fn base(&self) -> f64 {
        self.line_height() / 2.0 + self.size * 0.36
    }
}
