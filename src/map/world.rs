//! The map of flows between countries.

use geo_types::{Coord, MultiPolygon};

use super::arc::{self, Arc};
use super::clip::{self, Side};
use super::frame::Bounds;
use super::label::{self, Anchor, Label, Spot, Wish};
use super::{EqualEarth, Frame, PathData, View};
use crate::model::{Atlas, Country, CountryCode, Dataset, Destination};

type WorldView = View<EqualEarth>;

/// A country at the end of an arc.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldPoint {
    /// The country.
    pub country: CountryCode,
    /// Where it is.
    pub at: Coord<f64>,
    /// Its name and what else is to be said of it.
    pub label: Label,
}

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldMap {
    /// Its frame.
    pub frame: Frame,
    /// All land.
    pub land: String,
    /// The lines of latitude and longitude every 15 degrees.
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
/// The least width and height shown, in radii of the sphere: enough to recognise where it is.
const LEAST: Coord<f64> = Coord { x: 1.15, y: 0.8 };

impl WorldMap {
    /// The frame of every drawing.
    pub const FRAME: Frame = Frame { height: HEIGHT };

    /// Draws a dataset's flows. `lines` gives the text beside a country, of which the number of
    /// lines and their order is the caller's.
    #[must_use]
    pub fn new(
        dataset: &Dataset,
        atlas: &Atlas,
        lines: impl Fn(CountryCode) -> Vec<String>,
    ) -> Self {
        let ends = ends(dataset, atlas);
        let projection = EqualEarth { meridian: arc::meridian(&ends) };
        let view = frame_flows(projection, &ends);
        let arcs: Vec<Arc> =
            ends.iter().filter_map(|(from, to)| arc::draw(&view, from, to)).collect();

        let mut countries: Vec<Country> = ends.iter().map(|(from, _)| *from).collect();
        countries.extend(ends.iter().map(|(_, to)| *to));
        let mut seen = Vec::new();
        countries.retain(|country| {
            let is_new = !seen.contains(&country.code);
            seen.push(country.code);
            is_new
        });
        let (found, wishes): (Vec<_>, Vec<_>) = countries
            .iter()
            .filter_map(|country| {
                let at = view.place(country.point)?;
                Some((country.code, wish(at, lines(country.code))))
            })
            .unzip();
        let course = ends.iter().flat_map(|(from, to)| arc::curves(&view.projection, from, to));
        let course: Vec<_> =
            course.flat_map(arc::Curve::course).map(|at| view.to_frame(at)).collect();
        let labels = label::place(view.frame, wishes, &course);
        let points = found.into_iter().zip(labels);
        let points =
            points.map(|(country, label)| WorldPoint { country, at: label.at, label }).collect();
        Self {
            frame: view.frame,
            land: land(&view, atlas),
            graticule: graticule(&view),
            arcs,
            points,
        }
    }
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

/// The part of the world that the arcs need with something around it, or all of it.
fn frame_flows(projection: EqualEarth, ends: &[(Country, Country)]) -> WorldView {
    let frame = WorldMap::FRAME;
    let edge = projection.project_east(180.0, 0.0).x;
    let pole = projection.project_east(0.0, 84.0).y;
    let world = Bounds { low: Coord { x: -edge, y: -pole }, high: Coord { x: edge, y: pole } };
    let curves = ends.iter().flat_map(|(from, to)| arc::curves(&projection, from, to));
    let Some(arcs) = Bounds::around(curves.flat_map(arc::Curve::extent)) else {
        return View::new(projection, world, frame, 0.0);
    };
    let (size, middle) = (arcs.size(), arcs.middle());
    let half = Coord {
        x: (size.x * 0.85).max(LEAST.x / 2.0).min(edge),
        y: (size.y * 0.85).max(LEAST.y / 2.0).min(pole),
    };
    let bounds = Bounds { low: middle - half, high: middle + half };
    View::new(projection, bounds, frame, 0.0)
}

/// A line longer than this becomes two, in letters' sizes.
const LONG: f64 = 7.0;

fn wish(at: Coord<f64>, lines: Vec<String>) -> Wish {
    let broken = lines.into_iter().flat_map(|line| {
        if label::text_width(&line, true) > LONG { label::in_two(&line) } else { vec![line] }
    });
    Wish {
        at,
        lines: broken.collect(),
        size: TEXT,
        bold: true,
        symbol: Coord { x: 14.0, y: 14.0 },
        fixed: true,
        spots: [Anchor::Right, Anchor::Left, Anchor::Above, Anchor::Below].map(Spot::at).to_vec(),
        widest: Frame::WIDTH,
        home: Vec::new(),
    }
}

/// All land within the frame. The world is cut open at the meridian opposite to the middle one.
fn land(view: &WorldView, atlas: &Atlas) -> String {
    let mut path = PathData::default();
    let sides = clip::around(view.frame, 12.0);
    for ring in atlas.land.iter().flat_map(MultiPolygon::iter).map(geo_types::Polygon::exterior) {
        for piece in cut_open(&view.projection, &ring.0) {
            let points: Vec<_> = piece
                .iter()
                .map(|at| view.to_frame(view.projection.project_east(at.x, at.y)))
                .collect();
            path.ring(clip::ring(&points, &sides));
        }
    }
    path.as_str().to_owned()
}

/// A ring in degrees east of the middle meridian, in one or more pieces within 180 of it.
fn cut_open(projection: &EqualEarth, ring: &[Coord<f64>]) -> Vec<Vec<Coord<f64>>> {
    // Follow the ring without jumps, so that one across the edge has its true width.
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

fn graticule(view: &WorldView) -> String {
    let mut path = PathData::default();
    let sides = clip::around(view.frame, 2.0);
    let mut line = |points: Vec<Coord<f64>>| {
        for part in clip::line(&points, &sides) {
            path.line(part);
        }
    };
    for step in -11..=11 {
        let east = view.projection.east(f64::from(step) * 15.0);
        let points = (-18..=18).map(|lat| view.projection.project_east(east, f64::from(lat) * 5.0));
        line(points.map(|at| view.to_frame(at)).collect());
    }
    for step in -5..=5 {
        let latitude = f64::from(step) * 15.0;
        let ends = [-180.0, 180.0].map(|east| view.projection.project_east(east, latitude));
        line(ends.map(|at| view.to_frame(at)).to_vec());
    }
    path.as_str().to_owned()
}
