//! The visible part of a drawing.

use geo_types::Coord;

use super::Viewport;

/// Not enlarged, or two or four times around a point. There are no other steps: labels are placed for
/// these.
///
/// ```
/// use enforcement_map::map::{Viewport, Zoom};
/// use geo_types::Coord;
/// let viewport = Viewport { height: 800.0 };
/// let zoom = Zoom::default().closest_at(Coord { x: 100.0, y: 100.0 });
/// // The point would be in the middle, but nothing beyond the viewport is shown.
/// assert_eq!(zoom.window(viewport), [0.0, 0.0, 250.0, 200.0]);
/// assert_eq!(zoom.zoom_out().zoom_out(), Zoom::default());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zoom {
    level: u8,
    middle: Coord<f64>,
}

impl Default for Zoom {
    fn default() -> Self {
        Self { level: 0, middle: Coord { x: 0.0, y: 0.0 } }
    }
}

impl Zoom {
    const MAX_LEVEL: u8 = 2;

    /// The factor by which the drawing is enlarged: 1, 2 or 4.
    #[must_use]
    pub fn scale(self) -> u8 {
        1 << self.level
    }

    /// Whether this is the largest step.
    #[must_use]
    pub fn is_max(self) -> bool {
        self.level >= Self::MAX_LEVEL
    }

    /// One step larger, around a point of the drawing.
    #[must_use]
    pub fn zoom_in_at(self, at: Coord<f64>) -> Self {
        Self { level: (self.level + 1).min(Self::MAX_LEVEL), middle: at }
    }

    /// One step smaller.
    #[must_use]
    pub fn zoom_out(self) -> Self {
        match self.level {
            0 | 1 => Self::default(),
            level => Self { level: level - 1, ..self },
        }
    }

    /// The largest step, around a point of the drawing.
    #[must_use]
    pub fn closest_at(self, at: Coord<f64>) -> Self {
        Self { level: Self::MAX_LEVEL, middle: at }
    }

    /// The visible part: left, top, width and height in drawing units.
    #[must_use]
    pub fn window(self, viewport: Viewport) -> [f64; 4] {
        let scale = f64::from(self.scale());
        let (width, height) = (Viewport::WIDTH / scale, viewport.height / scale);
        let left = (self.middle.x - width / 2.0).clamp(0.0, Viewport::WIDTH - width);
        let top = (self.middle.y - height / 2.0).clamp(0.0, viewport.height - height);
        [left, top, width, height]
    }

    /// The point in the middle of the visible part.
    #[must_use]
    pub fn middle(self, viewport: Viewport) -> Coord<f64> {
        let [left, top, width, height] = self.window(viewport);
        Coord { x: left + width / 2.0, y: top + height / 2.0 }
    }

    /// The same moved by a fraction of the visible part's width and height.
    ///
    /// ```
    /// use enforcement_map::map::{Viewport, Zoom};
    /// use geo_types::Coord;
    /// let viewport = Viewport { height: 800.0 };
    /// let zoom = Zoom::default().zoom_in_at(Coord { x: 500.0, y: 400.0 });
    /// // A quarter of the visible 500 units to the right, and never beyond the edge.
    /// let window = |x| zoom.panned(viewport, Coord { x, y: 0.0 }).window(viewport);
    /// assert_eq!(window(0.25), [375.0, 200.0, 500.0, 400.0]);
    /// assert_eq!(window(9.0), [500.0, 200.0, 500.0, 400.0]);
    /// ```
    #[must_use]
    pub fn panned(self, viewport: Viewport, by: Coord<f64>) -> Self {
        let [_, _, width, height] = self.window(viewport);
        let middle = self.middle(viewport) + Coord { x: by.x * width, y: by.y * height };
        let moved = Self { middle, ..self };
        // The middle stays where it is seen: one beyond the edge would make the next step back seem
        // to do nothing.
        Self { middle: moved.middle(viewport), ..self }
    }

    /// From a point of the drawing to fractions of the visible part's width and height.
    #[must_use]
    pub fn to_fraction(self, viewport: Viewport, at: Coord<f64>) -> Coord<f64> {
        let [left, top, width, height] = self.window(viewport);
        Coord { x: (at.x - left) / width, y: (at.y - top) / height }
    }

    /// From fractions of the visible part's width and height to a point of the drawing.
    #[must_use]
    pub fn from_fraction(self, viewport: Viewport, place: Coord<f64>) -> Coord<f64> {
        let [left, top, width, height] = self.window(viewport);
        Coord { x: left + place.x * width, y: top + place.y * height }
    }

    /// The same, moved if a point would not be well within the visible part.
    #[must_use]
    pub fn showing(self, viewport: Viewport, at: Coord<f64>) -> Self {
        let at_fraction = self.to_fraction(viewport, at);
        let inside = |part: f64| (0.12..=0.88).contains(&part);
        if inside(at_fraction.x) && inside(at_fraction.y) {
            self
        } else {
            Self { middle: at, ..self }
        }
    }
}
