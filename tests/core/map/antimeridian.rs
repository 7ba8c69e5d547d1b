//! Countries across the 180th meridian, which RFC 7946 has cut there.

use super::all_points;
use super::country::{check, collection, map_of};
use super::path::points;
use super::spatial_nav::reached;
use crate::shipped;

#[test]
fn fiji_is_drawn_in_one_piece_across_the_180th_meridian() {
    let map = map_of(shipped("tests/countries/fiji.geojson"));
    check(&map, 5).unwrap();
    assert_eq!(reached(&map), 5);
    // From Rotuma in the north to the Lau group east of the meridian: taller than wide.
    assert!(map.viewport.height > 1000.0, "{:?}", map.viewport);
    let shape = |name: &str| map.provinces.iter().find(|one| one.code.as_str() == name).unwrap();
    let points = all_points(shape("Eastern"));
    let (left, right) = (
        points.iter().map(|at| at.x).fold(f64::INFINITY, f64::min),
        points.iter().map(|at| at.x).fold(0.0, f64::max),
    );
    assert!(left > 300.0 && right > 800.0, "{left} to {right}");
    // North is up: the names say where they lie.
    assert!(shape("Northern").at.y < shape("Central").at.y);
    assert!(shape("Western").at.x < shape("Central").at.x);
}

#[test]
fn a_province_cut_in_two_is_one_ring_again() {
    // Two halves with corners of their own; the second one is wound the other way.
    let west = vec![[179.0, -17.0], [180.0, -17.2], [180.0, -16.1], [179.5, -16.0]];
    let east = vec![[-180.0, -17.2], [-180.0, -16.1], [-179.4, -16.3], [-179.0, -16.9]];
    let map = map_of(collection(&[("Taveuni".to_owned(), vec![west, east])]));
    check(&map, 1).unwrap();
    let rings = points(&map.provinces[0].path);
    assert_eq!(rings.len(), 1, "{rings:?}");
    assert_eq!(rings[0].len(), 6, "no corner is lost: {rings:?}");
}
