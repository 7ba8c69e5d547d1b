//! The map of the provinces.

use geo_types::{Coord, MultiPolygon};

use super::label::{self, Anchor, Candidate, Label, LabelRequest};
use super::viewport::Bounds;
use super::{FittedProjection, PathData, Stereographic, Viewport, antimeridian, clip, ring};
use crate::model::{
    ActionKind, BasemapFeature, BasemapGeometry, CountryCode, Dataset, Lookup, Province,
    ProvinceCode, sorted,
};

/// A province as drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvinceShape {
    /// Its code.
    pub code: ProvinceCode,
    /// Its outline.
    pub path: String,
    /// The point of its symbols and its name, in drawing units.
    pub at: Coord<f64>,
    /// Whether it is so small that it needs a larger target than itself (WCAG 2.5.8).
    pub tiny: bool,
    /// Its name.
    pub label: Label,
    /// The kinds of its actions, in the order of kinds.
    pub kinds: Vec<ActionKind>,
}

/// A part of the basemap as drawn, around or over the provinces.
#[derive(Clone, Debug, PartialEq)]
pub struct BasemapShape {
    /// Its outline or course; empty for the sea.
    pub path: String,
    /// Which water it is; `None` for land.
    pub water: Option<Water>,
    /// Its name.
    pub label: Option<Label>,
}

/// A kind of water.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Water {
    Lake,
    River,
    Sea,
}

/// The drawing.
///
/// ```
/// # mod sample { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample/mod.rs")); }
/// use enforcement_map::map::CountryMap;
/// let map = CountryMap::new(&sample::dataset(), "en", |code| code.to_string());
/// // The largest province comes first, so that small ones lie over it.
/// let codes: Vec<_> = map.provinces.iter().map(|shape| shape.code.as_str()).collect();
/// assert_eq!(codes, ["KH12", "KH24"]);
/// assert!(map.provinces.iter().all(|shape| map.viewport.holds(shape.at, 0.0)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct CountryMap {
    /// Its frame.
    pub viewport: Viewport,
    /// The provinces, the largest first, so that small ones lie over large ones.
    pub provinces: Vec<ProvinceShape>,
    /// Neighbouring land and water.
    pub basemap: Vec<BasemapShape>,
}

/// The size of letters, in CSS pixels.
const PROVINCE_TEXT: f64 = 12.0;
const COUNTRY_TEXT: f64 = 11.0;
/// The size of a symbol, in CSS pixels.
const SYMBOL: f64 = 20.0;
/// The most symbols side by side.
const SYMBOLS: usize = 4;
/// The positions that are tried for a name beside symbols or a point.
const BESIDE: [Anchor; 4] = [Anchor::Below, Anchor::Above, Anchor::Right, Anchor::Left];
/// The offsets from the middle of its province that are tried for a name, in widths and heights of
/// the name.
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
/// The margin around the provinces, in drawing units.
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
        let fitted = FittedProjection::fit_extent(projection, vertices(), MARGIN, 450.0..=1300.0);
        let with_kinds = dataset.provinces.iter().zip(kinds(dataset));
        let drawn =
            with_kinds.map(|(province, kinds)| Drawn::new(&fitted, province, kinds)).collect();
        let order = sorted(drawn, |a: &Drawn<'_>, b| {
            (b.size.x * b.size.y).total_cmp(&(a.size.x * a.size.y))
        });

        let mut requests: Vec<(Owner, LabelRequest)> = Vec::new();
        for (number, drawn) in order.iter().enumerate() {
            let Some(at) = drawn.at else { continue };
            let name = drawn.province.name.get(language).to_owned();
            let kinds = drawn.kinds.len();
            let request = province_request(at, name, drawn.size.x, kinds, drawn.ring.clone());
            requests.push((Owner::Province(number), request));
        }
        for (number, feature) in dataset.basemap.iter().enumerate() {
            let at = feature.label.and_then(|at| fitted.project(at));
            if let Some(at) = at.filter(|at| fitted.viewport.holds(*at, 0.0)) {
                let request = basemap_request(at, feature, language, &country_name);
                requests.extend(request.map(|request| (Owner::Basemap(number), request)));
            }
        }
        // Labels are placed in this order: provinces with actions, neighbours for orientation, the
        // other provinces from large to small, and last the water.
        let is_water =
            |number: usize| dataset.basemap.get(number).is_some_and(|one| one.country.is_none());
        let turn = |(owner, request): &(Owner, LabelRequest)| match owner {
            Owner::Province(_) if request.has_symbol => 0,
            Owner::Basemap(number) if !is_water(*number) => 1,
            Owner::Province(_) => 2,
            Owner::Basemap(_) => 3,
        };
        let requests = sorted(requests, |a, b| turn(a).cmp(&turn(b)));
        let (owners, requests): (Vec<_>, Vec<_>) = requests.into_iter().unzip();
        let labels: Vec<(Owner, Label)> =
            owners.into_iter().zip(label::place(fitted.viewport, requests, &[])).collect();
        let label = |owner: Owner| {
            labels.iter().find(|(other, _)| *other == owner).map(|(_, label)| label.clone())
        };

        let provinces = order
            .iter()
            .enumerate()
            .filter_map(|(number, Drawn { province, main, kinds, .. })| {
                let label = label(Owner::Province(number))?;
                Some(ProvinceShape {
                    code: province.code.clone(),
                    path: area_path(&fitted, &province.area),
                    at: label.at,
                    tiny: main.x.min(main.y) < TINY,
                    label,
                    kinds: kinds.iter().take(SYMBOLS).cloned().collect(),
                })
            })
            .collect();
        let basemap = dataset
            .basemap
            .iter()
            .enumerate()
            .map(|(number, feature)| basemap_shape(&fitted, feature, label(Owner::Basemap(number))))
            .collect();
        Self { viewport: fitted.viewport, provinces, basemap }
    }
}

/// A province in drawing units, before it is labelled.
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
    /// The kinds of its actions, in the order of kinds.
    kinds: Vec<ActionKind>,
}

impl<'a> Drawn<'a> {
    fn new(
        fitted: &FittedProjection<Stereographic>,
        province: &'a Province,
        kinds: Vec<ActionKind>,
    ) -> Self {
        let rings = rings(fitted, &province.area);
        let size = |points: &mut dyn Iterator<Item = Coord<f64>>| {
            Bounds::around(points).map_or(Coord { x: 0.0, y: 0.0 }, |bounds| bounds.size())
        };
        let whole = size(&mut rings.iter().flatten().copied());
        // A file may name a point that is not in the province, such as the middle of its box.
        let named = fitted.project(province.label);
        let named = named.filter(|at| rings.iter().any(|ring| ring::contains(ring, *at)));
        let areas = rings.into_iter().map(|ring| (ring::area(&ring), ring));
        let largest = areas.max_by(|(a, _), (b, _)| a.total_cmp(b));
        let ring = largest.map(|(_, ring)| ring).unwrap_or_default();
        let main = size(&mut ring.iter().copied());
        let at = named.or_else(|| ring::middle(&ring));
        Self { province, size: whole, main, ring, at, kinds }
    }
}

/// What a label belongs to: an index in the list of provinces by size, or in the basemap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    Province(usize),
    Basemap(usize),
}

#[allow(clippy::cast_precision_loss, reason = "a handful of symbols")]
fn province_request(
    at: Coord<f64>,
    name: String,
    width: f64,
    kinds: usize,
    bounds: Vec<Coord<f64>>,
) -> LabelRequest {
    let symbols = kinds.min(SYMBOLS) as f64;
    let has_symbol = kinds > 0;
    LabelRequest {
        at,
        lines: vec![name],
        size: PROVINCE_TEXT,
        bold: has_symbol,
        symbol: Coord { x: SYMBOL * symbols, y: if has_symbol { SYMBOL } else { 0.0 } },
        has_symbol,
        candidates: if has_symbol {
            BESIDE.map(Candidate::at).to_vec()
        } else {
            SHIFTS
                .map(|(x, y)| Candidate { anchor: Anchor::Middle, shift: Coord { x, y } })
                .to_vec()
        },
        // The name of a province without actions must not reach into the next province.
        max_width: if has_symbol { Viewport::WIDTH } else { width * 1.15 },
        bounds: if has_symbol { Vec::new() } else { bounds },
    }
}

fn basemap_request(
    at: Coord<f64>,
    feature: &BasemapFeature,
    language: &str,
    country_name: impl Fn(CountryCode) -> String,
) -> Option<LabelRequest> {
    let name = match feature.country {
        Some(country) if feature.name.is_empty() => country_name(country),
        _ => feature.name.get(language).to_owned(),
    };
    (!name.is_empty()).then(|| LabelRequest {
        at,
        // The style spaces these letters out; a little more room is asked for that.
        // A sea is often a narrow strip of the frame.
        lines: if feature.geometry == BasemapGeometry::Sea {
            label::in_two(&name)
        } else {
            vec![name]
        },
        // The style spaces these letters out.
        size: COUNTRY_TEXT * 1.15,
        bold: false,
        symbol: Coord { x: 0.0, y: 0.0 },
        has_symbol: false,
        candidates: std::iter::once(Anchor::Middle).chain(BESIDE).map(Candidate::at).collect(),
        max_width: Viewport::WIDTH,
        bounds: Vec::new(),
    })
}

/// The kinds of each province's actions, in the order of kinds.
fn kinds(dataset: &Dataset) -> Vec<Vec<ActionKind>> {
    let code = |number: usize| dataset.provinces.get(number).map(|one| one.code.as_str());
    let by_code = Lookup::new(dataset.provinces.len(), &code, &mut |_, _| {});
    let mut all: Vec<Vec<ActionKind>> = dataset.provinces.iter().map(|_| Vec::new()).collect();
    for action in &dataset.actions {
        let number = action.province().and_then(|own| by_code.find(own.as_str(), &code));
        if let Some(kinds) = number.and_then(|number| all.get_mut(number))
            && let Err(place) = kinds.binary_search(&action.record.kind)
        {
            kinds.insert(place, action.record.kind.clone());
        }
    }
    all
}

fn exteriors(area: &MultiPolygon<f64>) -> impl Iterator<Item = Coord<f64>> + '_ {
    area.iter().flat_map(|polygon| polygon.exterior().0.iter().copied())
}

/// An area's rings in drawing units.
fn rings(
    fitted: &FittedProjection<Stereographic>,
    area: &MultiPolygon<f64>,
) -> Vec<Vec<Coord<f64>>> {
    let place = |ring: Vec<Coord<f64>>| ring.iter().filter_map(|at| fitted.project(*at)).collect();
    antimeridian::rings(area).into_iter().map(place).collect()
}

fn area_path(fitted: &FittedProjection<Stereographic>, area: &MultiPolygon<f64>) -> String {
    let mut path = PathData::default();
    let sides = clip::around(fitted.viewport, 40.0);
    for ring in rings(fitted, area) {
        path.ring(clip::ring(&ring, &sides));
    }
    path.as_str().to_owned()
}

fn basemap_shape(
    fitted: &FittedProjection<Stereographic>,
    feature: &BasemapFeature,
    label: Option<Label>,
) -> BasemapShape {
    let (path, water) = match &feature.geometry {
        BasemapGeometry::Land(area) => (area_path(fitted, area), None),
        BasemapGeometry::Lake(area) => (area_path(fitted, area), Some(Water::Lake)),
        BasemapGeometry::River(lines) => {
            let mut path = PathData::default();
            let sides = clip::around(fitted.viewport, 10.0);
            for line in lines {
                let points: Vec<_> = line.0.iter().filter_map(|at| fitted.project(*at)).collect();
                for part in clip::line(&points, &sides) {
                    path.line(part);
                }
            }
            (path.as_str().to_owned(), Some(Water::River))
        }
        BasemapGeometry::Sea => (String::new(), Some(Water::Sea)),
    };
    BasemapShape { path, water, label }
}
