//! What is drawn: shapes in their frame, arcs the right way round, names that do not collide.

use enforcement_map::map::{
    Anchor, ClassBreaks, CountryMap, EqualEarth, Label, MAX_CLASSES, PathData, Projection,
    Stereographic, TIERS, Viewport, WorldMap, text_width,
};
use enforcement_map::model::{Atlas, Country, CountryCode, Dataset, Destination, Flow};
use geo_types::Coord;
use proptest::prelude::*;

use crate::{shipped_atlas, shipped_data};

pub(crate) fn at(x: f64, y: f64) -> Coord<f64> {
    Coord { x, y }
}

/// The absolute points of path data made of M, l, h, v and z.
pub(crate) fn points(path: &str) -> Vec<Vec<(i32, i32)>> {
    let mut rings: Vec<Vec<(i32, i32)>> = Vec::new();
    let mut tokens = Vec::new();
    let mut number = String::new();
    for c in path.chars().chain([' ']) {
        if !number.is_empty() && !c.is_ascii_digit() {
            tokens.push(std::mem::take(&mut number));
        }
        match c {
            '-' | '0'..='9' => number.push(c),
            ' ' => {}
            letter => tokens.push(letter.to_string()),
        }
    }
    let mut command = 'M';
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        if let Some(letter) = token.chars().find(char::is_ascii_alphabetic) {
            command = letter;
            continue;
        }
        let first: i32 = token.parse().unwrap();
        let mut second = || tokens.next().unwrap().parse::<i32>().unwrap();
        let (x, y) = rings.last().and_then(|ring| ring.last()).copied().unwrap_or_default();
        match command {
            'M' => {
                let y = second();
                rings.push(vec![(first, y)]);
            }
            'l' => {
                let dy = second();
                rings.last_mut().unwrap().push((x + first, y + dy));
            }
            'h' => rings.last_mut().unwrap().push((x + first, y)),
            'v' => rings.last_mut().unwrap().push((x, y + first)),
            other => panic!("{other}"),
        }
    }
    rings
}

proptest! {
    #[test]
    fn path_data_say_the_rounded_points(
        ring in prop::collection::vec((-500.0..1500.0, -500.0..1500.0), 3..40)
    ) {
        let mut path = PathData::default();
        path.ring(ring.iter().map(|(x, y)| at(*x, *y)));
        #[allow(clippy::cast_possible_truncation)]
        let mut expected: Vec<_> =
            ring.iter().map(|(x, y)| (x.round() as i32, y.round() as i32)).collect();
        expected.dedup();
        if expected.first() == expected.last() { expected.pop(); }
        if expected.len() >= 3 {
            prop_assert_eq!(points(path.as_str()), vec![expected]);
        } else {
            prop_assert!(path.is_empty());
        }
    }

    /// Conformal: a small step east and a small step north are as long as each other, and at
    /// right angles.
    #[test]
    fn stereographic_keeps_shapes(lon in -180.0..180.0f64, lat in -80.0..80.0f64, x in -60.0..60.0f64, y in -15.0..15.0f64) {
        let view = Stereographic::new(at(lon, lat));
        let place = at(lon + x, (lat + y).clamp(-85.0, 85.0));
        let step = 1e-4;
        let here = view.project(place).unwrap();
        let east = view.project(at(place.x + step / place.y.to_radians().cos(), place.y)).unwrap() - here;
        let north = view.project(at(place.x, place.y + step)).unwrap() - here;
        let (e, n) = (east.x.hypot(east.y), north.x.hypot(north.y));
        prop_assert!((e / n - 1.0).abs() < 1e-3, "{} {}", e, n);
        prop_assert!(((east.x * north.x + east.y * north.y) / (e * n)).abs() < 1e-3);
    }

    /// Equal area: a small cell has the same area anywhere.
    #[test]
    fn equal_earth_keeps_areas(meridian in -180.0..180.0f64, lon in -170.0..170.0f64, lat in -85.0..85.0f64) {
        let view = EqualEarth { meridian };
        let step = 1e-3;
        let here = view.project_east(lon, lat);
        let east = view.project_east(lon + step, lat) - here;
        let north = view.project_east(lon, lat + step) - here;
        let area = east.x * north.y - east.y * north.x;
        let sphere = step.to_radians().powi(2) * (lat + step / 2.0).to_radians().cos();
        prop_assert!((area / sphere - 1.0).abs() < 2e-3, "{}", area / sphere);
    }

    #[test]
    fn classes_part_the_counts(largest in 1usize..60) {
        let class_breaks = ClassBreaks::new(largest);
        let ranges = class_breaks.ranges();
        prop_assert!(ranges.len() <= MAX_CLASSES);
        let mut last = None;
        for count in 1..=largest {
            let class = ranges.iter().filter(|(from, to)| *from <= count && to.is_none_or(|to| count <= to));
            prop_assert_eq!(class.count(), 1, "{} in {:?}", count, ranges);
            let class = class_breaks.class(count);
            prop_assert!(class.is_some_and(|class| class < MAX_CLASSES) && class >= last);
            last = class;
        }
        prop_assert_eq!(class_breaks.class(0), None);
    }

    /// From one country to any others: every arc is in one piece, inside the frame, and goes
    /// the shorter way round.
    #[test]
    fn arcs_stay_in_the_frame(
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

/// The shown labels of each tier keep apart and inside.
pub(crate) fn check_labels<'a>(
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
fn equal_earth_is_the_published_one() {
    let view = EqualEarth { meridian: 0.0 };
    let edge = view.project_east(180.0, 0.0);
    let pole = view.project_east(0.0, 90.0);
    assert!((edge.x - 2.706_629_98).abs() < 1e-6, "{edge:?}");
    assert!((pole.y - 1.317_362_76).abs() < 1e-6, "{pole:?}");
}

#[test]
fn a_country_across_the_180th_meridian_has_its_centre_there() {
    let view = Stereographic::centred_on([at(178.0, -17.0), at(-178.0, -18.0)].into_iter());
    let [west, east] = [at(178.0, -17.0), at(-178.0, -18.0)].map(|at| view.project(at).unwrap());
    assert!(west.x < 0.0 && east.x > 0.0 && east.x - west.x < 0.1);
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

#[test]
fn every_province_is_drawn_in_the_frame() {
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
fn flows_to(codes: &[&str]) -> Vec<WorldMap> {
    let (loaded, atlas) = (shipped_data(), shipped_atlas());
    let place = |code: &str| {
        let code = CountryCode::new(code).unwrap();
        atlas.countries.iter().position(|country| country.code == code).unwrap()
    };
    let destinations: Vec<_> = codes.iter().map(|code| place(code)).collect();
    let dataset = flows(&loaded.dataset, &atlas, place("KH"), &destinations);
    WorldMap::drawings(&dataset, &atlas, &|code| vec![code.to_string(), "73".into()], &|_| 0)
}

/// In which direction an arc leaves, in degrees.
fn departure(arc: &enforcement_map::map::Arc) -> f64 {
    let numbers: Vec<f64> =
        arc.path.split(['M', 'Q', ' ']).filter_map(|text| text.parse().ok()).collect();
    (numbers[3] - numbers[1]).atan2(numbers[2] - numbers[0]).to_degrees()
}

#[test]
fn neighbours_on_the_way_to_others_stay_legible() {
    let maps = flows_to(&["VN", "LA", "TH", "CN", "KR", "JP", "MM", "MY"]);
    let arcs: Vec<_> = maps.iter().flat_map(|map| &map.arcs).filter(|arc| !arc.short).collect();
    assert_eq!(arcs.len(), 8);
    for map in &maps {
        let arcs: Vec<_> = map.arcs.iter().filter(|arc| !arc.short).collect();
        for (place, one) in arcs.iter().enumerate() {
            for other in arcs.iter().skip(place + 1) {
                let apart = (departure(one) - departure(other)).rem_euclid(360.0);
                let apart = apart.min(360.0 - apart);
                assert!(apart > 8.0, "{} and {}: {apart}", one.destination, other.destination);
            }
        }
    }
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

#[test]
fn the_legend_shows_widths_that_there_are() {
    use enforcement_map::map::ArcWidth;
    assert_eq!(ArcWidth::samples(73), [1, 10, 50]);
    assert_eq!(ArcWidth::samples(13_000), [100, 1_000, 10_000]);
    assert_eq!(ArcWidth::samples(600), [10, 100, 500]);
    assert_eq!(ArcWidth::samples(1), [1]);
    assert_eq!(ArcWidth::samples(0), [] as [u64; 0]);
}

#[test]
fn the_more_arcs_the_thinner_and_the_larger_figure_stays_the_wider() {
    use enforcement_map::map::ArcWidth;
    let width = |number: u64, arcs: usize| match ArcWidth::new(Some(number), 5_000, arcs) {
        ArcWidth::People(width) => width,
        ArcWidth::NotPublished => panic!("{number} was published"),
    };
    assert_eq!([1, 5_000].map(|number| width(number, 1)), [2, 14]);
    assert_eq!(width(5_000, ArcWidth::CROWD), 14);
    for arcs in [1, 24, 60, 195, 237] {
        assert!(width(1, arcs) >= 1 && width(1, arcs) < width(5_000, arcs), "{arcs} arcs");
        assert!(width(5_000, arcs) >= width(5_000, arcs + 50), "{arcs} arcs");
    }
    assert!(width(5_000, 195) <= 5);
    assert_eq!(ArcWidth::new(None, 5_000, 195), ArcWidth::NotPublished);
}
