//! The map of the provinces.

use geo_types::{Coord, MultiPolygon};

use super::frame::Bounds;
use super::label::{self, Anchor, Label, Spot, Wish};
use super::{Frame, PathData, Stereographic, View, clip, inside, seam};
use crate::model::{
    Context, ContextKind, CountryCode, Dataset, Kind, Province, ProvinceCode, sorted,
};

/// A province as drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvinceShape {
    /// Its code.
    pub code: ProvinceCode,
    /// Its outline.
    pub path: String,
    /// Where its symbols are and its name is written.
    pub at: Coord<f64>,
    /// Whether it is so small that it needs a larger target than itself (WCAG 2.5.8).
    pub tiny: bool,
    /// Its name; in the order of size, so that the small lie over the large.
    pub label: Label,
    /// The kinds of action that any of its records has.
    pub kinds: Vec<Kind>,
}

/// What is drawn around and over the provinces.
#[derive(Clone, Debug, PartialEq)]
pub struct SurroundingShape {
    /// Its outline or course; empty for the sea.
    pub path: String,
    /// What it is.
    pub water: Option<Water>,
    /// Its name.
    pub label: Option<Label>,
}

/// What sort of water.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Water {
    Lake,
    River,
    Sea,
}

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct CountryMap {
    /// Its frame.
    pub frame: Frame,
    /// The provinces, the largest first.
    pub provinces: Vec<ProvinceShape>,
    /// Neighbours and water.
    pub surroundings: Vec<SurroundingShape>,
}

/// The size of letters, in CSS pixels.
const PROVINCE_TEXT: f64 = 12.0;
const COUNTRY_TEXT: f64 = 11.0;
/// The size of a symbol, in CSS pixels.
const SYMBOL: f64 = 20.0;
/// How many symbols stand side by side.
const SYMBOLS: usize = 4;
/// Where a name is tried beside a sign or a point.
const BESIDE: [Anchor; 4] = [Anchor::Below, Anchor::Above, Anchor::Right, Anchor::Left];
/// How far from the middle of its province a name is tried, in its own widths and heights.
const SHIFTS: [(f64, f64); 13] = [
    (0.0, 0.0),
    (0.0, 0.7),
    (0.0, -0.7),
    (0.25, 0.0),
    (-0.25, 0.0),
    (0.25, 0.7),
    (0.25, -0.7),
    (-0.25, 0.7),
    (-0.25, -0.7),
    (0.5, 0.0),
    (-0.5, 0.0),
    (0.0, 1.4),
    (0.0, -1.4),
];
/// Around the provinces, in drawing units.
const MARGIN: f64 = 36.0;
/// A province narrower than this on its narrowest side, in drawing units, is hard to hit.
const TINY: f64 = 60.0;

impl CountryMap {
    /// The shape of a province.
    #[must_use]
    pub fn shape(&self, code: &ProvinceCode) -> Option<&ProvinceShape> {
        self.provinces.iter().find(|shape| shape.code == *code)
    }

    /// Draws a dataset's provinces with names in a language; `country_name` names neighbours.
    #[must_use]
    pub fn new(
        dataset: &Dataset,
        language: &str,
        country_name: impl Fn(CountryCode) -> String,
    ) -> Self {
        let vertices = || dataset.provinces.iter().flat_map(|province| exteriors(&province.area));
        let projection = Stereographic::centred_on(vertices());
        let view = View::fit(projection, vertices(), MARGIN, 450.0..=1300.0);
        let drawn = dataset.provinces.iter().map(|province| Drawn::new(&view, province)).collect();
        let order = sorted(drawn, |a: &Drawn<'_>, b| {
            (b.size.x * b.size.y).total_cmp(&(a.size.x * a.size.y))
        });

        let mut wishes: Vec<(Owner, Wish)> = Vec::new();
        for (number, drawn) in order.iter().enumerate() {
            let Some(at) = drawn.at else { continue };
            let name = drawn.province.name.get(language).to_owned();
            let kinds = kinds(dataset, &drawn.province.code).len();
            let wish = province_wish(at, name, drawn.size.x, kinds, drawn.ring.clone());
            wishes.push((Owner::Province(number), wish));
        }
        for (number, context) in dataset.surroundings.iter().enumerate() {
            let at = context.label.and_then(|at| view.place(at));
            if let Some(at) = at.filter(|at| view.frame.holds(*at, 0.0)) {
                let wish = context_wish(at, context, language, &country_name);
                wishes.extend(wish.map(|wish| (Owner::Surrounding(number), wish)));
            }
        }
        // First the provinces where something was done, then the neighbours for orientation, then
        // the other provinces, the large before the small, and last the water.
        let is_water = |number: usize| {
            dataset.surroundings.get(number).is_some_and(|one| one.country.is_none())
        };
        let turn = |(owner, wish): &(Owner, Wish)| match owner {
            Owner::Province(_) if wish.fixed => 0,
            Owner::Surrounding(number) if !is_water(*number) => 1,
            Owner::Province(_) => 2,
            Owner::Surrounding(_) => 3,
        };
        let wishes = sorted(wishes, |a, b| turn(a).cmp(&turn(b)));
        let (owners, wishes): (Vec<_>, Vec<_>) = wishes.into_iter().unzip();
        let labels: Vec<(Owner, Label)> =
            owners.into_iter().zip(label::place(view.frame, wishes, &[])).collect();
        let label = |owner: Owner| {
            labels.iter().find(|(other, _)| *other == owner).map(|(_, label)| label.clone())
        };

        let provinces = order
            .iter()
            .enumerate()
            .filter_map(|(number, Drawn { province, main, .. })| {
                let label = label(Owner::Province(number))?;
                Some(ProvinceShape {
                    code: province.code.clone(),
                    path: area_path(&view, &province.area),
                    at: label.at,
                    tiny: main.x.min(main.y) < TINY,
                    label,
                    kinds: kinds(dataset, &province.code).into_iter().take(SYMBOLS).collect(),
                })
            })
            .collect();
        let surroundings = dataset
            .surroundings
            .iter()
            .enumerate()
            .map(|(number, context)| surrounding(&view, context, label(Owner::Surrounding(number))))
            .collect();
        Self { frame: view.frame, provinces, surroundings }
    }
}

/// A province as it lies in the drawing.
struct Drawn<'a> {
    province: &'a Province,
    /// How wide and high it is with all its islands.
    size: Coord<f64>,
    /// How wide and high its largest part is: islands far apart make no large target of it.
    main: Coord<f64>,
    /// The exterior of that part.
    ring: Vec<Coord<f64>>,
    /// Where it is labelled.
    at: Option<Coord<f64>>,
}

impl<'a> Drawn<'a> {
    fn new(view: &View<Stereographic>, province: &'a Province) -> Self {
        let rings = rings(view, &province.area);
        let size = |points: &mut dyn Iterator<Item = Coord<f64>>| {
            Bounds::around(points).map_or(Coord { x: 0.0, y: 0.0 }, |bounds| bounds.size())
        };
        let whole = size(&mut rings.iter().flatten().copied());
        // A file may name a point that is not in the province, such as the middle of its box.
        let named = view.place(province.label);
        let named = named.filter(|at| rings.iter().any(|ring| inside::contains(ring, *at)));
        let areas = rings.into_iter().map(|ring| (inside::area(&ring), ring));
        let largest = areas.max_by(|(a, _), (b, _)| a.total_cmp(b));
        let ring = largest.map(|(_, ring)| ring).unwrap_or_default();
        let main = size(&mut ring.iter().copied());
        let at = named.or_else(|| inside::middle(&ring));
        Self { province, size: whole, main, ring, at }
    }
}

/// Whose label it is: the place in the list of provinces by size, or of surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    Province(usize),
    Surrounding(usize),
}

#[allow(clippy::cast_precision_loss, reason = "a handful of symbols")]
fn province_wish(
    at: Coord<f64>,
    name: String,
    width: f64,
    kinds: usize,
    home: Vec<Coord<f64>>,
) -> Wish {
    let symbols = kinds.min(SYMBOLS) as f64;
    let fixed = kinds > 0;
    Wish {
        at,
        lines: vec![name],
        size: PROVINCE_TEXT,
        bold: fixed,
        symbol: Coord { x: SYMBOL * symbols, y: if fixed { SYMBOL } else { 0.0 } },
        fixed,
        spots: if fixed {
            BESIDE.map(Spot::at).to_vec()
        } else {
            SHIFTS.map(|(x, y)| Spot { anchor: Anchor::Middle, shift: Coord { x, y } }).to_vec()
        },
        // The name of a place where nothing was recorded must not look like its neighbour's.
        widest: if fixed { Frame::WIDTH } else { width * 1.15 },
        home: if fixed { Vec::new() } else { home },
    }
}

fn context_wish(
    at: Coord<f64>,
    context: &Context,
    language: &str,
    country_name: impl Fn(CountryCode) -> String,
) -> Option<Wish> {
    let name = match context.country {
        Some(country) if context.name.is_empty() => country_name(country),
        _ => context.name.get(language).to_owned(),
    };
    (!name.is_empty()).then(|| Wish {
        at,
        // The style spaces these letters out; a little more room is asked for that.
        // A sea is often a narrow strip of the frame.
        lines: if context.kind == ContextKind::Sea { label::in_two(&name) } else { vec![name] },
        size: COUNTRY_TEXT * 1.15,
        bold: false,
        symbol: Coord { x: 0.0, y: 0.0 },
        fixed: false,
        spots: std::iter::once(Anchor::Middle).chain(BESIDE).map(Spot::at).collect(),
        widest: Frame::WIDTH,
        home: Vec::new(),
    })
}

/// The kinds of action that a province's records have, in the order of kinds.
fn kinds(dataset: &Dataset, province: &ProvinceCode) -> Vec<Kind> {
    let own = dataset.actions.iter().filter(|action| action.province() == Some(province));
    let mut kinds = sorted(own.map(|action| action.record.kind.clone()).collect(), Kind::cmp);
    kinds.dedup();
    kinds
}

fn exteriors(area: &MultiPolygon<f64>) -> impl Iterator<Item = Coord<f64>> + '_ {
    area.iter().flat_map(|polygon| polygon.exterior().0.iter().copied())
}

/// An area's rings in drawing units.
fn rings(view: &View<Stereographic>, area: &MultiPolygon<f64>) -> Vec<Vec<Coord<f64>>> {
    let place = |ring: Vec<Coord<f64>>| ring.iter().filter_map(|at| view.place(*at)).collect();
    seam::rings(area).into_iter().map(place).collect()
}

fn area_path(view: &View<Stereographic>, area: &MultiPolygon<f64>) -> String {
    let mut path = PathData::default();
    let sides = clip::around(view.frame, 40.0);
    for ring in rings(view, area) {
        path.ring(clip::ring(&ring, &sides));
    }
    path.as_str().to_owned()
}

fn surrounding(
    view: &View<Stereographic>,
    context: &Context,
    label: Option<Label>,
) -> SurroundingShape {
    let (path, water) = match &context.kind {
        ContextKind::Land(area) => (area_path(view, area), None),
        ContextKind::Lake(area) => (area_path(view, area), Some(Water::Lake)),
        ContextKind::River(lines) => {
            let mut path = PathData::default();
            let sides = clip::around(view.frame, 10.0);
            for line in lines {
                let points: Vec<_> = line.0.iter().filter_map(|at| view.place(*at)).collect();
                for part in clip::line(&points, &sides) {
                    path.line(part);
                }
            }
            (path.as_str().to_owned(), Some(Water::River))
        }
        ContextKind::Sea => (String::new(), Some(Water::Sea)),
    };
    SurroundingShape { path, water, label }
}
