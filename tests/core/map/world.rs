//! The drawings of the world.

use enforcement_map::map::WorldMap;
use enforcement_map::model::{Atlas, Country, CountryCode, Dataset, Destination, Flow};
use proptest::prelude::*;

use super::at;
use super::label::check_labels;
use crate::{shipped_atlas, shipped_data};

proptest! {
    /// From one country to any others: every arc is in one piece, inside the frame, and goes
    /// the shorter way round.
    #[test]
    fn arcs_stay_in_the_viewport(
        origin in 0usize..250,
        destinations in prop::collection::vec(0usize..250, 1..60),
    ) {
        let loaded = shipped_data();
        let atlas = shipped_atlas();
        let dataset = flows(&loaded.dataset, &atlas, origin, &destinations);
        let maps = WorldMap::drawings(&dataset, &atlas, &|code| vec![code.to_string()], &|_| 0);
        prop_assert!((1..=2).contains(&maps.len()));
        let drawn: usize = maps.iter().flat_map(|map| &map.arcs).filter(|arc| !arc.short).count();
        let pairs: std::collections::BTreeSet<_> =
            dataset.flows.iter().filter(|flow| flow.country() != Some(flow.origin)).map(|flow| flow.country()).collect();
        prop_assert!(drawn <= pairs.len());
        for map in &maps {
            for arc in &map.arcs {
                let numbers: Vec<f64> = arc
                    .path
                    .split(['M', 'Q', ' '])
                    .filter(|text| !text.is_empty())
                    .map(|text| text.parse().unwrap())
                    .collect();
                prop_assert_eq!(numbers.len(), 6, "one piece: {}", arc.path);
                let [x0, y0, x1, y1, x2, y2] = numbers[..] else { unreachable!() };
                for step in 0..=20 {
                    let t = f64::from(step) / 20.0;
                    let bezier = |a: f64, b: f64, c: f64| {
                        (1.0 - t).powi(2) * a + 2.0 * t * (1.0 - t) * b + t * t * c
                    };
                    let point = at(bezier(x0, x1, x2), bezier(y0, y1, y2));
                    prop_assert!(map.viewport.holds(point, 2.0), "{} leaves the frame at {:?}", arc.path, point);
                }
            }
            check_labels(map.viewport, map.points.iter().map(|point| &point.label), 13.0)?;
        }
    }
}

/// A dataset with flows from one of the shipped countries to others.
fn flows(shipped: &Dataset, atlas: &Atlas, origin: usize, destinations: &[usize]) -> Dataset {
    let country = |number: usize| atlas.countries[number % atlas.countries.len()];
    let pattern = shipped.flows.last().unwrap();
    let flow = |to: &Country| Flow {
        record: pattern.record.clone(),
        origin: country(origin).code,
        destination: Destination::Country(to.code),
    };
    Dataset {
        flows: destinations.iter().map(|number| flow(&country(*number))).collect(),
        ..Dataset::default()
    }
}

#[test]
fn without_flows_the_whole_world_is_shown() {
    let mut loaded = shipped_data();
    loaded.dataset.flows.clear();
    let atlas = shipped_atlas();
    let maps = WorldMap::drawings(&loaded.dataset, &atlas, &|_| Vec::new(), &|_| 0);
    let map = &maps[0];
    assert!(map.arcs.is_empty() && !map.land.is_empty());
    let code = CountryCode::new("KH").unwrap();
    assert!(atlas.country(code).is_some());
}

/// A dataset with flows from one country to others, by their codes.
pub(super) fn flows_to(codes: &[&str]) -> Vec<WorldMap> {
    let (loaded, atlas) = (shipped_data(), shipped_atlas());
    let place = |code: &str| {
        let code = CountryCode::new(code).unwrap();
        atlas.countries.iter().position(|country| country.code == code).unwrap()
    };
    let destinations: Vec<_> = codes.iter().map(|code| place(code)).collect();
    let dataset = flows(&loaded.dataset, &atlas, place("KH"), &destinations);
    WorldMap::drawings(&dataset, &atlas, &|code| vec![code.to_string(), "73".into()], &|_| 0)
}

#[test]
fn what_is_next_door_has_a_drawing_of_its_own_beside_the_ends_of_the_world() {
    let maps = flows_to(&["VN", "LA", "TH", "US", "BR", "NG"]);
    let [far, near] = maps.as_slice() else { panic!("{} drawings", maps.len()) };
    let legible = |map: &WorldMap| {
        let mut codes: Vec<_> = map
            .arcs
            .iter()
            .filter(|arc| !arc.short)
            .map(|arc| arc.destination.to_string())
            .collect();
        codes.sort();
        codes
    };
    assert_eq!(legible(far), ["BR", "NG", "US"]);
    assert_eq!(legible(near), ["LA", "TH", "VN"]);
    let named = |map: &WorldMap, code: &str| {
        map.points
            .iter()
            .any(|point| point.country.as_str() == code && !point.label.lines.is_empty())
    };
    assert!(named(far, "US") && !named(far, "VN") && named(near, "VN") && named(near, "KH"));
    // All near ones, or all far ones, need no second one.
    assert_eq!(flows_to(&["VN", "LA", "TH"]).len(), 1);
    assert_eq!(flows_to(&["US", "BR"]).len(), 1);
}
