//! From place to place with the arrow keys.

use geo_types::Coord;

/// Where an arrow key points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

impl Direction {
    /// How far one point is ahead of another, and how far to its side.
    fn split(self, way: Coord<f64>) -> (f64, f64) {
        match self {
            Self::Up => (-way.y, way.x.abs()),
            Self::Down => (way.y, way.x.abs()),
            Self::Left => (-way.x, way.y.abs()),
            Self::Right => (way.x, way.y.abs()),
        }
    }
}

/// The next of some points in a direction, by their places: the nearest of those that lie rather
/// ahead than aside, else the nearest of those that lie ahead at all.
#[must_use]
pub fn next_point(points: &[Coord<f64>], from: usize, direction: Direction) -> Option<usize> {
    let here = *points.get(from)?;
    let mut best: Option<((bool, f64), usize)> = None;
    for (place, at) in points.iter().enumerate() {
        let (ahead, aside) = direction.split(*at - here);
        let rank = (aside > ahead, ahead.hypot(aside * 2.0));
        if ahead > 0.0 && best.is_none_or(|(known, _)| rank < known) {
            best = Some((rank, place));
        }
    }
    best.map(|(_, place)| place)
}
