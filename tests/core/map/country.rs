//! The map of the provinces, of the country whose data are shipped and of any other: nothing in
//! [`enforcement_map::map`] knows which country it draws.

use std::fmt::Write as _;

use enforcement_map::load::{Loaded, Source, Sources, dataset as load_dataset};
use enforcement_map::map::{CountryMap, Zoom};
use geo_types::Coord;
use proptest::prelude::*;

use super::label::check_labels;
use super::path::points;
use super::spatial_nav::reached;
use super::{all_points, at};
use crate::{shipped, shipped_data};

#[test]
fn every_province_is_drawn_in_the_viewport() {
    let loaded = shipped_data();
    let map = CountryMap::new(&loaded.dataset, "en", |code| code.to_string());
    assert_eq!(map.provinces.len(), 25);
    for shape in &map.provinces {
        for (x, y) in points(&shape.path).concat() {
            let point = at(f64::from(x), f64::from(y));
            assert!(map.viewport.holds(point, 0.0), "{}: {point:?}", shape.code);
        }
    }
    let tiny = map.provinces.iter().filter(|shape| shape.tiny);
    let tiny: Vec<_> = tiny.map(|shape| shape.code.to_string()).collect();
    assert!(tiny.contains(&"KH23".into()) && tiny.contains(&"KH24".into()), "{tiny:?}");
}

pub(super) type Ring = Vec<[f64; 2]>;

/// A collection of provinces, each with a name and the exteriors of its polygons.
pub(super) fn collection(provinces: &[(String, Vec<Ring>)]) -> Vec<u8> {
    let mut features = Vec::new();
    for (name, rings) in provinces {
        let closed = rings.iter().map(|ring| {
            let mut ring = ring.clone();
            ring.push(ring[0]);
            vec![ring]
        });
        let polygons: Vec<_> = closed.collect();
        features.push(serde_json::json!({
            "type": "Feature", "id": name, "properties": { "name": name },
            "geometry": { "type": "MultiPolygon", "coordinates": polygons },
        }));
    }
    let collection = serde_json::json!({ "type": "FeatureCollection", "features": features });
    collection.to_string().into_bytes()
}

fn loaded(provinces: Vec<u8>) -> Loaded {
    let source = Source::read("provinces.geojson", provinces);
    let loaded = load_dataset(&Sources { provinces: Some(source), ..Sources::default() });
    assert_eq!(loaded.diagnostics, []);
    loaded
}

pub(super) fn map_of(provinces: Vec<u8>) -> CountryMap {
    CountryMap::new(&loaded(provinces).dataset, "en", |code| code.to_string())
}

/// How much of the frame's width and height is drawn in.
fn extent(map: &CountryMap) -> (f64, f64) {
    let points: Vec<_> = map.provinces.iter().flat_map(all_points).collect();
    let range = |of: fn(&Coord<f64>) -> f64| {
        let low = points.iter().map(of).fold(f64::INFINITY, f64::min);
        points.iter().map(of).fold(f64::NEG_INFINITY, f64::max) - low
    };
    (range(|at| at.x) / 1000.0, range(|at| at.y) / map.viewport.height)
}

/// Everything that holds for a map of any country.
pub(super) fn check(map: &CountryMap, provinces: usize) -> Result<(), TestCaseError> {
    prop_assert_eq!(map.provinces.len(), provinces, "every province is drawn");
    for shape in &map.provinces {
        prop_assert!(shape.at.x.is_finite() && shape.at.y.is_finite());
        prop_assert!(map.viewport.holds(shape.at, 1.0), "{}: {:?}", shape.code, shape.at);
        for point in all_points(shape) {
            prop_assert!(map.viewport.holds(point, 0.0), "{}: {:?}", shape.code, point);
        }
        // Chosen and enlarged, it can be seen.
        let zoom = Zoom::default().closest_at(shape.at).showing(map.viewport, shape.at);
        let place = zoom.to_fraction(map.viewport, shape.at);
        prop_assert!((0.0..=1.0).contains(&place.x) && (0.0..=1.0).contains(&place.y));
    }
    check_labels(map.viewport, map.provinces.iter().map(|shape| &shape.label), 12.0)?;
    let (across, down) = extent(map);
    prop_assert!(across.max(down) > 0.85, "it fills its frame: {across} by {down}");
    Ok(())
}

/// A country of `columns` by `rows` provinces, cut where it crosses the 180th meridian as RFC 7946,
/// section 3.1.9 asks for.
fn grid(middle: [f64; 2], size: [f64; 2], columns: u32, rows: u32) -> Vec<(String, Vec<Ring>)> {
    let mut provinces = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let x = |part: u32| {
                middle[0] + size[0] * (f64::from(column + part) / f64::from(columns) - 0.5)
            };
            let y =
                |part: u32| middle[1] + size[1] * (f64::from(row + part) / f64::from(rows) - 0.5);
            let (west, east, south, north) = (x(0), x(1), y(0), y(1));
            let ring = |west: f64, east: f64| -> Ring {
                vec![[west, south], [east, south], [east, north], [west, north]]
            };
            let rings = if west < 180.0 && east > 180.0 {
                vec![ring(west, 180.0), ring(-180.0, east - 360.0)]
            } else if west >= 180.0 {
                vec![ring(west - 360.0, east - 360.0)]
            } else {
                vec![ring(west, east)]
            };
            let mut name = String::new();
            write!(name, "Land {row}-{column}").unwrap();
            provinces.push((name, rings));
        }
    }
    provinces
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Anywhere, of any size and number of provinces, wide or tall.
    #[test]
    fn any_country_is_drawn(
        lon in 0.0..360.0f64,
        lat in -80.0..80.0f64,
        size in -4.0..1.0f64,
        tall in 0.3..3.0f64,
        columns in 1u32..7,
        rows in 1u32..7,
    ) {
        let size = 10.0_f64.powf(size);
        let size = [size / lat.to_radians().cos(), (size * tall).min(18.0)];
        let lon = if lon > 180.0 + size[0] { lon - 360.0 } else { lon };
        let middle = [lon.max(-180.0 + size[0]), lat.clamp(-80.0, 80.0)];
        let provinces = grid(middle, size, columns, rows);
        let map = map_of(collection(&provinces));
        check(&map, provinces.len())?;
        prop_assert_eq!(reached(&map), provinces.len(), "by the arrow keys");
        for shape in &map.provinces {
            // In one piece, wherever it was cut.
            prop_assert_eq!(points(&shape.path).len(), 1, "{}: {}", shape.code, shape.path);
        }
    }
}

#[test]
fn slovenia_has_nearly_two_hundred_provinces() {
    let started = std::time::Instant::now();
    let map = map_of(shipped("tests/countries/slovenia.geojson"));
    // Even in a build without optimisation, on a busy machine.
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
    check(&map, 193).unwrap();
    assert_eq!(reached(&map), 193);
    let named = |tier: usize| {
        let shown =
            map.provinces.iter().filter(|one| one.label.tier.is_some_and(|own| own <= tier));
        shown.count()
    };
    assert!(named(5) > named(2) && named(5) > 40, "{} and {}", named(2), named(5));
}

#[test]
fn four_hundred_provinces_are_drawn() {
    let provinces = grid([20.0, 10.0], [12.0, 10.0], 20, 20);
    let map = map_of(collection(&provinces));
    check(&map, 400).unwrap();
}

/// Land around the South Pole, as RFC 7946 has it written: a box that ends at the meridian, along
/// which it closes.
#[test]
fn a_country_around_a_pole_is_drawn() {
    let cap = |from: f64, to: f64| -> Ring {
        let steps = (0..=12).map(|step| [from + (to - from) * f64::from(step) / 12.0, -72.0]);
        steps.chain([[to, -90.0], [from, -90.0]]).collect()
    };
    let provinces: Vec<_> = [(-180.0, -60.0), (-60.0, 60.0), (60.0, 180.0)]
        .map(|(from, to)| (format!("Sector {from}"), vec![cap(from, to)]))
        .to_vec();
    let map = map_of(collection(&provinces));
    check(&map, 3).unwrap();
    // A disc, and the pole in its middle.
    let (across, down) = extent(&map);
    assert!((across * 1000.0 / (down * map.viewport.height) - 1.0).abs() < 0.1, "{across} {down}");
    for shape in &map.provinces {
        let nearest = all_points(shape)
            .into_iter()
            .map(|point| (point.x - 500.0).hypot(point.y - map.viewport.height / 2.0));
        assert!(nearest.fold(f64::INFINITY, f64::min) < 40.0, "{}", shape.code);
    }
}

#[test]
fn a_country_of_one_tiny_province_fills_the_viewport() {
    // 400 m across.
    let ring = vec![[12.4458, 41.9002], [12.4501, 41.9001], [12.4503, 41.9040], [12.4460, 41.9037]];
    let map = map_of(collection(&[("Vatican".to_owned(), vec![ring])]));
    check(&map, 1).unwrap();
    assert!(!map.provinces[0].tiny, "it is as large as the frame");
    assert_eq!(map.provinces[0].label.tier, Some(0));
    assert_eq!(reached(&map), 1);
}

/// Many small islands in a wide sea: each is a small target, however far the last one is.
#[test]
fn an_archipelago_is_hard_to_hit() {
    let island = |x: f64, y: f64| -> Ring { vec![[x, y], [x + 0.05, y], [x, y + 0.05]] };
    let far = vec![island(170.0, -10.0), island(-172.0, -2.0), island(-178.0, 4.0)];
    let near = vec![[-179.0, -12.0], [-175.0, -12.0], [-175.0, -9.0], [-179.0, -9.0]];
    let map = map_of(collection(&[("Far".to_owned(), far), ("Near".to_owned(), vec![near])]));
    check(&map, 2).unwrap();
    let tiny: Vec<_> = map.provinces.iter().filter(|one| one.tiny).collect();
    assert_eq!(tiny.len(), 1);
    assert_eq!(tiny[0].code.as_str(), "Far");
}
