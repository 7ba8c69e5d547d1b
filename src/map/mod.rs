//! What to draw, as plain values: paths, points, labels and classes in a frame of drawing units.
//! No colour and no element: those are for [`crate::view`].

mod arc;
mod clip;
mod country;
mod direction;
mod frame;
mod gesture;
mod inside;
mod label;
mod path;
mod projection;
mod scale;
mod seam;
mod symbol;
mod world;
mod zoom;

pub use arc::{Arc, ArcWidth};
pub use country::{CountryMap, ProvinceShape, SurroundingShape, Water};
pub use direction::{Direction, next_point};
pub use frame::{Frame, View, whole};
pub use gesture::Gesture;
pub use label::{Anchor, Label, TIERS, Tier, text_width};
pub use path::PathData;
pub use projection::{EqualEarth, Projection, Stereographic};
pub use scale::{Classes, SHADES};
pub use symbol::glyph;
pub use world::{WorldMap, WorldPoint};
pub use zoom::Zoom;
