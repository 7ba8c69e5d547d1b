//! The layout of a picture: text over and under the map, or beside it.

use super::block_layout::{BlockLayout, LayoutBox};
use super::picture::{drawn, rounded};
use super::stylesheet::{Rules, Styled, Widths, styled};
use super::text_measure::TextMeasure;
use super::text_style::TextStyle;
use super::{StillError, StillSize};
use crate::map::Viewport;
use crate::view::dom::{Snapshot, SnapshotChild};

/// The widget's text and map, with what arranging them needs.
pub(super) struct StillLayout<'t> {
    root: &'t Snapshot,
    words: &'t Styled<'t>,
    measure: &'t dyn TextMeasure,
    text_style: TextStyle,
    /// The ratio of height to width of each drawing: flows to near and far countries have two.
    ratios: Vec<f64>,
}

/// The gap between the map and the text beside it, and the margin around both, in CSS pixels.
const GAP: f64 = 24.0;
const EDGE: f64 = 16.0;
/// The factors by which text is scaled in a picture of a given size, the best first.
const SCALES: [f64; 14] =
    [1.4, 1.3, 1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55];

/// Elements with the width and height that they take, in CSS pixels.
type Drawing = (Vec<Snapshot>, f64, f64);

impl<'t> StillLayout<'t> {
    /// The widget is never wider, in CSS pixels. Wider pictures are this one, enlarged.
    pub(super) const WIDEST: f64 = 1200.0;

    pub(super) fn new(
        root: &'t Snapshot,
        words: &'t Styled<'t>,
        measure: &'t dyn TextMeasure,
    ) -> Result<Self, StillError> {
        let text_style = TextStyle::of_root(words);
        let mut layout = Self { root, words, measure, text_style, ratios: Vec::new() };
        layout.ratios = layout.drawings().into_iter().filter_map(|(_, map)| ratio(map)).collect();
        if layout.ratios.is_empty() { Err(StillError::NoMap) } else { Ok(layout) }
    }

    /// The drawing with its size in CSS pixels.
    pub(super) fn fitted(&self, size: StillSize) -> Result<Drawing, StillError> {
        let width = f64::from(size.width).min(Self::WIDEST);
        let Some(height) = size.height else { return Ok(self.column(width, None, 1.0)) };
        let height = f64::from(height) * width / f64::from(size.width);
        let found = if width > height * 1.15 {
            SCALES.iter().find_map(|scale| self.beside(width, height, *scale))
        } else {
            SCALES.iter().find_map(|scale| self.stacked(width, height, *scale))
        };
        found.ok_or(StillError::TooSmall)
    }

    /// All text in one piece, for readers who do not see the picture.
    pub(super) fn all_words(&self) -> String {
        let parts = self.above().into_iter().chain(self.below()).chain(self.sources());
        let mut texts = Vec::new();
        for part in parts {
            leaves(part, &mut texts);
        }
        texts.retain(|text| !text.trim().is_empty());
        texts.join("\n")
    }

    /// The colour of the background.
    pub(super) fn paper(&self) -> String {
        self.words.get("background").unwrap_or("#fff").to_owned()
    }

    fn of_class(&self, class: &str) -> Option<&Styled<'t>> {
        self.words.find(class)
    }

    fn above(&self) -> Vec<&Styled<'t>> {
        let class_breaks = ["em-title", "em-notice", "em-figures", "em-status"];
        class_breaks.iter().filter_map(|class| self.of_class(class)).collect()
    }

    /// The legend, what the map cannot show, and the selected province.
    fn below(&self) -> Vec<&Styled<'t>> {
        let mut parts = Vec::new();
        if let Some(picture) = self.of_class("em-picture") {
            beside_map(picture, &mut parts);
        }
        parts.extend(self.of_class("em-open"));
        parts
    }

    /// The drawings, each with its caption.
    fn drawings(&self) -> Vec<(Option<&Styled<'t>>, &Styled<'t>)> {
        let mut found = Vec::new();
        if let Some(picture) = self.of_class("em-picture") {
            drawings(picture, &mut found);
        }
        found
    }

    fn sources(&self) -> Option<&Styled<'t>> {
        self.of_class("em-sources")
    }

    /// Lays out parts under each other, with text of a scale; also gives their height.
    fn laid<'s>(
        &self,
        parts: impl IntoIterator<Item = &'s Styled<'t>>,
        width: f64,
        scale: f64,
    ) -> (Vec<Snapshot>, f64)
    where
        't: 's,
    {
        let mut blocks = BlockLayout { measure: self.measure, drawn: Vec::new() };
        let place = |y: f64| LayoutBox { x: 0.0, y, width: width / scale };
        let mut y = 0.0;
        for part in parts {
            y += blocks.block(part, &self.text_style, place(y));
        }
        (blocks.drawn, y * scale)
    }

    /// Everything in one column; the maps as wide as that, or as high as a limit lets them be.
    fn column(&self, width: f64, limit: Option<f64>, scale: f64) -> Drawing {
        let inner = width - 2.0 * EDGE;
        let (above, top) = self.laid(self.above(), inner, scale);
        let (below, bottom) = self.laid(self.below(), inner, scale);
        let (sources, foot) = self.laid(self.sources(), inner, scale);
        let room = limit.map(|limit| limit - 2.0 * EDGE - top - bottom - foot - 24.0);
        let map_width = room.map_or(inner, |room| self.maps_width(room).min(inner));
        let mut y = EDGE;
        let mut drawing = vec![at(above, EDGE, y, scale)];
        y += top + 8.0;
        let (maps, height) = self.maps(EDGE + (inner - map_width) / 2.0, y, map_width);
        drawing.extend(maps);
        y += height;
        drawing.push(at(below, EDGE, y, scale));
        y += bottom;
        let free = limit.map_or(0.0, |limit| (limit - EDGE - foot - y).max(0.0));
        drawing.push(at(sources, EDGE, y + free, scale));
        (drawing, width, limit.unwrap_or((y + foot + EDGE).ceil()))
    }

    /// The same in a given height; `None` if the maps would be too small in it.
    fn stacked(&self, width: f64, height: f64, scale: f64) -> Option<Drawing> {
        let inner = width - 2.0 * EDGE;
        let words: f64 = [self.above(), self.below(), self.sources().into_iter().collect()]
            .into_iter()
            .map(|parts| self.laid(parts, inner, scale).1)
            .sum();
        let left = height - words - 2.0 * EDGE - 24.0;
        let enough = (height * 0.42).min(self.maps_height(inner));
        (left >= enough).then(|| self.column(width, Some(height), scale))
    }

    /// The maps on one side, the words on the other.
    fn beside(&self, width: f64, height: f64, scale: f64) -> Option<Drawing> {
        let inner = width - 2.0 * EDGE;
        let (sources, foot) = self.laid(self.sources(), inner, scale);
        let high = height - 2.0 * EDGE - foot;
        if high <= 0.0 {
            return None;
        }
        let map_width = self.maps_width(high).min(inner * 0.6);
        let words_width = inner - map_width - GAP;
        let (words, needed) =
            self.laid(self.above().into_iter().chain(self.below()), words_width, scale);
        // Smaller maps would be illegible.
        let least = if self.ratios.len() > 1 { 0.24 } else { 0.38 };
        if needed > high || map_width < width * least {
            return None;
        }
        let y = EDGE + (high - self.maps_height(map_width)).max(0.0) / 2.0;
        let mut drawing = self.maps(EDGE, y, map_width).0;
        drawing.push(at(words, EDGE + map_width + GAP, EDGE, scale));
        drawing.push(at(sources, EDGE, height - EDGE - foot, scale));
        Some((drawing, width, height))
    }

    /// The height of all maps at a width.
    fn maps_height(&self, width: f64) -> f64 {
        let maps = self.ratios.iter().sum::<f64>() * width;
        maps + CAPTION * f64::from(u32::try_from(self.ratios.len()).unwrap_or(1).saturating_sub(1))
    }

    /// The width of the maps at a height.
    fn maps_width(&self, height: f64) -> f64 {
        let words = self.maps_height(0.0);
        ((height - words) / self.ratios.iter().sum::<f64>()).max(0.0)
    }

    /// The maps at a width in CSS pixels, which decides what they show; also gives their height.
    fn maps(&self, x: f64, y: f64, width: f64) -> (Vec<Snapshot>, f64) {
        let rules = Rules::new(Widths { column: width, map: width });
        let mut found = Vec::new();
        let root = styled(self.root, &rules);
        if let Some(picture) = root.as_ref().and_then(|root| root.find("em-picture")) {
            drawings(picture, &mut found);
        }
        let mut drawn = Vec::new();
        let mut top = y;
        for (place, (caption, map)) in found.into_iter().enumerate() {
            if place > 0 {
                let mut blocks = BlockLayout { measure: self.measure, drawn: Vec::new() };
                if let Some(caption) = caption {
                    blocks.block(caption, &self.text_style, LayoutBox { x, y: top, width });
                }
                drawn.extend(blocks.drawn);
                top += CAPTION;
            }
            if let Some((map, height)) = one_map(map, x, top, width) {
                drawn.push(map);
                top += height;
            }
        }
        (drawn, top - y)
    }
}

/// The height of the caption over the second map and further ones, in CSS pixels.
const CAPTION: f64 = 36.0;

/// The ratio of a drawing's height to its width; `None` if it is empty.
fn ratio(map: &Styled<'_>) -> Option<f64> {
    let sides = map.element.get("viewBox")?.split_whitespace();
    let sides: Vec<f64> = sides.filter_map(|side| side.parse().ok()).collect();
    let &[_, _, width, height] = sides.as_slice() else { return None };
    let ratio = height / width;
    (map.element.elements().next().is_some() && ratio.is_finite()).then_some(ratio)
}

/// A map with its height.
fn one_map(map: &Styled<'_>, x: f64, y: f64, width: f64) -> Option<(Snapshot, f64)> {
    let ratio = ratio(map)?;
    let mut picture = Snapshot::new("svg")
        .attr("x", rounded(x))
        .attr("y", rounded(y))
        .attr("width", rounded(width))
        .attr("height", rounded(width * ratio))
        .attr("viewBox", map.element.get("viewBox")?);
    let ground = map.get("background").unwrap_or("none");
    picture = picture.child(
        Snapshot::new("rect")
            .attr("width", rounded(Viewport::WIDTH))
            .attr("height", rounded(ratio * Viewport::WIDTH))
            .attr("fill", ground),
    );
    let scale = width / Viewport::WIDTH;
    let parts = map.elements().filter_map(|one| drawn(one, scale)).map(SnapshotChild::Element);
    picture.children.extend(parts);
    Some((picture, width * ratio))
}

/// The maps in a tree, each with the caption beside it.
fn drawings<'s, 't>(
    styled: &'s Styled<'t>,
    found: &mut Vec<(Option<&'s Styled<'t>>, &'s Styled<'t>)>,
) {
    let caption = styled.elements().find(|child| child.element.has_class("em-caption"));
    for child in styled.elements() {
        if child.element.has_class("em-fit") {
            found.extend(child.find("em-map").map(|map| (caption, map)));
        } else {
            drawings(child, found);
        }
    }
}

/// The parts under a map that belong to it.
fn beside_map<'s, 't>(styled: &'s Styled<'t>, parts: &mut Vec<&'s Styled<'t>>) {
    let is_box = |child: &Styled<'_>| child.element.has_class("em-fit");
    let has_box = styled.elements().any(is_box);
    for child in styled.elements() {
        let tag = child.element.tag;
        // A line beside a map is that map's own.
        if is_box(child) || (has_box && tag == "p") {
            continue;
        }
        if tag == "p" || tag == "ul" || child.element.has_class("em-legend") {
            parts.push(child);
        } else {
            beside_map(child, parts);
        }
    }
}

/// The text of each block of a tree.
fn leaves(styled: &Styled<'_>, texts: &mut Vec<String>) {
    let blocks =
        styled.elements().filter(|child| !matches!(child.element.tag, "span" | "a" | "svg"));
    let blocks: Vec<_> = blocks.collect();
    if blocks.is_empty() {
        texts.push(styled.element.all_text());
    }
    for block in blocks {
        leaves(block, texts);
    }
}

/// Elements that were laid out around the origin, moved to a point and scaled.
fn at(parts: Vec<Snapshot>, x: f64, y: f64, scale: f64) -> Snapshot {
    let mut transform = format!("translate({} {})", rounded(x), rounded(y));
    if (scale - 1.0).abs() > f64::EPSILON {
        transform.push_str(&format!("scale({})", rounded(scale)));
    }
    Snapshot::new("g").attr("transform", transform).children(parts)
}
