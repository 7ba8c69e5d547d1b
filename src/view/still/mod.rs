//! The widget as a standalone picture, for print, cards, mail and feeds: what it shows in the present
//! state, as SVG without style sheets.

mod block_layout;
mod box_edges;
mod layout;
mod paragraph;
mod picture;
mod stylesheet;
mod text_measure;
mod text_style;

use super::dom::Snapshot;
use super::state::Ui;
use super::widget::widget;
use layout::StillLayout;
use picture::outlined;
use stylesheet::{Rules, Widths, styled};
pub use text_measure::{TextMeasure, TextRun};

/// The size of a picture, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StillSize {
    /// The width.
    pub width: u32,
    /// The height; `None` for as high as the contents need.
    pub height: Option<u32>,
}

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StillError {
    /// The contents do not fit in.
    TooSmall,
    /// There is nothing to draw: no province has a shape, or the world was not loaded.
    NoMap,
}

impl StillSize {
    /// The narrowest that text can be read in (WCAG 2.2, criterion 1.4.10).
    pub const NARROWEST: u32 = 240;
    /// The widest: what paper of the size A0 takes at 300 dots an inch.
    pub const WIDEST: u32 = 14_000;
}

/// Draws what a widget shows, as SVG.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::map::text_width;
/// use enforcement_map::view::{
///     Messages, PageLinks, Scene, StillSize, TextMeasure, TextRun, Ui, Words, still,
/// };
/// /// Letters stay letters, and their widths are estimated.
/// struct Estimate;
/// impl TextMeasure for Estimate {
///     fn width(&self, run: &TextRun<'_>) -> f64 { text_width(run.text, run.bold) * run.size }
///     fn outline(&self, _: &TextRun<'_>) -> Option<String> { None }
/// }
/// let words = Words::new("en", Messages::new(|key| Some(key.to_owned())));
/// let scene = Scene::new(sample::loaded(), words, PageLinks::default());
/// let svg = leptos::prelude::Owner::new().with(|| {
///     let ui = Ui::new(scene, Box::new(|_, _| {}));
///     still(ui, StillSize { width: 600, height: None }, &Estimate)
/// });
/// assert!(svg.is_ok_and(|svg| svg.starts_with("<svg ") && svg.contains("data-code=\"KH24\"")));
/// ```
///
/// # Errors
/// [`StillError`] if there is no map, or no room for it.
pub fn still(ui: Ui, size: StillSize, measure: &dyn TextMeasure) -> Result<String, StillError> {
    let root = widget(ui).snapshot();
    // The rules for text depend on the column alone, not on the width of the map in it.
    let column = f64::from(size.width).min(StillLayout::WIDEST);
    let rules = Rules::new(Widths { column, map: column });
    let words = styled(&root, &rules).ok_or(StillError::NoMap)?;
    let layout = StillLayout::new(&root, &words, measure)?;
    let (drawing, width, height) = layout.fitted(size)?;

    let scene = ui.scene();
    let language = scene.words.language.clone();
    let title = scene.dataset().title.get(&language).to_owned();
    let (across, down) = (f64::from(size.width), (height * f64::from(size.width) / width).round());
    let mut picture = Snapshot::new("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", picture::rounded(across))
        .attr("height", picture::rounded(down))
        .attr("viewBox", format!("0 0 {} {}", picture::rounded(width), picture::rounded(height)))
        .attr("lang", language)
        .attr("role", "img")
        .attr("font-family", FONTS);
    picture = picture.child(Snapshot::new("title").text(title));
    picture = picture.child(Snapshot::new("desc").text(layout.all_words()));
    let background = block_layout::rect(0.0, 0.0, width, height).attr("fill", layout.paper());
    let drawing = drawing.into_iter().map(|element| outlined(element, measure));
    Ok(picture.child(background).children(drawing).to_xml())
}

/// The fonts for text that stays text.
const FONTS: &str = "Noto Sans, Segoe UI, Roboto, Helvetica, Arial, Noto Sans Khmer, \
                     Khmer OS Siemreap, Noto Sans SC, Noto Sans KR, sans-serif";
