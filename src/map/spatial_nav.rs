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
///
/// ```
/// use enforcement_map::map::{Direction, next_point};
/// use geo_types::Coord;
/// let points = [(0.0, 0.0), (10.0, 1.0), (1.0, 10.0)].map(|(x, y)| Coord { x, y });
/// assert_eq!(next_point(&points, 0, Direction::Right), Some(1));
/// assert_eq!(next_point(&points, 0, Direction::Down), Some(2));
/// assert_eq!(next_point(&points, 0, Direction::Up), None);
/// ```
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
