//! Points inside of rings.

use super::country::{check, collection, map_of};
use super::path::points;

/// A file that says nothing of where names go: the middle of the box of a bay is in the water.
#[test]
fn a_name_is_written_on_its_own_land() {
    let bay = vec![
        [0.0, 0.0],
        [9.0, 0.0],
        [9.0, 9.0],
        [0.0, 9.0],
        [0.0, 8.0],
        [8.0, 8.0],
        [8.0, 1.0],
        [0.0, 1.0],
    ];
    let map = map_of(collection(&[("Bay".to_owned(), vec![bay])]));
    check(&map, 1).unwrap();
    let shape = &map.provinces[0];
    let ring = &points(&shape.path)[0];
    let mut inside = false;
    for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let [(ax, ay), (bx, by)] = [*from, *to].map(|(x, y)| (f64::from(x), f64::from(y)));
        if (ay > shape.at.y) != (by > shape.at.y)
            && shape.at.x < ax + (bx - ax) * (shape.at.y - ay) / (by - ay)
        {
            inside = !inside;
        }
    }
    assert!(inside, "{:?} in {ring:?}", shape.at);
}
