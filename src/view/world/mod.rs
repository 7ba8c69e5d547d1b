//! The view of the world: arcs from country to country.

mod all_flows;
mod arc;
mod drawing;
mod legend;
mod picture;
mod point;

pub(super) use picture::contents;
