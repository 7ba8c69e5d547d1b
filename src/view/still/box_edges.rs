//! Lengths, and the margins, borders and padding of boxes, as the style sheet gives them.

use super::stylesheet::Styled;

/// A length in CSS pixels; `em` is the given font size.
pub(super) fn length(text: &str, size: f64) -> f64 {
    let text = text.trim();
    let number = |text: &str| text.trim().parse::<f64>().unwrap_or_default();
    match text.strip_suffix("px") {
        Some(pixels) => number(pixels),
        None => text.strip_suffix("em").map_or(0.0, |ems| number(ems) * size),
    }
}

/// The margins and paddings of a box, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct BoxEdges {
    pub(super) margin_top: f64,
    pub(super) margin_bottom: f64,
    pub(super) padding_top: f64,
    pub(super) padding_bottom: f64,
    pub(super) padding_start: f64,
    pub(super) padding_end: f64,
}

impl BoxEdges {
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
            margin_top: one("margin-block-start").unwrap_or(above),
            margin_bottom: one("margin-block-end").unwrap_or(below),
            padding_top: one("padding-block-start").unwrap_or(padding),
            padding_bottom: one("padding-block-end").unwrap_or(padding),
            padding_start: one("padding-inline-start").unwrap_or(beside),
            padding_end: one("padding-inline-end").unwrap_or(beside),
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
