//! Arcs from country to country.

use geo_types::Coord;

use super::path::PathData;
use super::viewport::round;
use super::{EqualEarth, FittedProjection};
use crate::model::{Country, CountryCode, sorted};

/// The width of an arc, in CSS pixels.
///
/// ```
/// use enforcement_map::map::ArcWidth;
/// assert_eq!(ArcWidth::new(Some(10_000), 10_000, 3), ArcWidth::People(14));
/// assert_eq!(ArcWidth::new(None, 10_000, 3), ArcWidth::NotPublished);
/// assert_eq!(ArcWidth::samples(13_000), [100, 1_000, 10_000]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ArcWidth {
    /// Proportional to the square root of the number of people.
    People(i32),
    /// No figure was published: drawn dashed, in a width that means nothing.
    NotPublished,
}

impl ArcWidth {
    /// The widest, for the largest figure.
    const WIDEST: f64 = 14.0;
    /// The thinnest beside it: more than a hairline.
    const THINNEST: f64 = 1.0 / 7.0;
    /// The most arcs that have room at full width.
    pub const CROWD: usize = 24;

    /// The width for a figure, relative to the largest one and for a number of arcs.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a width needs no more")]
    pub fn new(number: Option<u64>, largest: u64, arcs: usize) -> Self {
        number.map_or(Self::NotPublished, |number| {
            // A single flow of a few people is not drawn at the largest width.
            let share = (number as f64 / largest.max(1_000) as f64).sqrt();
            let part = Self::THINNEST + (1.0 - Self::THINNEST) * share.min(1.0);
            // Many arcs are all thinner: else they would hide the map and each other.
            let room = (Self::CROWD as f64 / arcs.max(Self::CROWD) as f64).sqrt();
            Self::People(round(Self::WIDEST * room * part).max(1))
        })
    }

    /// Up to three round figures for a legend, the smallest first.
    #[must_use]
    pub fn samples(largest: u64) -> Vec<u64> {
        let power = 10_u64.pow(largest.max(1).ilog10());
        let figures = [power / 100, power / 10, power, power.saturating_mul(5)];
        let figures = figures.into_iter().filter(|number| (1..=largest).contains(number));
        let figures: Vec<u64> = figures.collect();
        figures.iter().skip(figures.len().saturating_sub(3)).copied().collect()
    }
}

/// An arc between two countries, in drawing units.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// Where from.
    pub origin: CountryCode,
    /// Where to.
    pub destination: CountryCode,
    /// Path data: one curve, or two where the arc is cut at the map's edge.
    pub path: String,
    /// Its end, in drawing units.
    pub tip: Coord<f64>,
    /// The direction in which it ends, in degrees clockwise from the right.
    pub heading: i32,
    /// Whether it is so short that it has a drawing of its own.
    pub short: bool,
}

/// A quadratic Bezier curve (SVG 2, section 9.3.7).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Curve {
    pub(super) from: Coord<f64>,
    pub(super) bend: Coord<f64>,
    pub(super) to: Coord<f64>,
}

impl Curve {
    /// Leaves its start at an angle to the left of the chord, in radians. So the arcs of two
    /// countries, there and back, lie apart.
    fn new(from: Coord<f64>, to: Coord<f64>, left: f64) -> Self {
        let way = (to - from) * LEVER;
        let (sin, cos) = left.sin_cos();
        let turned = Coord { x: way.x * cos - way.y * sin, y: way.x * sin + way.y * cos };
        Self { from, bend: from + turned, to }
    }

    /// Its ends and the point furthest from its chord.
    pub(super) fn extent(self) -> [Coord<f64>; 3] {
        [self.from, (self.from + self.bend * 2.0 + self.to) / 4.0, self.to]
    }
}

impl Curve {
    /// Points along it, without its ends, where labels stand.
    pub(super) fn course(self) -> impl Iterator<Item = Coord<f64>> {
        let at = move |t: f64| {
            let back = 1.0 - t;
            self.from * (back * back) + self.bend * (2.0 * back * t) + self.to * (t * t)
        };
        (4..=36).map(move |step| at(f64::from(step) / 40.0))
    }
}

/// The distance of the control point from the start, as a fraction of the chord.
const LEVER: f64 = 0.55;
/// The angle at which a single arc leaves its start, in radians.
const USUAL: f64 = 0.4;
/// The smallest and the largest angle that still reads as leading to the end, in radians.
const ANGLES: std::ops::RangeInclusive<f64> = 0.06..=1.0;
/// The angle between arcs that leave the same point, where there is room, in radians.
const APART: f64 = 0.32;
/// How many times neighbours are pushed apart; more makes no visible difference.
const ROUNDS: usize = 24;

/// The chord between two countries in the projection's plane, the shorter way round. One that leaves
/// the map at its edge comes back on the other side as a second piece.
fn chords(projection: &EqualEarth, from: &Country, to: &Country) -> Vec<(Coord<f64>, Coord<f64>)> {
    let (east_from, east_to) = (projection.east(from.point.x), projection.east(to.point.x));
    let at = |east: f64, country: &Country| projection.project_east(east, country.point.y);
    let turn = match east_to - east_from {
        way if way > 180.0 => -360.0,
        way if way < -180.0 => 360.0,
        _ => return vec![(at(east_from, from), at(east_to, to))],
    };
    vec![
        (at(east_from, from), at(east_to + turn, to)),
        (at(east_from - turn, from), at(east_to, to)),
    ]
}

/// The curves of each pair of countries. Those that leave the same point in nearly the same direction
/// are fanned out, so that the arc to a country does not lie under the one to the country behind it.
pub(super) fn curves(projection: &EqualEarth, ends: &[(Country, Country)]) -> Vec<Vec<Curve>> {
    let chords: Vec<_> = ends.iter().map(|(from, to)| chords(projection, from, to)).collect();
    let headings = chords.iter().map(|chords| {
        let (from, to) = chords.first().copied().unwrap_or_default();
        (to.y - from.y).atan2(to.x - from.x)
    });
    // From left to right, seen from the start.
    let order: Vec<(usize, CountryCode, f64)> = ends
        .iter()
        .zip(headings)
        .enumerate()
        .map(|(n, ((from, _), way))| (n, from.code, way))
        .collect();
    let order = sorted(order, |(_, a, x), (_, b, y)| a.cmp(b).then(y.total_cmp(x)));
    let mut angles: Vec<f64> = order.iter().map(|_| USUAL).collect();
    for _ in 0..ROUNDS {
        for (index, pair) in order.windows(2).enumerate() {
            let [(_, one, left), (_, other, right)] = pair else { continue };
            let [Some(a), Some(b)] =
                [angles.get(index), angles.get(index + 1)].map(Option::<&f64>::copied)
            else {
                continue;
            };
            let missing = APART - ((left + a) - (right + b));
            if one == other && missing > 0.0 {
                let turned = [a + missing / 2.0, b - missing / 2.0];
                for (angle, turned) in angles.iter_mut().skip(index).zip(turned) {
                    *angle = turned.clamp(*ANGLES.start(), *ANGLES.end());
                }
            }
        }
    }
    let angle = |number: usize| {
        let index = order.iter().position(|(other, ..)| *other == number);
        index.and_then(|index| angles.get(index)).copied().unwrap_or(USUAL)
    };
    let drawn = chords.into_iter().enumerate();
    drawn
        .map(|(number, chords)| {
            chords.into_iter().map(|(from, to)| Curve::new(from, to, angle(number))).collect()
        })
        .collect()
}

/// Draws an arc; `None` where its ends are too near to show a direction.
pub(super) fn draw(
    fitted: &FittedProjection<EqualEarth>,
    (from, to): &(Country, Country),
    curves: &[Curve],
) -> Option<Arc> {
    let mut path = String::new();
    let mut end = None;
    for curve in curves {
        let [start, bend, tip] =
            [curve.from, curve.bend, curve.to].map(|point| fitted.to_viewport(point));
        path.push_str(PathData::curve(start, bend, tip).as_str());
        end = Some((bend, tip));
    }
    let (bend, tip) = end?;
    let way = tip - bend;
    if way.x.hypot(way.y) < 1.0 {
        return None;
    }
    let heading = round(way.y.atan2(way.x).to_degrees());
    Some(Arc { origin: from.code, destination: to.code, path, tip, heading, short: false })
}

/// The middle meridian at which the fewest arcs are cut: the nearest to the start of the first one.
pub(super) fn meridian(ends: &[(Country, Country)]) -> f64 {
    let Some((first, _)) = ends.first() else { return 0.0 };
    // An arc from the country in the middle goes at most half way round, so with a single origin the
    // first candidate cuts none.
    let offsets = (0..36).map(|step| f64::from(if step % 2 == 0 { step } else { -step - 1 }) * 5.0);
    let candidates = offsets.map(|offset| EqualEarth { meridian: first.point.x + offset });
    let cuts = |projection: &EqualEarth| {
        ends.iter().filter(|(from, to)| chords(projection, from, to).len() > 1).count()
    };
    candidates.min_by_key(cuts).map_or(first.point.x, |projection| projection.meridian)
}
