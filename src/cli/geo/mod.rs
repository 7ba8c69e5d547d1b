//! `enforcement-map geo`: makes `geo/provinces.geojson` and `geo/countries.geojson`.
//!
//! Borders that two provinces share are simplified once, as one arc, so that no gap or overlap
//! can open between neighbours.
mod atlas;
mod context;
mod countries;
mod error;
mod fit;
mod grid;
mod label;
mod names;
mod provinces;
mod quantise;
mod repair;
mod simplify;
mod snap;
mod source;
#[cfg(test)]
mod tests;
mod topology;
mod water_names;
mod write;

use clap::Subcommand;

pub(crate) use error::Error;

/// Which file to make.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    file: File,
}

#[derive(Debug, Subcommand)]
enum File {
    /// The provinces of a country, with water and neighbouring land for orientation.
    Provinces(provinces::Args),
    /// One point for each country, and the land of the world.
    Countries(countries::Args),
}

pub(crate) fn run(args: Args) -> Result<(), Error> {
    match args.file {
        File::Provinces(args) => provinces::run(&args),
        File::Countries(args) => countries::run(&args),
    }
}
