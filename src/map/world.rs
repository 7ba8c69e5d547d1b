//! The map of flows between countries.

use geo_types::{Coord, MultiPolygon};

use super::arc::{self, Arc, Curve};
use super::clip::{self, Side};
use super::label::{self, Anchor, Candidate, Label, LabelRequest};
use super::viewport::Bounds;
use super::{EqualEarth, FittedProjection, PathData, Viewport};
use crate::model::{Atlas, Country, CountryCode, Dataset, Destination, sorted};

type WorldProjection = FittedProjection<EqualEarth>;

/// A country at the end of an arc.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldPoint {
    /// The country.
    pub country: CountryCode,
    /// The point, in drawing units.
    pub at: Coord<f64>,
    /// Its name and its figures.
    pub label: Label,
    /// How many of the label's lines the name takes.
    pub name_lines: usize,
}

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldMap {
    /// The size of the drawing.
    pub viewport: Viewport,
    /// Path data of all land.
    pub land: String,
    /// Path data of the lines of latitude and longitude every 15 degrees.
    pub graticule: String,
    /// An arc for each pair of countries with a flow.
    pub arcs: Vec<Arc>,
    /// Where arcs begin and end: origins first.
    pub points: Vec<WorldPoint>,
}

/// The size of letters, in CSS pixels.
const TEXT: f64 = 13.0;
/// The drawing's height.
const HEIGHT: f64 = 700.0;
/// The least width and height shown, in radii of the sphere: enough to recognise the region.
const LEAST: Coord<f64> = Coord { x: 1.15, y: 0.8 };
/// The same for a second drawing, of near countries.
const LEAST_NEAR: Coord<f64> = Coord { x: 0.3, y: 0.21 };
/// An arc shorter than this is not legible, in drawing units: on a phone it has a few pixels.
const LEGIBLE: f64 = 90.0;
/// The most points of arcs that labels keep clear of. With more arcs no position is free of them; the
/// halo of the letters keeps those legible.
const OBSTACLES: usize = 500;

impl WorldMap {
    /// The viewport of every drawing.
    pub const VIEWPORT: Viewport = Viewport { height: HEIGHT };

    /// Draws a dataset's flows. `lines` gives the lines of a country's label; countries with a smaller
    /// `rank` are labelled first.
    ///
    /// Where some flows go far and others to neighbours, the near ones are too short to be seen: then
    /// they have a second drawing, and no names in the first.
    #[must_use]
    pub fn drawings(
        dataset: &Dataset,
        atlas: &Atlas,
        lines: &dyn Fn(CountryCode) -> Vec<String>,
        rank: &dyn Fn(CountryCode) -> usize,
    ) -> Vec<Self> {
        let ends = ends(dataset, atlas);
        let projection = EqualEarth { meridian: arc::meridian(&ends) };
        let curves = arc::curves(&projection, &ends);
        // Fitted with some space around them, or more closely if that makes all of them legible.
        let views = [LEAST, LEAST_NEAR].map(|least| {
            let fitted = fit_flows(projection, &curves, least);
            let near = ends.iter().zip(&curves).filter(|(_, curves)| is_short(&fitted, curves));
            let near: Vec<_> = near.map(|(pair, _)| *pair).collect();
            (fitted, near)
        });
        let [wide, close] = views;
        let (fitted, near) = if close.1.is_empty() && !wide.1.is_empty() { close } else { wide };
        let has_two = !near.is_empty() && near.len() < ends.len();
        let is_named = |country: &Country| {
            let is_end = |(from, to): &(Country, Country)| {
                from.code == country.code || to.code == country.code
            };
            !has_two || ends.iter().any(|pair| is_end(pair) && !near.contains(pair))
        };
        let mut far = Self::new(
            &fitted,
            atlas,
            &ends,
            &curves,
            &|country: Country| {
                if is_named(&country) { lines(country.code) } else { Vec::new() }
            },
            rank,
        );
        if !has_two {
            return vec![far];
        }
        for arc in &mut far.arcs {
            let ends = (arc.origin, arc.destination);
            arc.short = near.iter().any(|(from, to)| (from.code, to.code) == ends);
        }
        let curves = arc::curves(&projection, &near);
        let fitted = fit_flows(projection, &curves, LEAST_NEAR);
        let near = Self::new(
            &fitted,
            atlas,
            &near,
            &curves,
            &|country: Country| lines(country.code),
            rank,
        );
        vec![far, near]
    }

    fn new(
        fitted: &WorldProjection,
        atlas: &Atlas,
        ends: &[(Country, Country)],
        curves: &[Vec<Curve>],
        lines: &dyn Fn(Country) -> Vec<String>,
        rank: &dyn Fn(CountryCode) -> usize,
    ) -> Self {
        let arcs =
            ends.iter().zip(curves).filter_map(|(pair, curves)| arc::draw(fitted, pair, curves));
        let mut origins: Vec<Country> = ends.iter().map(|(from, _)| *from).collect();
        let destinations = sorted(ends.iter().map(|(_, to)| *to).collect(), |a: &Country, b| {
            rank(a.code).cmp(&rank(b.code))
        });
        origins.extend(destinations);
        let mut seen = Vec::new();
        let countries = origins.into_iter().filter(|country| {
            let is_new = !seen.contains(&country.code);
            seen.push(country.code);
            is_new
        });
        let (found, requests): (Vec<_>, Vec<_>) = countries
            .filter_map(|country| {
                let at = fitted.project(country.point)?;
                let lines: Vec<_> = lines(country).iter().map(|line| broken(line)).collect();
                let name_lines = lines.first().map_or(0, Vec::len);
                Some(((country.code, name_lines), request(at, lines.concat())))
            })
            .unzip();
        let all = curves.iter().flatten().copied();
        let course = all.flat_map(Curve::course).map(|at| fitted.to_viewport(at));
        let course: Vec<_> = course.take(OBSTACLES + 1).collect();
        let clear: &[Coord<f64>] = if course.len() > OBSTACLES { &[] } else { &course };
        let labels = label::place(fitted.viewport, requests, clear);
        let points = found.into_iter().zip(labels);
        let points = points.map(|((country, name_lines), label)| WorldPoint {
            country,
            at: label.at,
            label,
            name_lines,
        });
        Self {
            viewport: fitted.viewport,
            land: land(fitted, atlas),
            graticule: graticule(fitted),
            arcs: arcs.collect(),
            points: points.collect(),
        }
    }

    /// The point of a country, in drawing units.
    #[must_use]
    pub fn point(&self, country: CountryCode) -> Option<Coord<f64>> {
        self.points.iter().find(|point| point.country == country).map(|point| point.at)
    }
}

fn is_short(fitted: &WorldProjection, curves: &[Curve]) -> bool {
    curves.iter().all(|curve| {
        let way = fitted.to_viewport(curve.to) - fitted.to_viewport(curve.from);
        way.x.hypot(way.y) < LEGIBLE
    })
}

/// Origin and destination of each flow with both known, each pair once.
fn ends(dataset: &Dataset, atlas: &Atlas) -> Vec<(Country, Country)> {
    let mut ends: Vec<(Country, Country)> = Vec::new();
    for flow in &dataset.flows {
        let Destination::Country(to) = flow.destination else { continue };
        let pair = atlas.country(flow.origin).copied().zip(atlas.country(to).copied());
        ends.extend(pair.filter(|pair| !ends.contains(pair)));
    }
    ends
}

/// Fits the arcs with some space around them, or the whole world if there are none.
fn fit_flows(projection: EqualEarth, curves: &[Vec<Curve>], least: Coord<f64>) -> WorldProjection {
    let viewport = WorldMap::VIEWPORT;
    let edge = projection.project_east(180.0, 0.0).x;
    let pole = projection.project_east(0.0, 84.0).y;
    let world = Bounds { low: Coord { x: -edge, y: -pole }, high: Coord { x: edge, y: pole } };
    let extents = curves.iter().flatten().copied().flat_map(Curve::extent);
    let Some(arcs) = Bounds::around(extents) else {
        return FittedProjection::new(projection, world, viewport, 0.0);
    };
    let (size, middle) = (arcs.size(), arcs.middle());
    let half = Coord {
        x: (size.x * 0.85).max(least.x / 2.0).min(edge),
        y: (size.y * 0.85).max(least.y / 2.0).min(pole),
    };
    let bounds = Bounds { low: middle - half, high: middle + half };
    FittedProjection::new(projection, bounds, viewport, 0.0)
}

/// A line longer than this is split in two, as a multiple of the font size.
const LONG: f64 = 7.0;

fn broken(line: &str) -> Vec<String> {
    if label::text_width(line, true) > LONG { label::in_two(line) } else { vec![line.to_owned()] }
}

fn request(at: Coord<f64>, lines: Vec<String>) -> LabelRequest {
    LabelRequest {
        at,
        lines,
        size: TEXT,
        bold: true,
        symbol: Coord { x: 14.0, y: 14.0 },
        has_symbol: true,
        candidates: [Anchor::Right, Anchor::Left, Anchor::Above, Anchor::Below]
            .map(Candidate::at)
            .to_vec(),
        max_width: Viewport::WIDTH,
        bounds: Vec::new(),
    }
}

/// All land within the viewport. The world is cut at the meridian opposite to the middle one.
fn land(fitted: &WorldProjection, atlas: &Atlas) -> String {
    let mut path = PathData::default();
    let sides = clip::around(fitted.viewport, 12.0);
    for ring in atlas.land.iter().flat_map(MultiPolygon::iter).map(geo_types::Polygon::exterior) {
        for piece in cut_open(&fitted.projection, &ring.0) {
            let points: Vec<_> = piece
                .iter()
                .map(|at| fitted.to_viewport(fitted.projection.project_east(at.x, at.y)))
                .collect();
            path.ring(clip::ring(&points, &sides));
        }
    }
    path.as_str().to_owned()
}

/// A ring in degrees east of the middle meridian, in one or more pieces within 180 of it.
fn cut_open(projection: &EqualEarth, ring: &[Coord<f64>]) -> Vec<Vec<Coord<f64>>> {
    // The ring is followed without jumps, so that one across the edge keeps its true width.
    let mut unwrapped: Vec<Coord<f64>> = Vec::with_capacity(ring.len());
    for at in ring {
        let east = match unwrapped.last() {
            Some(last) => {
                last.x + (at.x - last.x - projection.meridian + 180.0).rem_euclid(360.0) - 180.0
            }
            None => projection.east(at.x),
        };
        unwrapped.push(Coord { x: east, y: at.y });
    }
    let shifted = |by: f64| unwrapped.iter().map(|at| Coord { x: at.x + by, y: at.y }).collect();
    [-360.0, 0.0, 360.0]
        .into_iter()
        .map(|by| {
            let ring: Vec<Coord<f64>> = shifted(by);
            clip::ring(&ring, &[Side::Left(-180.0), Side::Right(180.0)])
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn graticule(fitted: &WorldProjection) -> String {
    let mut path = PathData::default();
    let sides = clip::around(fitted.viewport, 2.0);
    let mut line = |points: Vec<Coord<f64>>| {
        for part in clip::line(&points, &sides) {
            path.line(part);
        }
    };
    for step in -11..=11 {
        let east = fitted.projection.east(f64::from(step) * 15.0);
        let points =
            (-18..=18).map(|lat| fitted.projection.project_east(east, f64::from(lat) * 5.0));
        line(points.map(|at| fitted.to_viewport(at)).collect());
    }
    for step in -5..=5 {
        let latitude = f64::from(step) * 15.0;
        let ends = [-180.0, 180.0].map(|east| fitted.projection.project_east(east, latitude));
        line(ends.map(|at| fitted.to_viewport(at)).to_vec());
    }
    path.as_str().to_owned()
}
