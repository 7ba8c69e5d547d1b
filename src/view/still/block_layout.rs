//! Block, row and grid layout as in a browser, as far as the widget's text needs it.

use super::box_edges::{BoxEdges, border, length};
use super::paragraph::{Paragraph, Span};
use super::picture::{drawn, rounded};
use super::stylesheet::{Piece, Styled};
use super::text_measure::TextMeasure;
use super::text_style::TextStyle;
use crate::view::dom::{Snapshot, SnapshotChild};

/// The box that something is laid out in: its upper left corner and its width, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct LayoutBox {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
}

/// Lays out elements.
pub(super) struct BlockLayout<'l> {
    pub(super) measure: &'l dyn TextMeasure,
    pub(super) drawn: Vec<Snapshot>,
}

impl BlockLayout<'_> {
    /// Lays out an element and gives its height, with margins.
    pub(super) fn block(&mut self, styled: &Styled<'_>, around: &TextStyle, at: LayoutBox) -> f64 {
        // Nobody can press a control in a picture.
        if matches!(styled.element.tag, "button" | "input" | "select" | "nav" | "fieldset") {
            return 0.0;
        }
        let text_style = around.within(styled);
        let edges = BoxEdges::new(styled, text_style.size);
        let place = self.drawn.len();
        let left = border(styled, "border-inline-start").map_or(0.0, |(width, _)| width);
        let over = border(styled, "border-block-start").map_or(0.0, |(width, _)| width);
        let inner = LayoutBox {
            x: at.x + edges.padding_start + left,
            y: at.y + edges.margin_top + over + edges.padding_top,
            width: at.width - edges.padding_start - edges.padding_end - left,
        };
        let content = if styled.element.has_class("em-figures") {
            self.grid(styled, &text_style, inner)
        } else if styled.element.tag == "ul" && styled.get("flex-wrap") == Some("wrap") {
            self.row(styled, &text_style, inner)
        } else if styled.children.iter().any(is_inline) {
            let paragraph = Paragraph::new(&spans(styled, &text_style), inner.width, self.measure);
            self.drawn.extend(paragraph.at(inner.x, inner.y));
            paragraph.height()
        } else {
            self.stack(styled, &text_style, inner)
        };
        if content == 0.0 {
            return 0.0;
        }
        let height = over + edges.padding_top + content + edges.padding_bottom;
        let top = at.y + edges.margin_top;
        let mut behind = Vec::new();
        if let Some(colour) = styled.get("background").filter(|colour| colour.starts_with('#')) {
            behind.push(rect(at.x, top, at.width, height).attr("fill", colour));
        }
        if let Some((width, colour)) = border(styled, "border-inline-start") {
            behind.push(rect(at.x, top, width, height).attr("fill", colour));
        }
        if let Some((width, colour)) = border(styled, "border-block-start") {
            behind.push(rect(at.x, top, at.width, width).attr("fill", colour));
        }
        self.drawn.splice(place..place, behind);
        edges.margin_top + height + edges.margin_bottom
    }

    /// Children under each other.
    fn stack(&mut self, styled: &Styled<'_>, text_style: &TextStyle, at: LayoutBox) -> f64 {
        let gap = styled.get("gap").filter(|_| styled.get("display") == Some("flex"));
        let gap = gap.and_then(|gap| gap.split_whitespace().next());
        let gap = gap.map_or(0.0, |gap| length(gap, text_style.size));
        let mut height = 0.0;
        for child in styled.elements() {
            if child.element.tag == "svg" {
                // A symbol in the padding that is left for it.
                let left = BoxEdges::new(styled, text_style.size).padding_start;
                self.icon(child, at.x - left, at.y + 1.0);
                continue;
            }
            let used = self.block(child, text_style, LayoutBox { y: at.y + height, ..at });
            height += if used > 0.0 { used + gap } else { 0.0 };
        }
        (height - gap).max(0.0)
    }

    /// Children side by side in columns of equal width.
    fn grid(&mut self, styled: &Styled<'_>, text_style: &TextStyle, at: LayoutBox) -> f64 {
        /// The least width and the gaps (row, column) of the tiles in `style.css`.
        const LEAST: f64 = 240.0;
        const GAP: (f64, f64) = (16.0, 24.0);
        let children: Vec<_> = styled.elements().collect();
        let (mut columns, mut width) = (1_u32, at.width);
        while f64::from(columns + 1) * (LEAST + GAP.1) - GAP.1 <= at.width
            && children.len() > usize::try_from(columns).unwrap_or(usize::MAX)
        {
            columns += 1;
            width = (at.width + GAP.1) / f64::from(columns) - GAP.1;
        }
        let mut height: f64 = 0.0;
        for row in children.chunks(usize::try_from(columns).unwrap_or(1)) {
            let top = if height > 0.0 { height + GAP.0 } else { 0.0 };
            for (column, child) in (0_u32..).zip(row) {
                let x = at.x + f64::from(column) * (width + GAP.1);
                let used = self.block(child, text_style, LayoutBox { x, y: at.y + top, width });
                height = height.max(top + used);
            }
        }
        height
    }

    /// A legend's entries, as many in a line as there is room for.
    fn row(&mut self, styled: &Styled<'_>, text_style: &TextStyle, at: LayoutBox) -> f64 {
        const BESIDE: f64 = 16.0;
        const UNDER: f64 = 4.0;
        const TEXT: f64 = 6.0;
        let (mut x, mut y, mut line) = (0.0, 0.0, 0.0_f64);
        for entry in styled.elements() {
            // The entry may be a button in a page; here it is only its contents.
            let entry = entry.elements().find(|one| one.element.tag == "button").unwrap_or(entry);
            let text_style = text_style.within(entry);
            let icon = entry.elements().find(|one| is_icon(one));
            let (icon_width, icon_height) = icon.map_or((0.0, 0.0), |icon| size(icon, &text_style));
            let before = if icon.is_some() { icon_width + TEXT } else { 0.0 };
            let spans = spans(entry, &text_style);
            let text = Paragraph::new(&spans, at.width - before, self.measure);
            let (width, height) = (before + text.width, text.height().max(icon_height));
            if x > 0.0 && x + width > at.width {
                (x, y, line) = (0.0, y + line + UNDER, 0.0);
            }
            let middle = at.y + y + height.min(text_style.line_height().max(icon_height)) / 2.0;
            if let Some(icon) = icon {
                self.icon(icon, at.x + x, middle - icon_height / 2.0);
            }
            let top = middle - text_style.line_height() / 2.0;
            self.drawn.extend(text.at(at.x + x + before, top));
            x += width + BESIDE;
            line = line.max(height);
        }
        y + line
    }

    /// A swatch or a symbol.
    fn icon(&mut self, icon: &Styled<'_>, x: f64, y: f64) {
        let (width, height) = size(icon, &TextStyle::of_root(icon));
        if icon.element.tag != "svg" {
            let fill = match icon.get("background") {
                Some(colour) if colour.starts_with('#') => colour,
                // The pattern of the map.
                _ => "url(#em-hatch)",
            };
            let mut swatch = rect(x, y, width, height).attr("fill", fill);
            if let Some((width, colour)) = border(icon, "border") {
                swatch = swatch.attr("stroke", colour).attr("stroke-width", width);
            }
            self.drawn.push(swatch);
            return;
        }
        let view_box = icon.element.get("viewBox").unwrap_or("0 0 1 1").to_owned();
        let across = view_box.split_whitespace().nth(2).and_then(|width| width.parse::<f64>().ok());
        let scale = width / across.unwrap_or(width);
        let mut element = Snapshot::new("svg")
            .attr("x", rounded(x))
            .attr("y", rounded(y))
            .attr("width", rounded(width))
            .attr("height", rounded(height))
            .attr("viewBox", view_box);
        for name in ["opacity", "stroke-width"] {
            if let Some(value) = icon.get(name) {
                element = element.attr(name, value);
            }
        }
        let parts =
            icon.elements().filter_map(|child| drawn(child, scale)).map(SnapshotChild::Element);
        element.children.extend(parts);
        self.drawn.push(element);
    }
}

fn size(icon: &Styled<'_>, text_style: &TextStyle) -> (f64, f64) {
    let side = |name| icon.get(name).map(|text| length(text, text_style.size));
    (side("width").unwrap_or(16.0), side("height").unwrap_or(16.0))
}

pub(super) fn rect(x: f64, y: f64, width: f64, height: f64) -> Snapshot {
    Snapshot::new("rect")
        .attr("x", rounded(x))
        .attr("y", rounded(y))
        .attr("width", rounded(width))
        .attr("height", rounded(height))
}

fn is_icon(styled: &Styled<'_>) -> bool {
    styled.element.tag == "svg" || styled.element.has_class("em-swatch")
}

/// Whether it is inline: part of a line of text.
fn is_inline(piece: &Piece<'_>) -> bool {
    match piece {
        Piece::Text(text) => !text.trim().is_empty(),
        Piece::Element(child) => {
            matches!(child.element.tag, "span" | "a") && child.get("display") != Some("block")
        }
    }
}

/// The text of an element in its styles.
fn spans(styled: &Styled<'_>, text_style: &TextStyle) -> Vec<Span> {
    let mut spans = Vec::new();
    gather(styled, text_style, &mut spans);
    if styled.get("first-letter text-transform") == Some("uppercase")
        && let Some((_, text)) = spans.first_mut()
    {
        let mut measure = text.chars();
        let first: String = measure.next().into_iter().flat_map(char::to_uppercase).collect();
        *text = first + measure.as_str();
    }
    spans
}

fn gather(styled: &Styled<'_>, text_style: &TextStyle, spans: &mut Vec<Span>) {
    for piece in &styled.children {
        match piece {
            Piece::Text(text) => spans.push((text_style.clone(), (*text).to_owned())),
            Piece::Element(child) if is_icon(child) => {}
            Piece::Element(child) => gather(child, &text_style.within(child), spans),
        }
    }
}
