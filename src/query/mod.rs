//! Which records fall in a range of days, and how many: always in three values, since a date
//! may be known only roughly.

mod aggregates;
mod certainty;
mod counts;
mod drag;
mod export;
mod figures;
mod filter;
mod people_total;
mod range;
mod selection;
mod timeline;

pub use aggregates::{Aggregates, Sent};
pub use certainty::{Certainty, certainty};
pub use counts::{Count, KindCounts, count_actions, kind_counts_by_province};
pub use drag::{Drag, DragTarget};
pub use export::{Table, action_rows, csv, flow_rows, geojson};
pub use figures::{DestinationFigure, Figure, destinations, headline};
pub use filter::Filter;
pub use people_total::{PeopleTotal, is_part_of, people_total};
pub use range::{DayRange, Preset, presets};
pub use selection::{Selected, Selection, select};
pub use timeline::{Bar, Handle, Step, Timeline, Unit};
