//! Gestures of mouse, fingers and wheel, and the zoom that they lead to.

use geo_types::Coord;

use super::{Viewport, Zoom};

/// The ratio of the distances between two fingers that makes one step.
const PINCH: f64 = 1.4;
/// How far the wheel turns for one step, in CSS pixels: at most one notch, and on a trackpad what
/// browsers report for fingers that move [`PINCH`] times as far apart.
const TURN: f64 = 33.0;

/// A pointer that is down, at fractions of the visible part's width and height.
#[derive(Clone, Copy, Debug)]
struct Pointer {
    id: i32,
    at: Coord<f64>,
    touch: bool,
}

/// A gesture under way. Scrolling is the page's: one finger moves nothing.
///
/// ```
/// use enforcement_map::map::{Viewport, Gesture, Zoom};
/// use geo_types::Coord;
/// let viewport = Viewport { height: 800.0 };
/// let (one, other) = (Coord { x: 0.4, y: 0.5 }, Coord { x: 0.6, y: 0.5 });
/// let mut gesture = Gesture::default();
/// gesture.down(1, one, true);
/// gesture.down(2, other, true);
/// let zoom = gesture.moved(Zoom::default(), viewport, 2, Coord { x: 0.8, ..other });
/// assert_eq!(zoom.map(Zoom::scale), Some(2));
/// ```
#[derive(Debug, Default)]
pub struct Gesture {
    pointers: Vec<Pointer>,
    /// The distance of two pointers at the last step.
    apart: f64,
    /// How far the wheel has turned since the last step, in CSS pixels.
    turned: f64,
}

impl Gesture {
    /// A pointer goes down.
    pub fn down(&mut self, id: i32, at: Coord<f64>, touch: bool) {
        // One that was released elsewhere may still be in the list.
        self.up(id);
        self.pointers.push(Pointer { id, at, touch });
        self.apart = self.distance();
    }

    /// A pointer goes up.
    pub fn up(&mut self, id: i32) {
        self.pointers.retain(|pointer| pointer.id != id);
        self.apart = self.distance();
    }

    /// The zoom after a pointer has moved; `None` where moving is the page's.
    pub fn moved(
        &mut self,
        zoom: Zoom,
        viewport: Viewport,
        id: i32,
        to: Coord<f64>,
    ) -> Option<Zoom> {
        let count = self.pointers.len();
        let pointer = self.pointers.iter_mut().find(|pointer| pointer.id == id)?;
        let way = pointer.at - to;
        pointer.at = to;
        if count == 1 && pointer.touch {
            return None;
        }
        let ratio = self.distance() / self.apart;
        let next = if ratio > PINCH {
            self.apart *= ratio;
            zoom.zoom_in_at(zoom.from_fraction(viewport, self.middle()))
        } else if ratio < 1.0 / PINCH {
            self.apart *= ratio;
            zoom.zoom_out()
        } else {
            // With several pointers, the drawing follows their middle.
            zoom.panned(viewport, way / count as f64)
        };
        (zoom.scale() > 1 || next.scale() > 1).then_some(next)
    }

    /// The zoom after the wheel has turned by some CSS pixels; negative is away from the reader.
    ///
    /// ```
    /// use enforcement_map::map::{Gesture, Viewport, Zoom};
    /// use geo_types::Coord;
    /// let (viewport, at) = (Viewport { height: 800.0 }, Coord { x: 0.5, y: 0.5 });
    /// let mut gesture = Gesture::default();
    /// // Small turns add up to a step.
    /// let zoom = gesture.turned(Zoom::default(), viewport, -20.0, at);
    /// assert_eq!(zoom.scale(), 1);
    /// assert_eq!(gesture.turned(zoom, viewport, -20.0, at).scale(), 2);
    /// ```
    pub fn turned(&mut self, zoom: Zoom, viewport: Viewport, by: f64, at: Coord<f64>) -> Zoom {
        self.turned += by;
        if self.turned.abs() < TURN {
            return zoom;
        }
        let is_in = self.turned < 0.0;
        self.turned = 0.0;
        if is_in { zoom.zoom_in_at(zoom.from_fraction(viewport, at)) } else { zoom.zoom_out() }
    }

    /// The point between the pointers.
    fn middle(&self) -> Coord<f64> {
        let sum = self.pointers.iter().fold(Coord::default(), |sum, pointer| sum + pointer.at);
        sum / self.pointers.len() as f64
    }

    /// The distance of the first two pointers.
    fn distance(&self) -> f64 {
        match self.pointers[..] {
            [a, b, ..] => (a.at.x - b.at.x).hypot(a.at.y - b.at.y).max(0.01),
            _ => 1.0,
        }
    }
}
