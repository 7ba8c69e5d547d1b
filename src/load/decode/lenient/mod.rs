//! Opens files of any format: GeoJSON in all its forms, TopoJSON, and sheets as delimited text.

mod format;
mod opened;
mod table;
mod topology;

pub use format::layer_of_json;
pub(crate) use format::open;
pub(crate) use opened::Opened;
pub use table::header_of;
pub use topology::Arcs;
