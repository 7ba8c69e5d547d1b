//! Opens files of any format: GeoJSON in all its forms, TopoJSON, and sheets as delimited text.

mod command;
mod foreign;
mod format;
mod json;
mod layer;
mod opened;
mod positions;
mod reference_system;
mod salvage;
mod signature;
mod table;
mod topology;
mod words;

pub(crate) use format::open;
pub use format::unread_format;
pub use json::collection_of_json;
pub use layer::layer_of_json;
pub(crate) use opened::Opened;
pub(crate) use positions::rounded;
pub use table::header_of;
pub use topology::Arcs;
