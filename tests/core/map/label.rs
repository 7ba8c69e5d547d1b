//! Labels that keep apart and inside, in columns of every width.

use enforcement_map::map::{Anchor, CountryMap, Label, TIERS, Viewport, text_width};
use proptest::prelude::*;

use crate::shipped_data;

/// The shown labels of each tier keep apart and inside.
pub(super) fn check_labels<'a>(
    viewport: Viewport,
    labels: impl Iterator<Item = &'a Label>,
    size: f64,
) -> Result<(), TestCaseError> {
    let labels: Vec<_> = labels.collect();
    for (number, tier) in TIERS.iter().enumerate() {
        let unit = tier.unit();
        let boxes: Vec<_> = labels
            .iter()
            // A country that another drawing names has no text here.
            .filter(|label| {
                label.tier.is_some_and(|from| from <= number) && !label.lines.is_empty()
            })
            .map(|label| (label, text_box(label, size, unit)))
            .collect();
        for (label, [left, top, right, bottom]) in &boxes {
            prop_assert!(*left >= -1.0 && *right <= Viewport::WIDTH + 1.0, "{:?}", label);
            prop_assert!(*top >= -1.0 && *bottom <= viewport.height + 1.0, "{:?}", label);
        }
        for (index, (one, a)) in boxes.iter().enumerate() {
            for (other, b) in boxes.iter().skip(index + 1) {
                let apart = a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3];
                prop_assert!(apart, "tier {}: {:?} and {:?}", number, one, other);
            }
        }
    }
    Ok(())
}

fn text_box(label: &Label, size: f64, unit: f64) -> [f64; 4] {
    let width =
        label.lines.iter().map(|line| text_width(line, label.bold)).fold(0.0, f64::max) * size;
    #[allow(clippy::cast_precision_loss)]
    let height = size * label.lines.len() as f64;
    let (x, y) = match label.anchor {
        Anchor::Middle => (-width / 2.0, -height / 2.0),
        Anchor::Below => (-width / 2.0, label.half.y),
        Anchor::Above => (-width / 2.0, -label.half.y - height),
        Anchor::Right => (label.half.x, -height / 2.0),
        Anchor::Left => (-label.half.x - width, -height / 2.0),
    };
    let (x, y) = (x + label.shift.x, y + label.shift.y);
    let (x, y) = (label.at.x + x * unit, label.at.y + y * unit);
    [x, y, x + width * unit, y + height * unit]
}

#[test]
fn no_names_collide_on_the_map_of_the_provinces() {
    let loaded = shipped_data();
    for language in ["en", "fr", "km", "zh"] {
        let map = CountryMap::new(&loaded.dataset, language, |code| code.to_string());
        let plain = map.provinces.iter().filter(|shape| shape.kinds.is_empty());
        check_labels(map.viewport, plain.map(|shape| &shape.label), 12.0).unwrap();
        let marked = map.provinces.iter().filter(|shape| !shape.kinds.is_empty());
        for shape in marked {
            assert_eq!(shape.label.tier, Some(0), "{language}: {} is always named", shape.code);
        }
    }
}
