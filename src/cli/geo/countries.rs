use std::collections::BTreeMap;
use std::path::PathBuf;

use geo::{BoundingRect as _, Coord, MultiPolygon, Polygon};
use geojson::Feature;
use serde_json::{Value, json};

use super::atlas::{areas, cut};
use super::context::coded;
use super::error::Error;
use super::fit::{Budget, once, smallest_areas};
use super::grid::{PER_DEGREE, to_coord};
use super::label::label;
use super::repair::square_km;
use super::simplify::Limits;
use super::snap::snap;
use super::topology::Topology;
use super::write::{feature, round, write};

const ATTRIBUTION: &str = "Countries and land: Natural Earth, public domain.";

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the npm package world-atlas.
    #[arg(long)]
    world_atlas: PathBuf,
    /// The file to write.
    #[arg(short, long)]
    output: PathBuf,
    /// Positions of the land of the world.
    #[arg(long, default_value_t = 3500)]
    positions: usize,
    /// Where coasts are drawn in most detail, since most flows begin and end there: west, south, east
    /// and north, in degrees.
    #[arg(long, value_parser = near, allow_hyphen_values = true, default_value = "-180,-90,180,90")]
    near: Near,
    /// Islands smaller than this go, in square kilometres; elsewhere larger ones go, too.
    #[arg(long, default_value_t = 500.0)]
    least_area: f64,
    /// Coordinates are multiples of this many millionths of a degree.
    #[arg(long, default_value_t = 50_000)]
    step: i64,
    /// From 0, one tolerance for all, to 1, a tolerance in proportion to the island.
    #[arg(long, default_value_t = 0.2)]
    favour_small: f64,
}

/// West, south, east and north, in degrees.
#[derive(Clone, Copy, Debug)]
struct Near([f64; 4]);

fn near(text: &str) -> Result<Near, String> {
    let degrees: Result<Vec<f64>, _> = text.split(',').map(|part| part.trim().parse()).collect();
    let degrees = degrees.ok().and_then(|degrees| degrees.try_into().ok());
    degrees.map(Near).ok_or_else(|| "give four numbers, such as 88,-11,146,46".to_owned())
}

/// South of this there is only Antarctica, which no flow touches.
const SOUTH: f64 = -60.0;

pub(crate) fn run(args: &Args) -> Result<(), Error> {
    let countries = points(args)?;
    write(&args.output, &[("attribution", ATTRIBUTION)], &[land(args)?], &countries)
}

fn points(args: &Args) -> Result<Vec<Feature>, Error> {
    let file = args.world_atlas.join("countries-10m.json");
    // Several features can have the code of the country they belong to.
    let mut countries: BTreeMap<String, Vec<Polygon<f64>>> = BTreeMap::new();
    for (code, shape) in areas(&file, "countries")?.into_iter().filter_map(coded) {
        countries.entry(code).or_default().extend(shape);
    }
    let mut features = Vec::new();
    for (code, polygons) in countries {
        let mut point = label(&file, &code, &MultiPolygon(polygons))?;
        // The largest polygon may go on beyond the antimeridian.
        point.0.x -= 360.0 * (point.0.x / 360.0).round();
        point.0 = round(point.0, 2);
        features.push(feature(Some(&code), [] as [(String, Value); 0], (&point).into()));
    }
    Ok(features)
}

fn land(args: &Args) -> Result<Feature, Error> {
    let file = args.world_atlas.join("land-50m.json");
    let shapes = areas(&file, "land")?.into_iter().map(|area| area.shape);
    let parts = shapes.flatten().filter(|part| part.exterior().coords().any(|c| c.y > SOUTH));
    let large: MultiPolygon<f64> = cut(&parts.collect())
        .into_iter()
        .filter(|part| is_large(part, args) && is_wide(part, args.step))
        .map(|part| {
            let (exterior, lakes) = part.into_inner();
            let lakes = lakes.into_iter().map(|lake| Polygon::new(lake, Vec::new()));
            let lakes = lakes.filter(|lake| is_large(lake, args));
            Polygon::new(exterior, lakes.map(|lake| lake.into_inner().0).collect())
        })
        .collect();
    let topology = Topology::new(&snap(&[large]));
    let areas = smallest_areas(&topology);
    let tolerance = |arc: usize, vertex| {
        let area = areas.get(arc).map_or(1.0, |area| area.powf(args.favour_small));
        area / importance(to_coord(vertex), args.near)
    };
    let limits = Limits { positions: args.positions, distance_km: f64::INFINITY };
    let topology = once(&topology, tolerance, Budget { limits, step: args.step })
        .map_err(|what| Error::in_file(&file, what, "allow other --positions or --step"))?;
    let shape: MultiPolygon<f64> =
        topology.regions.iter().flat_map(|region| topology.region(region)).collect();
    Ok(feature(None, [("kind", json!("land"))], (&shape).into()))
}

/// How much of the shape of a coast is drawn: most in the part that the map is about, and least in
/// the polar regions, which the map enlarges.
fn importance(at: Coord<f64>, near: Near) -> f64 {
    let [west, south, east, north] = near.0;
    let is_near = (west..=east).contains(&at.x) && (south..=north).contains(&at.y);
    if is_near {
        1.0
    } else if at.y < 60.0 {
        0.3
    } else {
        0.05
    }
}

fn is_large(part: &Polygon<f64>, args: &Args) -> bool {
    let middle = part.bounding_rect().map(|rect| rect.center());
    middle.is_some_and(|middle| square_km(part) * importance(middle, args.near) >= args.least_area)
}

/// Whether the grid has room for the part: one cut off at the antimeridian (RFC 7946 section
/// 3.1.9) can be a sliver.
fn is_wide(part: &Polygon<f64>, step: i64) -> bool {
    let least = 2.0 * step as f64 / PER_DEGREE;
    part.bounding_rect().is_some_and(|rect| rect.width() >= least && rect.height() >= least)
}
