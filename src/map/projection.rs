//! From the sphere to the plane. Results are in radii of the sphere, y upwards.

use geo_types::Coord;

/// A map projection. Coordinates are longitude and latitude in degrees.
pub trait Projection {
    /// The point in the plane; `None` where the projection has none.
    fn project(&self, at: Coord<f64>) -> Option<Coord<f64>>;
}

/// The oblique stereographic projection of the sphere (Snyder, Map Projections: A Working
/// Manual, 1987, equations 21-2 to 21-4): conformal, so that provinces keep their shapes, and
/// the same for every country, across the 180th meridian and at the poles too.
///
/// ```
/// use enforcement_map::map::{Projection, Stereographic};
/// use geo_types::Coord;
/// // The mean of 179 and -179 degrees is on the 180th meridian, not in Africa.
/// let points = [179.0, -179.0].map(|x| Coord { x, y: 0.0 });
/// let projected = points.map(|at| Stereographic::centred_on(points.into_iter()).project(at));
/// let x = projected.map(|at| at.map(|at| at.x.abs() < 0.02));
/// assert_eq!(x, [Some(true), Some(true)]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stereographic {
    centre: Coord<f64>,
}

impl Stereographic {
    /// Centred on a point.
    #[must_use]
    pub fn new(centre: Coord<f64>) -> Self {
        Self { centre }
    }

    /// Centred on the mean direction of some points. Longitudes cannot be averaged as numbers:
    /// 179 and -179 lie side by side.
    #[must_use]
    pub fn centred_on(points: impl Iterator<Item = Coord<f64>>) -> Self {
        let (mut x, mut y, mut z) = (0.0, 0.0, 0.0);
        for point in points {
            let (lon, lat) = (point.x.to_radians(), point.y.to_radians());
            x += lat.cos() * lon.cos();
            y += lat.cos() * lon.sin();
            z += lat.sin();
        }
        let lat = z.atan2(x.hypot(y)).to_degrees();
        Self::new(Coord { x: y.atan2(x).to_degrees(), y: lat })
    }
}

impl Projection for Stereographic {
    fn project(&self, at: Coord<f64>) -> Option<Coord<f64>> {
        let lon = (at.x - self.centre.x).to_radians();
        let (lat, lat0) = (at.y.to_radians(), self.centre.y.to_radians());
        let cos_c = lat0.sin() * lat.sin() + lat0.cos() * lat.cos() * lon.cos();
        // Near the point opposite to the centre the plane runs away to infinity.
        if cos_c < -0.9 {
            return None;
        }
        let k = 2.0 / (1.0 + cos_c);
        Some(Coord {
            x: k * lat.cos() * lon.sin(),
            y: k * (lat0.cos() * lat.sin() - lat0.sin() * lat.cos() * lon.cos()),
        })
    }
}

/// The Equal Earth projection (Savric, Patterson and Jenny 2018, doi 10.1080/13658816.2018.1504949):
/// areas are true, so that no country looks larger than it is, and parallels are straight.
///
/// ```
/// use enforcement_map::map::{EqualEarth, Projection};
/// use geo_types::Coord;
/// let projection = EqualEarth { meridian: 105.0 };
/// assert_eq!(projection.project(Coord { x: 105.0, y: 0.0 }), Some(Coord { x: 0.0, y: 0.0 }));
/// assert_eq!(projection.east(-80.0), 175.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EqualEarth {
    /// The meridian in the middle, in degrees.
    pub meridian: f64,
}

impl EqualEarth {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

    /// How far east of the middle meridian a longitude is: -180 up to 180.
    #[must_use]
    pub fn east(&self, longitude: f64) -> f64 {
        (longitude - self.meridian + 180.0).rem_euclid(360.0) - 180.0
    }

    /// The point that lies so many degrees east of the middle meridian. Beyond 180 degrees it is
    /// beside the map, which is where a line that leaves it goes to.
    #[must_use]
    pub fn project_east(&self, east: f64, latitude: f64) -> Coord<f64> {
        let [a1, a2, a3, a4] = Self::A;
        let root3 = 3.0_f64.sqrt();
        let theta = (root3 / 2.0 * latitude.to_radians().sin()).asin();
        let (t2, t6) = (theta.powi(2), theta.powi(6));
        let slope = a1 + 3.0 * a2 * t2 + t6 * (7.0 * a3 + 9.0 * a4 * t2);
        Coord {
            x: 2.0 * east.to_radians() * theta.cos() / (root3 * slope),
            y: theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2)),
        }
    }
}

impl Projection for EqualEarth {
    fn project(&self, at: Coord<f64>) -> Option<Coord<f64>> {
        Some(self.project_east(self.east(at.x), at.y))
    }
}
