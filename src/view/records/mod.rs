//! Records in words: the figures in large type, the lists, and where the data are from.

mod attributions;
mod figures;
mod flows;
mod id;
mod item;
mod national;
mod text;

pub(super) use attributions::attributions;
pub(super) use figures::figures;
pub(super) use flows::{FLOWS_ID, flows};
pub(super) use id::{flow_id, province_id};
pub(super) use item::record_item;
pub(super) use national::{NATIONAL_ID, national};
pub(super) use text::{list, meta, note};
