//! How text looks, and boxes around it, as the style sheet says.

use super::sheet::Styled;

/// A text's look.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Face {
    /// In CSS pixels.
    pub(super) size: f64,
    /// From line to line, in its size.
    pub(super) line: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) struck: bool,
    pub(super) colour: String,
}

impl Face {
    /// What the root's style says, which spells most of it in one property that is not read here.
    pub(super) fn of_root(root: &Styled<'_>) -> Self {
        let face = Self {
            size: 16.0,
            line: 1.5,
            bold: false,
            italic: false,
            struck: false,
            colour: "#000".to_owned(),
        };
        face.within(root)
    }

    /// The look within an element.
    pub(super) fn within(&self, styled: &Styled<'_>) -> Self {
        let mut face = self.clone();
        if let Some(size) = styled.get("font-size").filter(|size| *size != "inherit") {
            face.size = length(size, self.size);
        }
        if let Some(line) = styled.get("line-height").and_then(|line| line.parse().ok()) {
            face.line = line;
        }
        let is_heading = matches!(styled.element.tag, "h1" | "h2" | "h3");
        face.bold = match styled.get("font-weight") {
            Some(weight) => weight >= "600",
            None => face.bold || is_heading,
        };
        if let Some(style) = styled.get("font-style") {
            face.italic = style == "italic";
        }
        if let Some(colour) = styled.get("color").filter(|colour| *colour != "inherit") {
            colour.clone_into(&mut face.colour);
        }
        face.struck |= styled.get("text-decoration").is_some_and(|line| line == "line-through");
        face
    }

    /// How high a line is.
    pub(super) fn line_height(&self) -> f64 {
        self.size * self.line
    }

    /// How far the letters' base is under the top of their line.
    pub(super) fn base(&self) -> f64 {
        self.line_height() / 2.0 + self.size * 0.36
    }
}

/// A length in CSS pixels; `em` is the size of the letters around.
pub(super) fn length(text: &str, size: f64) -> f64 {
    let text = text.trim();
    let number = |text: &str| text.trim().parse::<f64>().unwrap_or_default();
    match text.strip_suffix("px") {
        Some(pixels) => number(pixels),
        None => text.strip_suffix("em").map_or(0.0, |ems| number(ems) * size),
    }
}

/// The room around an element's content, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Around {
    pub(super) above: f64,
    pub(super) below: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) start: f64,
    pub(super) end: f64,
}

impl Around {
    pub(super) fn new(styled: &Styled<'_>, size: f64) -> Self {
        let one = |name: &str| styled.get(name).map(|text| length(text, size));
        let pair = |name: &str| {
            let parts: Vec<_> =
                styled.get(name)?.split_whitespace().map(|part| length(part, size)).collect();
            Some((*parts.first()?, *parts.last()?))
        };
        let (above, below) = pair("margin-block").unwrap_or_default();
        let (padding, beside) = pair("padding").unwrap_or_default();
        Self {
            above: one("margin-block-start").unwrap_or(above),
            below: one("margin-block-end").unwrap_or(below),
            top: one("padding-block-start").unwrap_or(padding),
            bottom: one("padding-block-end").unwrap_or(padding),
            start: one("padding-inline-start").unwrap_or(beside),
            end: one("padding-inline-end").unwrap_or(beside),
        }
    }
}

/// A border's width and colour: `3px solid #dd8544`.
pub(super) fn border(styled: &Styled<'_>, name: &str) -> Option<(f64, String)> {
    let mut parts = styled.get(name)?.split_whitespace();
    let width = length(parts.next()?, 16.0);
    let colour = parts.nth(1)?;
    (width > 0.0).then(|| (width, colour.to_owned()))
}
