//! What is drawn around and over the provinces for orientation.
use std::path::{Path, PathBuf};

use geo::{
    BooleanOps as _, BoundingRect as _, Buffer as _, Geometry, Intersects as _, MapCoords as _,
    MultiLineString, MultiPolygon, Point, Polygon, Rect, Simplify as _, SimplifyVwPreserve as _,
    unary_union,
};
use geojson::{Feature, GeometryValue};
use serde_json::json;

use super::atlas::{Area, areas};
use super::error::Error;
use super::fit::{Budget, once, step};
use super::grid::to_coord;
use super::label::label;
use super::repair::square_km;
use super::simplify::Limits;
use super::snap::snap;
use super::source;
use super::topology::Topology;
use super::water_names::WaterNames;
use super::write::{feature, position, round};

/// How far neighbouring land is drawn around the country, in degrees.
const AROUND: f64 = 1.6;

/// How far around the country a reader usually sees, in degrees: labels are within.
const VISIBLE: f64 = 0.4;

/// How far neighbouring land reaches in under the provinces, in degrees: about 20 km, more than
/// the two sources differ, so that no gap is left along the border.
const UNDER: f64 = 0.18;

/// How far it stays away from the country's coast, where the two sources differ as well and it
/// would show, in degrees; and how far along the coast it may reach all the same.
const COAST: f64 = 0.05;

const DECIMALS: i32 = 2;

/// What land that is seldom or never seen may lose, for every square kilometre seen land does.
const FAR: f64 = 20.0;
const UNSEEN: f64 = 200.0;

/// How far a label stays away from water, in degrees.
const BANK: f64 = 0.1;

/// Islands smaller than this go, in square kilometres.
const LEAST_AREA: f64 = 100.0;

/// Positions of all neighbouring land together.
const LAND_POSITIONS: usize = 240;

/// The land of the neighbours of a country.
pub(crate) struct Neighbours<'a> {
    pub(crate) atlas: PathBuf,
    pub(crate) country: &'a str,
    pub(crate) provinces: &'a [MultiPolygon<f64>],
    /// Lakes and rivers, which no label is written over.
    pub(crate) water: &'a [Feature],
}

impl Neighbours<'_> {
    pub(crate) fn features(&self) -> Result<Vec<Feature>, Error> {
        let whole = unary_union(self.provinces);
        let Some(bounds) = whole.bounding_rect() else { return Ok(Vec::new()) };
        let areas = areas(&self.atlas, "countries")?;
        let (own, others): (Vec<_>, Vec<_>) =
            areas.into_iter().filter_map(coded).partition(|(code, _)| code == self.country);
        let mut others = others;
        others.sort_by(|(a, _), (b, _)| a.cmp(b));
        let own = unary_union(own.iter().map(|(_, shape)| shape));
        let frame = grown(bounds, AROUND).to_polygon();
        let land = unary_union(others.iter().map(|(_, shape)| shape)).union(&own);
        let coast = frame.difference(&land).buffer(COAST);
        let mut codes = Vec::new();
        let mut lands: Vec<MultiPolygon<f64>> = Vec::new();
        let mut taken = MultiPolygon::new(Vec::new());
        for (code, shape) in others {
            if !shape.intersects(&frame) {
                continue;
            }
            let shape = shape.intersection(&frame);
            // Only what is one with the country's own land can be extended under it seamlessly.
            let own = own.difference(&coast.difference(&shape.buffer(COAST)));
            let land = shape.union(&own).intersection(&shape.buffer(UNDER)).difference(&taken);
            taken = taken.union(&land);
            codes.push(code);
            lands.push(large(land));
        }
        let topology = Topology::new(&snap(&lands));
        let visible = grown(bounds, VISIBLE).to_polygon();
        let deep = whole.buffer(-UNDER / 2.0);
        let tolerance = |_, vertex| {
            let point = Point(to_coord(vertex));
            if deep.intersects(&point) {
                UNSEEN
            } else if visible.intersects(&point) {
                1.0
            } else {
                FAR
            }
        };
        let budget = Budget {
            limits: Limits { positions: LAND_POSITIONS, distance_km: f64::INFINITY },
            step: step(DECIMALS.unsigned_abs()),
        };
        let topology = once(&topology, tolerance, budget).map_err(|what| {
            Error::in_file(&self.atlas, what, "take another edition of world-atlas")
        })?;
        let covered = whole.union(&self.banks());
        let mut features = Vec::new();
        for (code, region) in codes.iter().zip(&topology.regions) {
            let shape = topology.region(region);
            let free = shape.intersection(&visible).difference(&covered);
            let label = label(&self.atlas, code, &free)?;
            let properties = [("kind", json!("land")), ("label", position(label, DECIMALS))];
            features.push(feature(Some(code), properties, (&shape).into()));
        }
        Ok(features)
    }

    fn banks(&self) -> MultiPolygon<f64> {
        let shapes = self.water.iter().filter_map(|water| water.geometry.clone());
        let shapes = shapes.filter_map(|geometry| Geometry::try_from(geometry).ok());
        let banks: Vec<_> = shapes.map(|shape| shape.buffer(BANK)).collect();
        unary_union(&banks)
    }
}

/// A country with its ISO 3166-1 alpha-2 code, if it has one.
pub(crate) fn coded(area: Area) -> Option<(String, MultiPolygon<f64>)> {
    let code = rust_iso3166::from_numeric_str(area.id.as_deref()?)?;
    Some((code.alpha2.to_owned(), area.shape))
}

fn large(land: MultiPolygon<f64>) -> MultiPolygon<f64> {
    let parts = land.into_iter().filter(|part| square_km(part) >= LEAST_AREA);
    parts.map(|part| Polygon::new(part.into_inner().0, Vec::new())).collect()
}

fn grown(rect: Rect<f64>, by: f64) -> Rect<f64> {
    let by = geo::Coord { x: by, y: by };
    Rect::new(rect.min() - by, rect.max() + by)
}

/// Lakes and rivers, with their names in the languages of a table.
pub(crate) fn water(file: &Path, names: &WaterNames) -> Result<Vec<Feature>, Error> {
    source::water(file)?.into_iter().map(|water| draw(file, water, names)).collect()
}

fn draw(file: &Path, water: source::Water, names: &WaterNames) -> Result<Feature, Error> {
    let Some(names) = names.of(&water.name) else {
        let remedy = "add it to the table that --water-names gives";
        return Err(Error::in_feature(file, water.name, "has no names", remedy));
    };
    let (geometry, at): (GeometryValue, Point) = match water.shape {
        Geometry::Polygon(polygon) => {
            let shape = polygon.simplify_vw_preserve(0.0004).map_coords(|c| round(c, DECIMALS));
            let at = label(file, &water.name, &MultiPolygon(vec![shape.clone()]))?;
            ((&shape).into(), at)
        }
        Geometry::LineString(line) => river(file, &water.name, MultiLineString(vec![line]))?,
        Geometry::MultiLineString(lines) => river(file, &water.name, lines)?,
        _ => {
            let remedy = "give a Polygon, a LineString or a MultiLineString";
            return Err(Error::in_feature(file, &water.name, "is no lake or river", remedy));
        }
    };
    let own = [("kind", json!(water.kind)), ("label", position(at, DECIMALS))];
    let own = own.map(|(name, value)| (name.to_owned(), value));
    Ok(feature(None, own.into_iter().chain(names), geometry))
}

fn river(
    file: &Path,
    name: &str,
    lines: MultiLineString<f64>,
) -> Result<(GeometryValue, Point), Error> {
    let lines = lines.simplify(0.01).map_coords(|c| round(c, DECIMALS));
    let longest = lines.iter().max_by_key(|line| line.0.len());
    let middle = longest.and_then(|line| line.0.get(line.0.len() / 2)).ok_or_else(|| {
        Error::in_feature(file, name, "has no line", "give it two positions or more")
    })?;
    let geometry = match lines.0.as_slice() {
        [line] => line.into(),
        _ => (&lines).into(),
    };
    Ok((geometry, Point(*middle)))
}
