//! The drawing as standalone SVG: styles become presentation attributes (SVG 2, section 6.6), which
//! every program supports.

use super::stylesheet::{Piece, Styled};
use super::text_measure::{TextMeasure, TextRun};
use crate::view::dom::{Snapshot, SnapshotChild};

/// The style properties that are presentation attributes too.
const PRESENTATION: [&str; 17] = [
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-size",
    "font-style",
    "font-weight",
    "letter-spacing",
    "opacity",
    "paint-order",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "transform",
];

/// The attributes that are kept.
const DRAWING: [&str; 20] = [
    "cx",
    "cy",
    "d",
    "data-code",
    "fill",
    "height",
    "id",
    "patternTransform",
    "patternUnits",
    "points",
    "r",
    "rx",
    "stroke-width",
    "text-anchor",
    "transform",
    "width",
    "x",
    "x1",
    "y",
    "y1",
];

/// A shape or group at a scale in CSS pixels a drawing unit; `None` if nothing of it is visible.
pub(super) fn drawn(styled: &Styled<'_>, scale: f64) -> Option<Snapshot> {
    let source = styled.element;
    // Links lead nowhere in a picture; their label becomes the title that readers see on pointing.
    let tag = if source.tag == "a" { "g" } else { source.tag };
    let mut element = Snapshot::new(tag);
    for name in DRAWING {
        // Only patterns keep their ids: in a page, others would clash with those of the widget.
        let is_named = name != "id" || tag == "pattern";
        if let Some(value) = source.get(name).filter(|_| is_named) {
            element = element.attr(name, value);
        }
    }
    for name in PRESENTATION {
        if let Some(value) = styled.get(name) {
            set(&mut element, name, value.trim_end_matches("px"));
        }
    }
    if let Some(spacing) = styled.get("letter-spacing").and_then(|value| value.strip_suffix("em")) {
        let size = number(&element, "font-size").unwrap_or(12.0);
        let spacing = spacing.parse::<f64>().unwrap_or_default() * size;
        set(&mut element, "letter-spacing", &rounded(spacing));
    }
    if styled.get("vector-effect") == Some("non-scaling-stroke") {
        unscale(&mut element, scale);
    }
    if is_unseen(&element) {
        return None;
    }
    if let Some(words) = source.get("aria-label").filter(|_| source.tag == "a") {
        element = element.child(Snapshot::new("title").text(words));
    }
    let upper = styled.get("text-transform") == Some("uppercase");
    for child in &styled.children {
        match child {
            Piece::Element(child) => {
                element.children.extend(drawn(child, scale).map(SnapshotChild::Element))
            }
            Piece::Text(text) => {
                let text = if upper { text.to_uppercase() } else { (*text).to_owned() };
                element.children.push(SnapshotChild::Text(text));
            }
        }
    }
    let is_group = matches!(tag, "g" | "text" | "defs");
    (!is_group || !element.children.is_empty()).then_some(element)
}

fn set(element: &mut Snapshot, name: &'static str, value: &str) {
    element.attributes.retain(|(own, _)| *own != name);
    element.attributes.push((name, value.to_owned()));
}

fn number(element: &Snapshot, name: &str) -> Option<f64> {
    element.get(name)?.trim_end_matches("px").parse().ok()
}

/// Few programs support `vector-effect` (SVG 2, section 8.13), by which lines keep their width at any
/// scale: they get their width in drawing units.
fn unscale(element: &mut Snapshot, scale: f64) {
    for name in ["stroke-width", "stroke-dasharray"] {
        if let Some(value) = element.get(name) {
            let parts = value.split_whitespace().filter_map(|part| part.parse::<f64>().ok());
            let parts: Vec<_> = parts.map(|part| rounded(part / scale)).collect();
            set(element, name, &parts.join(" "));
        }
    }
}

/// Whether it is invisible: a target for the pointer, or a shape without points.
fn is_unseen(element: &Snapshot) -> bool {
    let is = |name: &str, value: &str| element.get(name) == Some(value);
    (is("fill", "none") && is("stroke", "transparent")) || is("d", "")
}

/// A number with at most three decimals.
pub(super) fn rounded(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text as paths, if `measure` gives them; else as it is.
pub(super) fn outlined(mut element: Snapshot, measure: &dyn TextMeasure) -> Snapshot {
    if element.tag == "text" {
        let text = element.all_text();
        let run = TextRun {
            text: &text,
            size: number(&element, "font-size").unwrap_or(16.0),
            bold: element.get("font-weight").is_some_and(|weight| weight >= "600"),
            italic: element.get("font-style") == Some("italic"),
            spacing: number(&element, "letter-spacing").unwrap_or_default(),
            anchor: element.get("text-anchor").unwrap_or("start"),
        };
        let Some(path) = measure.outline(&run) else { return element };
        let at = |name| rounded(number(&element, name).unwrap_or_default());
        let place = format!("translate({} {})", at("x"), at("y"));
        element.tag = "path";
        element.children.clear();
        let is_of_text = |name: &str| {
            matches!(
                name,
                "x" | "y"
                    | "font-size"
                    | "font-weight"
                    | "font-style"
                    | "letter-spacing"
                    | "text-anchor"
                    | "text-decoration"
            )
        };
        element.attributes.retain(|(name, _)| !is_of_text(name));
        return element.attr("transform", place).attr("d", path);
    }
    element.children = element
        .children
        .into_iter()
        .map(|part| match part {
            SnapshotChild::Element(child) => SnapshotChild::Element(outlined(child, measure)),
            SnapshotChild::Text(text) => SnapshotChild::Text(text),
        })
        .collect();
    element
}
