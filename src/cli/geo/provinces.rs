use std::path::PathBuf;

use geo::MultiPolygon;
use geojson::Feature;
use serde_json::json;

use super::context::{self, Neighbours};
use super::error::Error;
use super::fit::{Budget, Criteria, fit, smallest_areas, step};
use super::label::label;
use super::names::{Names, names};
use super::repair::repair;
use super::simplify::Limits;
use super::source::regions;
use super::topology::Topology;
use super::water_names::WaterNames;
use super::write::{feature, position, write};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The publisher's boundaries, as GeoJSON.
    #[arg(long)]
    source: PathBuf,
    /// The property of the source that holds a province's code.
    #[arg(long, default_value = "ADM1_PCODE")]
    code: String,
    /// The table of names by code.
    #[arg(long)]
    names: PathBuf,
    /// A table of names in further languages by code.
    #[arg(long)]
    more_names: Option<PathBuf>,
    /// Lakes and rivers, as GeoJSON.
    #[arg(long)]
    water: PathBuf,
    /// The folder of the npm package world-atlas.
    #[arg(long)]
    world_atlas: PathBuf,
    /// The file to write.
    #[arg(short, long)]
    output: PathBuf,
    /// What lakes, rivers and seas are called: a table.
    #[arg(long)]
    water_names: PathBuf,
    /// The attribution of the boundaries, in a sentence.
    #[arg(long)]
    attribution: String,
    /// ISO 3166-1 alpha-2 code of the country the provinces make up.
    #[arg(long)]
    country: String,
    /// The language spoken there, BCP 47: the map shows names in it beside the reader's own.
    #[arg(long)]
    local_language: String,
    /// Positions of all provinces together.
    #[arg(long, default_value_t = 2020)]
    positions: usize,
    /// Decimals of a degree.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=6))]
    decimals: u32,
    /// Islands and gaps smaller than this go, in square kilometres.
    #[arg(long, default_value_t = 1.0)]
    least_area: f64,
    /// How far a border may lie from the source, in kilometres.
    #[arg(long, default_value_t = 1.0)]
    distance: f64,
    /// From 0, one tolerance for all, to 1, a tolerance in proportion to the smaller neighbour.
    #[arg(long, default_value_t = 0.5)]
    favour_small: f64,
}

/// Stricter than what the tests ask of the file, to leave a margin.
const CRITERIA: Criteria = Criteria { area: 0.008, overlap: 0.972 };

pub(crate) fn run(args: &Args) -> Result<(), Error> {
    let names = names(&args.names, args.more_names.as_deref())?;
    let source = repair(&args.source, regions(&args.source, &args.code)?, args.least_area)?;
    let shapes: Vec<MultiPolygon<f64>> = source.iter().map(|r| r.shape.clone()).collect();
    let budget = Budget {
        limits: Limits { positions: args.positions, distance_km: args.distance },
        step: step(args.decimals),
    };
    let topology = Topology::new(&shapes);
    let areas = smallest_areas(&topology);
    let tolerance = |arc: usize, _| areas.get(arc).map_or(1.0, |area| area.powf(args.favour_small));
    let topology = fit(&topology, tolerance, budget, CRITERIA).map_err(|what| {
        Error::in_file(&args.source, what, "allow more --positions or --decimals")
    })?;
    let shapes: Vec<_> = topology.regions.iter().map(|region| topology.region(region)).collect();
    let mut features = Vec::new();
    for (region, shape) in source.iter().zip(&shapes) {
        let names = names.get(&region.code).ok_or_else(|| {
            let remedy = format!("add it to {}", args.names.display());
            Error::in_feature(&args.source, &region.code, "has no names", remedy)
        })?;
        features.push(province(args, &region.code, names, shape)?);
    }
    let water_names = WaterNames::read(&args.water_names)?;
    let water = context::water(&args.water, &water_names)?;
    let neighbours = Neighbours {
        atlas: args.world_atlas.join("countries-50m.json"),
        country: &args.country,
        provinces: &shapes,
        water: &water,
    };
    let mut context = neighbours.features()?;
    context.extend(water);
    context.extend(water_names.seas());
    let members = [
        ("country", args.country.as_str()),
        ("local_language", args.local_language.as_str()),
        ("attribution", args.attribution.as_str()),
    ];
    write(&args.output, &members, &context, &features)
}

fn province(
    args: &Args,
    code: &str,
    names: &Names,
    shape: &MultiPolygon<f64>,
) -> Result<Feature, Error> {
    let mut shape = shape.clone();
    // The mainland first.
    shape.0.sort_by(|a, b| geo::Area::unsigned_area(b).total_cmp(&geo::Area::unsigned_area(a)));
    let label = label(&args.source, code, &shape)?;
    let own = [
        ("iso_3166_2".to_owned(), json!(names.iso_3166_2)),
        ("type".to_owned(), json!(names.kind)),
        ("label".to_owned(), position(label, 3)),
    ];
    let named = names.names.iter().map(|(language, name)| {
        let key = if language == "en" { "name".to_owned() } else { format!("name:{language}") };
        (key, json!(name))
    });
    let properties = own.into_iter().chain(named);
    let geometry = match shape.0.as_slice() {
        [polygon] => polygon.into(),
        _ => (&shape).into(),
    };
    Ok(feature(Some(code), properties, geometry))
}
