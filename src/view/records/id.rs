//! The ids that elements of records have in the page, to which links lead.

use crate::model::{Flow, ProvinceCode};
use crate::view::dom::id;

/// The id of a province's detail.
pub(in crate::view) fn province_id(code: &ProvinceCode) -> String {
    id("em-", code.as_str())
}

/// The id of a flow's record.
pub(in crate::view) fn flow_id(flow: &Flow) -> String {
    id("em-flow-", flow.record.id.as_str())
}
