//! Ranges of days, and those that are offered.

use enforcement_map::query::{Preset, presets};

use super::range;
use crate::shipped_data;

#[test]
fn presets_end_with_the_data() {
    let loaded = shipped_data();
    let presets = presets(&loaded.dataset);
    assert_eq!(presets[..2], [Preset::All, Preset::Year(2025)]);
    assert_eq!(presets[2].range(), range("2026-01-01", "2026-01-31"));
    assert_eq!(presets[3].range(), range("2025-12-25", "2026-01-23"));
    assert_eq!(presets[4].range(), range("2026-01-17", "2026-01-23"));
}

#[test]
fn days_in_the_wrong_order_are_put_right() {
    assert_eq!(range("2026-02-01", "2026-01-01"), range("2026-01-01", "2026-02-01"));
}
