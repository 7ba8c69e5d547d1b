//! Arcs from country to country.

use geo_types::Coord;

use super::frame::whole;
use super::path::PathData;
use super::{EqualEarth, View};
use crate::model::{Country, CountryCode};

/// How wide an arc is drawn, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ArcWidth {
    /// In proportion to the square root of the number of people.
    People(i32),
    /// No figure was published: drawn dashed, in a width that says nothing.
    NotPublished,
}

impl ArcWidth {
    /// The widest, for the largest figure.
    const WIDEST: f64 = 14.0;
    /// The thinnest that is seen as more than a hairline.
    const THINNEST: f64 = 2.0;

    /// The width for a figure beside the largest one.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a width needs no more")]
    pub fn new(number: Option<u64>, largest: u64) -> Self {
        number.map_or(Self::NotPublished, |number| {
            // A single flow of a few is not drawn as the widest there can be.
            let share = (number as f64 / largest.max(1_000) as f64).sqrt();
            let width = Self::THINNEST + (Self::WIDEST - Self::THINNEST) * share.min(1.0);
            Self::People(whole(width))
        })
    }
}

/// An arc between two countries, in drawing units.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// Where from.
    pub origin: CountryCode,
    /// Where to.
    pub destination: CountryCode,
    /// A curve for each piece: one, unless no projection keeps the arc in one piece.
    pub path: String,
    /// Its end.
    pub tip: Coord<f64>,
    /// The direction in which it ends, in degrees clockwise from the right.
    pub heading: i32,
}

/// A quadratic Bezier curve (SVG 2, section 9.3.7).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Curve {
    pub(super) from: Coord<f64>,
    pub(super) bend: Coord<f64>,
    pub(super) to: Coord<f64>,
}

impl Curve {
    /// Bends to the left of its way by this part of its length: two arcs between the same
    /// countries, there and back, then lie apart.
    fn new(from: Coord<f64>, to: Coord<f64>) -> Self {
        const BEND: f64 = 0.22;
        let along = to - from;
        let left = Coord { x: -along.y, y: along.x };
        Self { from, bend: (from + to) / 2.0 + left * BEND, to }
    }

    /// The point at which the curve is furthest from its chord, and its ends: all within the
    /// curve's hull.
    pub(super) fn extent(self) -> [Coord<f64>; 3] {
        [self.from, (self.from + self.bend * 2.0 + self.to) / 4.0, self.to]
    }
}

impl Curve {
    /// Points along it, without its ends: there the labels of the ends stand.
    pub(super) fn course(self) -> impl Iterator<Item = Coord<f64>> {
        let at = move |t: f64| {
            let back = 1.0 - t;
            self.from * (back * back) + self.bend * (2.0 * back * t) + self.to * (t * t)
        };
        (4..=36).map(move |step| at(f64::from(step) / 40.0))
    }
}

/// The curves between two countries in the projection's plane. Each goes the shorter way round;
/// one that leaves the map at its edge comes back on the other side as a second piece.
pub(super) fn curves(view: &EqualEarth, from: &Country, to: &Country) -> Vec<Curve> {
    let (east_from, east_to) = (view.east(from.point.x), view.east(to.point.x));
    let at = |east: f64, country: &Country| view.project_east(east, country.point.y);
    let turn = match east_to - east_from {
        way if way > 180.0 => -360.0,
        way if way < -180.0 => 360.0,
        _ => return vec![Curve::new(at(east_from, from), at(east_to, to))],
    };
    vec![
        Curve::new(at(east_from, from), at(east_to + turn, to)),
        Curve::new(at(east_from - turn, from), at(east_to, to)),
    ]
}

/// Draws an arc; `None` where its ends are too near to one another to show a direction.
pub(super) fn draw(view: &View<EqualEarth>, from: &Country, to: &Country) -> Option<Arc> {
    let mut path = String::new();
    let mut end = None;
    for curve in curves(&view.projection, from, to) {
        let [start, bend, tip] =
            [curve.from, curve.bend, curve.to].map(|point| view.to_frame(point));
        path.push_str(PathData::curve(start, bend, tip).as_str());
        end = Some((bend, tip));
    }
    let (bend, tip) = end?;
    let way = tip - bend;
    if way.x.hypot(way.y) < 1.0 {
        return None;
    }
    let heading = whole(way.y.atan2(way.x).to_degrees());
    Some(Arc { origin: from.code, destination: to.code, path, tip, heading })
}

/// The middle meridian at which arcs need not be cut: nearest to where the first one starts.
pub(super) fn meridian(ends: &[(Country, Country)]) -> f64 {
    let Some((first, _)) = ends.first() else { return 0.0 };
    // Any arc from the country in the middle reaches at most half way round, so with one origin
    // the first try is the answer.
    let tries = (0..36).map(|step| f64::from(if step % 2 == 0 { step } else { -step - 1 }) * 5.0);
    let candidates = tries.map(|offset| EqualEarth { meridian: first.point.x + offset });
    let cuts = |view: &EqualEarth| {
        ends.iter().filter(|(from, to)| curves(view, from, to).len() > 1).count()
    };
    candidates.min_by_key(cuts).map_or(first.point.x, |view| view.meridian)
}
