//! Label placement: no label overlaps another, in columns of every width.
//!
//! A drawing is scaled to its column while its letters keep their size, so on a phone a letter is
//! three times as many drawing units wide as on a desktop screen. Labels are placed for the narrowest
//! column first; each wider one keeps them and adds those that then fit. A label is hidden or shown
//! but never moved, so a position is taken only if it is free in all wider columns too.

use geo_types::Coord;

use super::Viewport;
use super::ring::contains;

/// A class of column widths: the style has one rule for each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tier {
    /// The narrowest column of this class, in CSS pixels.
    pub width: f64,
}

/// The tiers from narrow to wide.
pub const TIERS: [Tier; 6] = [
    Tier { width: 260.0 },
    Tier { width: 340.0 },
    Tier { width: 440.0 },
    Tier { width: 570.0 },
    Tier { width: 740.0 },
    Tier { width: 960.0 },
];

impl Tier {
    /// How many drawing units a CSS pixel is at the tier's narrowest.
    ///
    /// ```
    /// use enforcement_map::map::TIERS;
    /// let units = TIERS.map(|tier| tier.unit());
    /// // The narrower the map, the more drawing units one CSS pixel takes.
    /// assert!(units.is_sorted_by(|a, b| a > b));
    /// ```
    #[must_use]
    pub fn unit(self) -> f64 {
        Viewport::WIDTH / self.width
    }
}

/// On which side of its point a label's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Anchor {
    Middle,
    Below,
    Above,
    Right,
    Left,
}

/// A position to try for a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    pub(super) anchor: Anchor,
    /// The offset from there, in widths and heights of the text.
    pub(super) shift: Coord<f64>,
}

impl Candidate {
    /// Directly beside the point.
    pub(super) fn at(anchor: Anchor) -> Self {
        Self { anchor, shift: Coord { x: 0.0, y: 0.0 } }
    }
}

/// A label to place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LabelRequest {
    /// The point it belongs to, in drawing units.
    pub(super) at: Coord<f64>,
    /// The lines of text.
    pub(super) lines: Vec<String>,
    /// The letters' size in CSS pixels at the tier's narrowest.
    pub(super) size: f64,
    /// Whether the letters are bold.
    pub(super) bold: bool,
    /// Width and height of the symbol at the point, in CSS pixels.
    pub(super) symbol: Coord<f64>,
    /// Whether a symbol is drawn even if there is no room for the text.
    pub(super) has_symbol: bool,
    /// The positions to try, the best first.
    pub(super) candidates: Vec<Candidate>,
    /// The largest width of the text, in drawing units.
    pub(super) max_width: f64,
    /// The ring that must contain the text's middle; empty where it may be anywhere. A name in the
    /// neighbouring province would be read as that province's.
    pub(super) bounds: Vec<Coord<f64>>,
}

/// A label with its position.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::map::{CountryMap, TIERS};
/// let map = CountryMap::new(&sample::dataset(), "km", |code| code.to_string());
/// let names: Vec<_> = map.provinces.iter().map(|shape| shape.label.lines.concat()).collect();
/// assert_eq!(names, ["ភ្នំពេញ", "ប៉ៃលិន"]);
/// assert!(map.provinces.iter().all(|shape| shape.label.tier.is_none_or(|tier| tier < TIERS.len())));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The point it belongs to, in drawing units.
    pub at: Coord<f64>,
    /// The lines of text.
    pub lines: Vec<String>,
    /// Whether the letters are bold.
    pub bold: bool,
    /// Half the width and height of the symbol at the point, in CSS pixels.
    pub half: Coord<f64>,
    /// On which side of the point the text stands.
    pub anchor: Anchor,
    /// The offset from there, in CSS pixels.
    pub shift: Coord<f64>,
    /// The index in [`TIERS`] from which on it is shown; `None` if no column has room for it.
    pub tier: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Extent {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Extent {
    /// In drawing units, around an anchor.
    fn placed(self, at: Coord<f64>, unit: f64) -> Self {
        Self {
            left: at.x + self.left * unit,
            right: at.x + self.right * unit,
            top: at.y + self.top * unit,
            bottom: at.y + self.bottom * unit,
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn middle(&self) -> Coord<f64> {
        Coord { x: (self.left + self.right) / 2.0, y: (self.top + self.bottom) / 2.0 }
    }

    fn within(&self, viewport: Viewport) -> bool {
        self.left >= 0.0
            && self.right <= Viewport::WIDTH
            && self.top >= 0.0
            && self.bottom <= viewport.height
    }
}

/// The height of a line, as a multiple of the font size. Khmer stacks signs above and below its consonants.
fn line_height(line: &str) -> f64 {
    if line.chars().any(|c| ('\u{1780}'..='\u{17ff}').contains(&c)) { 1.9 } else { 1.25 }
}

impl LabelRequest {
    /// The symbol, in CSS pixels around the anchor.
    fn symbol_extent(&self) -> Extent {
        let half = self.symbol / 2.0;
        Extent { left: -half.x, right: half.x, top: -half.y, bottom: half.y }
    }

    /// The text, in CSS pixels around the anchor.
    fn text_extent(&self, candidate: Candidate) -> Extent {
        let symbol = self.symbol_extent();
        let (width, height) = (self.width() + 4.0, self.height());
        let centred = Extent {
            left: -width / 2.0,
            right: width / 2.0,
            top: -height / 2.0,
            bottom: height / 2.0,
        };
        let extent = match candidate.anchor {
            Anchor::Middle => centred,
            Anchor::Below => {
                Extent { top: symbol.bottom, bottom: symbol.bottom + height, ..centred }
            }
            Anchor::Above => Extent { top: symbol.top - height, bottom: symbol.top, ..centred },
            Anchor::Right => Extent { left: symbol.right, right: symbol.right + width, ..centred },
            Anchor::Left => Extent { left: symbol.left - width, right: symbol.left, ..centred },
        };
        let shift = self.shift(candidate);
        Extent {
            left: extent.left + shift.x,
            right: extent.right + shift.x,
            top: extent.top + shift.y,
            bottom: extent.bottom + shift.y,
        }
    }

    /// In whole CSS pixels, as it is drawn.
    fn shift(&self, candidate: Candidate) -> Coord<f64> {
        Coord {
            x: (candidate.shift.x * self.width()).round(),
            y: (candidate.shift.y * self.height()).round(),
        }
    }

    /// Of all lines together, in CSS pixels.
    fn height(&self) -> f64 {
        self.size * self.lines.iter().map(|line| line_height(line)).sum::<f64>()
    }

    /// The widest line in CSS pixels.
    fn width(&self) -> f64 {
        self.lines.iter().map(|line| text_width(line, self.bold)).fold(0.0, f64::max) * self.size
    }
}

/// The least distance of a text from an obstacle, in CSS pixels.
const CLEARANCE: f64 = 5.0;

/// Places labels, the first ones first, away from obstacles (points in drawing units). Returns one
/// label for each request, in the same order.
pub(super) fn place(
    viewport: Viewport,
    requests: Vec<LabelRequest>,
    obstacles: &[Coord<f64>],
) -> Vec<Label> {
    let dot = Extent { left: -CLEARANCE, right: CLEARANCE, top: -CLEARANCE, bottom: CLEARANCE };
    let mut places: Vec<PlacedLabel> = requests.into_iter().map(PlacedLabel::new).collect();
    for (tier, Tier { width }) in TIERS.iter().enumerate() {
        for number in 0..places.len() {
            let Some(place) = places.get(number).filter(|place| place.choice.is_none()) else {
                continue;
            };
            let LabelRequest { at, bounds, .. } = &place.request;
            let others = || {
                let others = places.iter().enumerate().filter(|(other, _)| *other != number);
                others.map(|(_, other)| other)
            };
            // A label stays once it is shown, so it must have room in every wider column too.
            let fits = |(_, text): &(usize, &Extent)| {
                TIERS.iter().skip(tier).map(|tier| tier.unit()).all(|unit| {
                    let text = text.placed(*at, unit);
                    let own = [text, place.symbol.placed(*at, unit)];
                    text.within(viewport)
                        && (bounds.is_empty() || contains(bounds, text.middle()))
                        && !obstacles.iter().any(|at| dot.placed(*at, unit).meets(&text))
                        && others().all(|other| {
                            // Symbols that are drawn in any case may touch each other: the data
                            // say where they are.
                            let is_there = other.request.has_symbol || other.choice.is_some();
                            let there = other.request.at;
                            let label = other.label().map(|label| label.placed(there, unit));
                            !(is_there && other.symbol.placed(there, unit).meets(&text))
                                && label
                                    .is_none_or(|label| !own.iter().any(|one| one.meets(&label)))
                        })
                })
            };
            let narrow_enough =
                place.request.width() * (Viewport::WIDTH / width) <= place.request.max_width;
            let found = narrow_enough.then(|| place.texts.iter().enumerate().find(fits));
            let candidate = found.flatten().map(|(candidate, _)| candidate);
            if let Some(place) = places.get_mut(number) {
                place.choice = candidate.map(|candidate| (tier, candidate));
            }
        }
    }
    places.into_iter().map(PlacedLabel::into_label).collect()
}

/// A request with its extents, computed once: each of many labels is compared with every other one
/// many times.
struct PlacedLabel {
    request: LabelRequest,
    /// The symbol, in CSS pixels around the anchor.
    symbol: Extent,
    /// The text at each of its candidates.
    texts: Vec<Extent>,
    /// From which tier on it is shown, and at which candidate.
    choice: Option<(usize, usize)>,
}

impl PlacedLabel {
    fn new(request: LabelRequest) -> Self {
        let texts =
            request.candidates.iter().map(|candidate| request.text_extent(*candidate)).collect();
        Self { symbol: request.symbol_extent(), texts, request, choice: None }
    }

    fn label(&self) -> Option<&Extent> {
        self.choice.and_then(|(_, candidate)| self.texts.get(candidate))
    }

    fn into_label(self) -> Label {
        let candidate =
            self.choice.and_then(|(_, candidate)| self.request.candidates.get(candidate).copied());
        Label {
            shift: candidate
                .map_or(Coord { x: 0.0, y: 0.0 }, |candidate| self.request.shift(candidate)),
            at: self.request.at,
            anchor: candidate.map_or(Anchor::Middle, |candidate| candidate.anchor),
            lines: self.request.lines,
            bold: self.request.bold,
            half: self.request.symbol / 2.0,
            tier: self.choice.map(|(tier, _)| tier),
        }
    }
}

/// Splits a text at a space into two lines, which often fit where a single one does not.
pub(super) fn in_two(text: &str) -> Vec<String> {
    let spaces = text.match_indices(' ').map(|(at, _)| at);
    let middle = spaces.min_by_key(|at| at.abs_diff(text.len() / 2));
    match middle.and_then(|at| text.split_at_checked(at)) {
        Some((first, second)) => vec![first.to_owned(), second.trim_start().to_owned()],
        None => vec![text.to_owned()],
    }
}

/// The width of regular letters as a fraction of that of bold ones.
const REGULAR: f64 = 0.9;

/// An upper estimate of a text's width, as a multiple of the font size: the width in the widest
/// sans-serif fonts, such as Verdana and DejaVu. In other fonts a little room stays free.
///
/// ```
/// use enforcement_map::map::text_width;
/// assert!(text_width("Pailin", true) > text_width("Pailin", false));
/// // Khmer vowels above and below a consonant take no width.
/// assert_eq!(text_width("ប៉ិ", true), text_width("ប", true));
/// ```
#[must_use]
pub fn text_width(text: &str, bold: bool) -> f64 {
    let width: f64 = text.chars().map(char_width).sum();
    if bold { width } else { width * REGULAR }
}

/// The width of a bold letter.
fn char_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 0.38,
        'f' | 't' | 'r' | ' ' | '-' | '(' | ')' | '\u{a0}' | '\u{202f}' => 0.49,
        'm' | 'w' | 'M' | 'W' => 1.1,
        'A'..='Z' => 0.78,
        // Khmer marks stand above or below their consonant, beside it or on both sides. Most of its
        // fonts have no bold: letters are as wide in both.
        '\u{17bf}' | '\u{17c0}' | '\u{17c4}' | '\u{17c5}' => 1.0,
        '\u{17b6}' | '\u{17be}'..='\u{17c3}' | '\u{17c7}' | '\u{17c8}' => 0.5,
        '\u{17b4}'..='\u{17d3}' | '\u{200b}' => 0.0,
        '\u{1780}'..='\u{17b3}' => 0.95,
        // Scripts of full-width characters.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => 1.05,
        _ => 0.71,
    }
}
