//! Moving between points with the arrow keys (spatial navigation).

use geo_types::Coord;

/// The direction of an arrow key.
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

/// The index of the next point in a direction: the nearest of those that lie more ahead than aside,
/// else the nearest of those ahead. `None` if none is ahead.
#[must_use]
pub fn next_point(points: &[Coord<f64>], from: usize, direction: Direction) -> Option<usize> {
    let here = *points.get(from)?;
    let mut best: Option<((bool, f64), usize)> = None;
    for (index, at) in points.iter().enumerate() {
        let (ahead, aside) = direction.split(*at - here);
        let rank = (aside > ahead, ahead.hypot(aside * 2.0));
        if ahead > 0.0 && best.is_none_or(|(known, _)| rank < known) {
            best = Some((rank, index));
        }
    }
    best.map(|(_, index)| index)
}
