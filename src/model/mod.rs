//! The data, in types that cannot hold an invalid value.
//!
//! Everything here is built by checked constructors: a [`Day`] is a day of the calendar, a
//! [`CountryCode`] has the form of ISO 3166-1 alpha-2, a [`Period`] has bounds in order. The modules
//! that use them ([`crate::query`], [`crate::map`]) never validate again.

mod action;
mod atlas;
mod code;
mod dataset;
mod day;
mod flow;
mod formula;
mod geography;
mod kind;
mod lookup;
mod order;
mod own_kind;
mod people;
mod period;
mod record;
pub(crate) mod ring;
mod text;

pub use action::{Action, Location};
pub use atlas::Atlas;
pub use code::{CountryCode, InvalidCode, ProvinceCode};
pub use dataset::{Attribution, Dataset, RecordIndex};
pub use day::{Day, InvalidDay};
pub use flow::{Destination, Flow};
pub use formula::{guarded, unguarded};
pub use geography::{BasemapFeature, BasemapGeometry, Country, Province};
pub use kind::ActionKind;
pub(crate) use kind::listed_kinds;
pub(crate) use lookup::Lookup;
pub(crate) use order::{sorted, sorted_by_number};
pub use own_kind::{Kinds, OwnKind, Sign};
pub use people::{InvalidPeople, People};
pub use period::{DatePart, Endpoint, InvalidPeriod, Period, Precision};
pub use record::{Record, RecordId};
pub use text::LocalizedText;
