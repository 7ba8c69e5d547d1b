//! The view of the provinces: the map with its legend, and what was done in each of them.

mod legend;
mod panel;
mod picture;
mod zoom;

pub(super) use legend::country_legend;
pub(super) use panel::panel;
pub(super) use picture::country_picture;
