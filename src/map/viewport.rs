//! The viewport of a drawing, and fitting a projection into it.

use geo_types::Coord;

use super::Projection;

/// The size of a drawing in drawing units, y downwards. The width is always [`Viewport::WIDTH`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The height.
    pub height: f64,
}

impl Viewport {
    /// The width. One unit is about a pixel in the widest column, so that coordinates can be whole
    /// numbers.
    pub const WIDTH: f64 = 1000.0;

    /// Whether a point is inside, or outside by at most a margin in drawing units.
    ///
    /// ```
    /// use enforcement_map::map::Viewport;
    /// use geo_types::Coord;
    /// let viewport = Viewport { height: 800.0 };
    /// assert!(!viewport.holds(Coord { x: -5.0, y: 400.0 }, 0.0));
    /// assert!(viewport.holds(Coord { x: -5.0, y: 400.0 }, 10.0));
    /// ```
    #[must_use]
    pub fn holds(&self, at: Coord<f64>, margin: f64) -> bool {
        let inside = |value: f64, size: f64| value >= -margin && value <= size + margin;
        inside(at.x, Self::WIDTH) && inside(at.y, self.height)
    }
}

/// Rounds a coordinate to a whole drawing unit. Units are small enough for that, and the code that
/// prints floating-point numbers is large.
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

/// A projection with the scale and translation at which it fills a viewport.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FittedProjection<P> {
    /// The projection.
    pub projection: P,
    /// The viewport.
    pub viewport: Viewport,
    scale: f64,
    middle: Coord<f64>,
}

impl<P: Projection> FittedProjection<P> {
    /// Fits a box of the plane into a viewport, inside a margin in drawing units.
    pub(super) fn new(projection: P, bounds: Bounds, viewport: Viewport, margin: f64) -> Self {
        let size = bounds.size();
        let across = (Viewport::WIDTH - 2.0 * margin) / size.x.max(f64::MIN_POSITIVE);
        let down = (viewport.height - 2.0 * margin) / size.y.max(f64::MIN_POSITIVE);
        Self { projection, viewport, scale: across.min(down).min(1e9), middle: bounds.middle() }
    }

    /// Fits points (longitude and latitude) into a viewport that is as high as they need, within
    /// limits; all sizes are in drawing units.
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

    /// From longitude and latitude to the drawing; `None` where the projection has no point.
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
