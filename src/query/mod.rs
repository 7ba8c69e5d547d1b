//! Which records fall in a range of days, and how many: always in three values, since a date
//! may be known only roughly.

mod aggregates;
mod certainty;
mod counts;
mod drag;
mod export;
mod filter;
mod index;
mod people_total;
mod range;
mod selection;
mod timeline;

pub use aggregates::{Aggregates, Before, Sent};
pub use certainty::{Certainty, certainty};
pub use counts::{Count, Counts};
pub use drag::{Drag, DragTarget};
pub use export::{Table, action_rows, csv, flow_rows, geojson};
pub use filter::Filter;
pub use index::{Calendar, Cells, Index, Place, Which};
pub use people_total::{PeopleSum, PeopleTotal, is_part_of, people_total};
pub use range::{DayRange, Preset, presets};
pub use selection::{Selected, Selection, select};
pub use timeline::{Bar, Handle, Span, Step, Timeline, Unit};
