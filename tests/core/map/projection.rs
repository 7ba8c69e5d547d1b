//! Projections: what each of them keeps true.

use enforcement_map::map::{EqualEarth, Projection, Stereographic};
use proptest::prelude::*;

use super::at;

proptest! {
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
