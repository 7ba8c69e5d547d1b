//! Arcs: their widths, and the directions in which they leave.

use enforcement_map::map::{Arc, ArcWidth};

use super::world::flows_to;

/// In which direction an arc leaves, in degrees.
fn departure(arc: &Arc) -> f64 {
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
fn the_legend_shows_widths_that_there_are() {
    assert_eq!(ArcWidth::samples(73), [1, 10, 50]);
    assert_eq!(ArcWidth::samples(13_000), [100, 1_000, 10_000]);
    assert_eq!(ArcWidth::samples(600), [10, 100, 500]);
    assert_eq!(ArcWidth::samples(1), [1]);
    assert_eq!(ArcWidth::samples(0), [] as [u64; 0]);
}

#[test]
fn the_more_arcs_the_thinner_and_the_larger_figure_stays_the_wider() {
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

/// Figures as large as the type holds are drawn as others are.
#[test]
fn figures_of_any_size() {
    for largest in [0, 1, 999_999_999_999_999, 10_u64.pow(19), u64::MAX] {
        let samples = ArcWidth::samples(largest);
        assert!(
            samples.is_sorted() && samples.iter().all(|sample| *sample <= largest),
            "{samples:?}"
        );
        assert_ne!(ArcWidth::new(Some(largest), largest, 1), ArcWidth::NotPublished);
    }
}
