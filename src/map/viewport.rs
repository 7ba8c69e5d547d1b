//! The drawing's frame, and fitting a projected picture into it.

use geo_types::Coord;

use super::Projection;

/// The size of a drawing in its own units, y downwards. The width is always [`Viewport::WIDTH`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Units down.
    pub height: f64,
}

impl Viewport {
    /// Units across. One unit is about a pixel in the widest column, so that coordinates can be
    /// whole numbers.
    pub const WIDTH: f64 = 1000.0;

    /// Whether a point is in the frame, or at most so far outside.
    #[must_use]
    pub fn holds(&self, at: Coord<f64>, margin: f64) -> bool {
        let inside = |value: f64, size: f64| value >= -margin && value <= size + margin;
        inside(at.x, Self::WIDTH) && inside(at.y, self.height)
    }
}

/// A coordinate as it is written: drawing units are small enough to be whole, and the code that
/// prints fractions is larger than most of what it would print.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "a frame is some thousand units wide")]
pub fn round(value: f64) -> i32 {
    value.round() as i32
}

/// A box in the projection's plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) low: Coord<f64>,
    pub(super) high: Coord<f64>,
}

impl Bounds {
    pub(super) fn around(points: impl Iterator<Item = Coord<f64>>) -> Option<Self> {
        points.fold(None, |bounds: Option<Self>, at| {
            Some(bounds.map_or(Self { low: at, high: at }, |Self { low, high }| Self {
                low: Coord { x: low.x.min(at.x), y: low.y.min(at.y) },
                high: Coord { x: high.x.max(at.x), y: high.y.max(at.y) },
            }))
        })
    }

    pub(super) fn size(&self) -> Coord<f64> {
        self.high - self.low
    }

    pub(super) fn middle(&self) -> Coord<f64> {
        (self.low + self.high) / 2.0
    }
}

/// A projection with the scale and place at which it fills a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FittedProjection<P> {
    /// The projection.
    pub projection: P,
    /// The frame.
    pub viewport: Viewport,
    scale: f64,
    middle: Coord<f64>,
}

impl<P: Projection> FittedProjection<P> {
    /// Shows a box of the plane in a frame, as large as it fits inside a margin of drawing units.
    pub(super) fn new(projection: P, bounds: Bounds, viewport: Viewport, margin: f64) -> Self {
        let size = bounds.size();
        let across = (Viewport::WIDTH - 2.0 * margin) / size.x.max(f64::MIN_POSITIVE);
        let down = (viewport.height - 2.0 * margin) / size.y.max(f64::MIN_POSITIVE);
        Self { projection, viewport, scale: across.min(down).min(1e9), middle: bounds.middle() }
    }

    /// Shows points in a frame that is as high as they need, between two limits.
    pub(super) fn fit_extent(
        projection: P,
        points: impl Iterator<Item = Coord<f64>>,
        margin: f64,
        heights: std::ops::RangeInclusive<f64>,
    ) -> Self {
        let projected = points.filter_map(|at| projection.project(at));
        let nothing = Coord { x: 0.0, y: 0.0 };
        let bounds = Bounds::around(projected).unwrap_or(Bounds { low: nothing, high: nothing });
        let size = bounds.size();
        let inner = Viewport::WIDTH - 2.0 * margin;
        let height = size.y / size.x.max(f64::MIN_POSITIVE) * inner + 2.0 * margin;
        let height = height.clamp(*heights.start(), *heights.end()).round();
        Self::new(projection, bounds, Viewport { height }, margin)
    }

    /// Where a place is in the drawing.
    pub fn project(&self, at: Coord<f64>) -> Option<Coord<f64>> {
        self.projection.project(at).map(|at| self.to_viewport(at))
    }

    /// From the plane to the drawing.
    pub(super) fn to_viewport(&self, at: Coord<f64>) -> Coord<f64> {
        Coord {
            x: Viewport::WIDTH / 2.0 + (at.x - self.middle.x) * self.scale,
            y: self.viewport.height / 2.0 - (at.y - self.middle.y) * self.scale,
        }
    }
}
