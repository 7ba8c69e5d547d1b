//! The arrow keys lead to every province. The tests of whole countries use this.

use std::collections::BTreeSet;

use enforcement_map::map::{CountryMap, Direction, next_point};

/// The provinces that the arrow keys reach from the first one.
pub(super) fn reached(map: &CountryMap) -> usize {
    let directions = [Direction::Up, Direction::Down, Direction::Left, Direction::Right];
    let places: Vec<_> = map.provinces.iter().map(|shape| shape.at).collect();
    let mut seen = BTreeSet::new();
    let mut next = vec![0];
    while let Some(place) = next.pop() {
        if seen.insert(place) {
            next.extend(directions.iter().filter_map(|way| next_point(&places, place, *way)));
        }
    }
    seen.len()
}
