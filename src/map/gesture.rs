//! What a pointer, fingers and the wheel make of what is seen of a drawing.

use geo_types::Coord;

use super::{Viewport, Zoom};

/// How much further apart two fingers go for one step, or nearer for one back.
const PINCH: f64 = 1.4;
/// How far the wheel turns for one step, in CSS pixels: one notch at most, and on a trackpad as
/// much as browsers say for fingers that go [`PINCH`] times as far apart.
const TURN: f64 = 33.0;

/// A pointer that is down, and where: in parts of the window's width and height.
#[derive(Clone, Copy, Debug)]
struct Pointer {
    id: i32,
    at: Coord<f64>,
    touch: bool,
}

/// What is under way. The page's scrolling is left alone: one finger moves nothing.
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
    /// How far two pointers were from each other at the last step.
    apart: f64,
    /// How far the wheel has turned since the last step, in CSS pixels.
    turned: f64,
}

impl Gesture {
    /// A pointer goes down.
    pub fn down(&mut self, id: i32, at: Coord<f64>, touch: bool) {
        // One that went up elsewhere was not seen to do so.
        self.up(id);
        self.pointers.push(Pointer { id, at, touch });
        self.apart = self.distance();
    }

    /// A pointer goes up.
    pub fn up(&mut self, id: i32) {
        self.pointers.retain(|pointer| pointer.id != id);
        self.apart = self.distance();
    }

    /// What is seen after a pointer has moved; none where its moves are the page's.
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
            // Of several pointers, what is seen follows the middle.
            zoom.panned(viewport, way / count as f64)
        };
        (zoom.scale() > 1 || next.scale() > 1).then_some(next)
    }

    /// What is seen after the wheel has turned by so many pixels, away from the reader if they are
    /// negative.
    pub fn turned(&mut self, zoom: Zoom, viewport: Viewport, by: f64, at: Coord<f64>) -> Zoom {
        self.turned += by;
        if self.turned.abs() < TURN {
            return zoom;
        }
        let into = self.turned < 0.0;
        self.turned = 0.0;
        if into { zoom.zoom_in_at(zoom.from_fraction(viewport, at)) } else { zoom.zoom_out() }
    }

    /// The point between the pointers.
    fn middle(&self) -> Coord<f64> {
        let sum = self.pointers.iter().fold(Coord::default(), |sum, pointer| sum + pointer.at);
        sum / self.pointers.len() as f64
    }

    /// How far the first two pointers are from each other.
    fn distance(&self) -> f64 {
        match self.pointers[..] {
            [a, b, ..] => (a.at.x - b.at.x).hypot(a.at.y - b.at.y).max(0.01),
            _ => 1.0,
        }
    }
}
