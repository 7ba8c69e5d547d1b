//! Clipping rings and lines to a box.

use geo_types::Coord;

/// One side of a box; what is kept lies on the inner side of the limit.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Left(f64),
    Right(f64),
    Top(f64),
    Bottom(f64),
}

impl Side {
    /// The distance of a point from the side; negative is outside.
    fn depth(self, at: Coord<f64>) -> f64 {
        match self {
            Self::Left(limit) => at.x - limit,
            Self::Right(limit) => limit - at.x,
            Self::Top(limit) => at.y - limit,
            Self::Bottom(limit) => limit - at.y,
        }
    }
}

fn crossing(a: Coord<f64>, b: Coord<f64>, depth_a: f64, depth_b: f64) -> Coord<f64> {
    a + (b - a) * (depth_a / (depth_a - depth_b))
}

/// Clips a ring (Sutherland and Hodgman 1974). Where a ring leaves and comes back more than once, the
/// parts stay joined along the box's edge, which is invisible if the box is a little larger than the
/// viewport. The result is not closed, and empty if nothing is left.
pub(super) fn ring(ring: &[Coord<f64>], sides: &[Side]) -> Vec<Coord<f64>> {
    let mut points = ring.to_vec();
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    for side in sides {
        let before = std::mem::take(&mut points);
        let mut previous = before.last().copied();
        for at in before {
            if let Some(from) = previous {
                let (depth_from, depth) = (side.depth(from), side.depth(at));
                if (depth_from >= 0.0) != (depth >= 0.0) {
                    points.push(crossing(from, at, depth_from, depth));
                }
                if depth >= 0.0 {
                    points.push(at);
                }
            }
            previous = Some(at);
        }
    }
    if points.len() < 3 { Vec::new() } else { points }
}

/// Clips a line to the parts that are inside.
pub(super) fn line(line: &[Coord<f64>], sides: &[Side]) -> Vec<Vec<Coord<f64>>> {
    let mut parts = vec![line.to_vec()];
    for side in sides {
        parts = parts.iter().flat_map(|part| cut(part, *side)).collect();
    }
    parts
}

fn cut(line: &[Coord<f64>], side: Side) -> Vec<Vec<Coord<f64>>> {
    let mut parts = Vec::new();
    let mut part: Vec<Coord<f64>> = Vec::new();
    let mut previous: Option<Coord<f64>> = None;
    for &at in line {
        let depth = side.depth(at);
        if let Some(from) = previous
            && (side.depth(from) >= 0.0) != (depth >= 0.0)
        {
            part.push(crossing(from, at, side.depth(from), depth));
            if depth < 0.0 {
                parts.push(std::mem::take(&mut part));
            }
        }
        if depth >= 0.0 {
            part.push(at);
        }
        previous = Some(at);
    }
    parts.push(part);
    parts.retain(|part| part.len() > 1);
    parts
}

/// The viewport's sides, further out by a margin in drawing units.
pub(super) fn around(viewport: super::Viewport, margin: f64) -> [Side; 4] {
    [
        Side::Left(-margin),
        Side::Right(super::Viewport::WIDTH + margin),
        Side::Top(-margin),
        Side::Bottom(viewport.height + margin),
    ]
}
