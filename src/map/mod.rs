//! What to draw, as plain values: paths, points, labels and classes, all in drawing units. Colours
//! and elements are up to [`crate::view`].

mod antimeridian;
mod arc;
mod class_breaks;
mod clip;
mod country;
mod gesture;
mod label;
mod path;
mod projection;
mod ring;
mod spatial_nav;
mod symbol;
mod viewport;
mod world;
mod zoom;

pub use arc::{Arc, ArcWidth};
pub use class_breaks::{ClassBreaks, MAX_CLASSES};
pub use country::{BasemapShape, CountryMap, ProvinceShape, Water};
pub use gesture::Gesture;
pub use label::{Anchor, Label, TIERS, Tier, text_width};
pub use path::PathData;
pub use projection::{EqualEarth, Projection, Stereographic};
pub use spatial_nav::{Direction, next_point};
pub use symbol::symbol;
pub use viewport::{FittedProjection, Viewport, round};
pub use world::{WorldMap, WorldPoint};
pub use zoom::Zoom;
