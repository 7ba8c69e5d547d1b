//! Text measured and drawn with fonts: shaped, so that Khmer stands as it should.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use enforcement_map::view::{TextMeasure, TextRun};
use icu::properties::props::{DefaultIgnorableCodePoint, Script};
use icu::properties::{CodePointMapData, CodePointSetData, PropertyNamesLong};
use resvg::tiny_skia::{Path, PathSegment, Transform};
use resvg::usvg::{Group, Node, Text, Tree};

use super::fonts::Fonts;

/// Text is measured at this size, and the result scaled.
const SIZE: f64 = 100.0;

/// Letters of fonts.
pub(super) struct FontMeasure {
    fonts: Fonts,
    shapes: bool,
    widths: RefCell<HashMap<(String, bool, bool), f64>>,
    /// Whether some font has a letter.
    known: RefCell<HashMap<char, bool>>,
    missing: RefCell<BTreeSet<char>>,
    /// Signs that no font has and no text needs, such as emoji.
    left_out: RefCell<BTreeSet<char>>,
}

impl FontMeasure {
    /// `shapes` says whether letters become shapes.
    pub(super) fn new(fonts: Fonts, shapes: bool) -> Self {
        Self {
            fonts,
            shapes,
            widths: RefCell::default(),
            known: RefCell::default(),
            missing: RefCell::default(),
            left_out: RefCell::default(),
        }
    }

    /// The scripts of letters that were asked for and no font has, each with those letters.
    pub(super) fn missing(&self) -> Vec<(String, String)> {
        let mut scripts: BTreeMap<String, String> = BTreeMap::new();
        for c in self.missing.borrow().iter() {
            let script = CodePointMapData::<Script>::new().get(*c);
            let name = PropertyNamesLong::<Script>::new().get(script).unwrap_or("Common");
            scripts.entry(name.replace('_', " ")).or_default().push(*c);
        }
        let sample = |letters: String| letters.chars().take(8).collect();
        scripts.into_iter().map(|(script, letters)| (script, sample(letters))).collect()
    }

    /// The signs that were left out of the picture, since no font has them. Letters that stay letters
    /// are drawn with the fonts of whoever looks.
    pub(super) fn left_out(&self) -> String {
        if self.shapes { self.left_out.borrow().iter().collect() } else { String::new() }
    }

    /// Remembers the letters that no font has. Returns the text without signs that none has, and
    /// without characters that XML forbids.
    fn drawable(&self, text: &str) -> String {
        let is_drawn = |c: &char| {
            // What is not seen needs no letter.
            let is_seen = !c.is_whitespace()
                && !CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(*c);
            let mut known = self.known.borrow_mut();
            if !is_seen || *known.entry(*c).or_insert_with(|| self.fonts.has(*c)) {
                return true;
            }
            let script = CodePointMapData::<Script>::new().get(*c);
            if [Script::Common, Script::Inherited].contains(&script) {
                self.left_out.borrow_mut().insert(*c);
                return false;
            }
            self.missing.borrow_mut().insert(*c);
            true
        };
        let is_allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
        let plain = |c: char| if c.is_whitespace() && c.is_control() { ' ' } else { c };
        let drawn: String = text.chars().map(plain).filter(is_allowed).filter(is_drawn).collect();
        // No gap where a sign stood at the start.
        if drawn.len() < text.len() && !text.starts_with(char::is_whitespace) {
            return drawn.trim_start().to_owned();
        }
        drawn
    }

    /// The text laid out around its point; `None` if nothing of it is seen.
    fn laid_out<T>(&self, run: &TextRun<'_>, read: impl FnOnce(&Text) -> T) -> Option<T> {
        let mut text = String::new();
        html_escape::encode_text_to_string(self.drawable(run.text), &mut text);
        let document = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>\
             <text xml:space='preserve' font-size='{}' font-weight='{}' font-style='{}' \
             letter-spacing='{}' text-anchor='{}'>{text}</text></svg>",
            run.size,
            if run.bold { 700 } else { 400 },
            if run.italic { "italic" } else { "normal" },
            run.spacing,
            run.anchor,
        );
        let tree = Tree::from_str(&document, &self.fonts.options).ok()?;
        text_in(tree.root()).map(read)
    }
}

fn text_in(group: &Group) -> Option<&Text> {
    group.children().iter().find_map(|node| match node {
        Node::Text(text) => Some(&**text),
        Node::Group(group) => text_in(group),
        _ => None,
    })
}

impl TextMeasure for FontMeasure {
    fn width(&self, run: &TextRun<'_>) -> f64 {
        let key = (run.text.to_owned(), run.bold, run.italic);
        let known = self.widths.borrow().get(&key).copied();
        let width = known.unwrap_or_else(|| {
            // Programs leave out spaces at the ends of a text, so each end gets a letter.
            let measured = |text: &str| {
                let run = TextRun { text, size: SIZE, spacing: 0.0, anchor: "start", ..*run };
                let width = self.laid_out(&run, |text| f64::from(text.bounding_box().width()));
                width.unwrap_or_default()
            };
            let is_bare = run.text.starts_with(' ') || run.text.ends_with(' ');
            let width = if is_bare {
                measured(&format!("n{}n", run.text)) - measured("nn")
            } else {
                measured(run.text)
            };
            self.widths.borrow_mut().insert(key, width);
            width
        });
        width * run.size / SIZE
    }

    fn outline(&self, run: &TextRun<'_>) -> Option<String> {
        if !self.shapes {
            self.drawable(run.text);
            return None;
        }
        let mut pen = Pen::default();
        self.laid_out(run, |text| pen.group(text.flattened()));
        Some(pen.data)
    }
}

/// Writes path data (SVG 2, section 9.3) in hundredths of a unit, from point to point.
#[derive(Default)]
struct Pen {
    data: String,
    at: (i64, i64),
    start: (i64, i64),
}

impl Pen {
    fn group(&mut self, group: &Group) {
        for node in group.children() {
            match node {
                Node::Path(path) => self.path(path.data(), path.abs_transform()),
                Node::Group(group) => self.group(group),
                _ => {}
            }
        }
    }

    fn path(&mut self, path: &Path, transform: Transform) {
        let Some(path) = path.clone().transform(transform) else { return };
        for segment in path.segments() {
            match segment {
                PathSegment::MoveTo(to) => {
                    self.command('m', &[to.x, to.y]);
                    self.start = self.at;
                }
                PathSegment::LineTo(to) => self.command('l', &[to.x, to.y]),
                PathSegment::QuadTo(a, to) => self.command('q', &[a.x, a.y, to.x, to.y]),
                PathSegment::CubicTo(a, b, to) => {
                    self.command('c', &[a.x, a.y, b.x, b.y, to.x, to.y]);
                }
                PathSegment::Close => {
                    self.data.push('z');
                    self.at = self.start;
                }
            }
        }
    }

    /// All points of a command are seen from where the pen was before it.
    #[allow(clippy::cast_possible_truncation, reason = "pictures are some thousand pixels wide")]
    fn command(&mut self, letter: char, numbers: &[f32]) {
        // The first move is seen from the origin either way.
        self.data.push(letter);
        let from = self.at;
        for (place, number) in numbers.iter().enumerate() {
            let number = (f64::from(*number) * 100.0).round() as i64;
            let (origin, own) =
                if place % 2 == 0 { (from.0, &mut self.at.0) } else { (from.1, &mut self.at.1) };
            *own = number;
            self.number(number - origin, place == 0);
        }
    }

    fn number(&mut self, hundredths: i64, is_first: bool) {
        if hundredths < 0 {
            self.data.push('-');
        } else if !is_first {
            self.data.push(' ');
        }
        let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
        let _ = match (whole, part) {
            (_, 0) => write!(self.data, "{whole}"),
            (0, _) if part % 10 == 0 => write!(self.data, ".{}", part / 10),
            (0, _) => write!(self.data, ".{part:02}"),
            _ if part % 10 == 0 => write!(self.data, "{whole}.{}", part / 10),
            _ => write!(self.data, "{whole}.{part:02}"),
        };
    }
}
