//! Which records fall in a range of days, and how many: always in three values, since a date
//! may be known only roughly.

mod certainty;
mod drag;
mod export;
mod facts;
mod figures;
mod filter;
mod range;
mod selection;
mod sum;
mod tally;
mod timeline;

pub use certainty::{Certainty, certainty};
pub use drag::{Drag, Grip};
pub use export::{Table, action_rows, csv, flow_rows, geojson};
pub use facts::{Facts, Sent};
pub use figures::{DestinationFigure, Figure, destinations, headline};
pub use filter::Filter;
pub use range::{DayRange, Preset, presets};
pub use selection::{Selected, Selection, select};
pub use sum::{Sum, is_part_of, sum};
pub use tally::{Count, Tally, tallies, total};
pub use timeline::{Bar, Handle, Step, Timeline, Unit};
