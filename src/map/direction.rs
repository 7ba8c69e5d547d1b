//! From province to province with the arrow keys.

use geo_types::Coord;

use super::ProvinceShape;
use crate::model::ProvinceCode;

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

/// The next province in a direction: the nearest of those that lie rather ahead than aside, else
/// the nearest of those that lie ahead at all.
#[must_use]
pub fn next_province(
    provinces: &[ProvinceShape],
    from: &ProvinceCode,
    direction: Direction,
) -> Option<ProvinceCode> {
    let here = provinces.iter().find(|shape| shape.code == *from)?.at;
    let ahead = |shape: &&ProvinceShape| {
        let (ahead, aside) = direction.split(shape.at - here);
        (ahead > 0.0).then_some((aside > ahead, ahead.hypot(aside * 2.0)))
    };
    let mut best: Option<((bool, f64), &ProvinceShape)> = None;
    for shape in provinces {
        let Some(rank) = ahead(&shape) else { continue };
        if best.is_none_or(|(known, _)| (rank.0, rank.1) < known) {
            best = Some((rank, shape));
        }
    }
    best.map(|(_, shape)| shape.code.clone())
}
