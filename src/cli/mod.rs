//! The subcommands, one module each.
mod api;
mod data;
mod geo;
mod prerender;
mod render;

use std::error::Error;

use clap::{Parser, Subcommand};

/// Makes and checks the data files of the map.
#[derive(Debug, Parser)]
#[command(name = "enforcement-map", version)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the geographic files from their publishers' originals.
    Geo(geo::Args),
    /// Print what pages rely on: TypeScript declarations, custom-elements.json, or names.
    Api(api::Args),
    /// Render the widget as HTML, for pages that are painted before any script runs.
    Prerender(prerender::Args),
    /// Draw the map as a still picture, SVG or PNG.
    Render(render::Args),
}

impl Args {
    pub(crate) fn run(self) -> Result<(), Box<dyn Error>> {
        match self.command {
            Command::Api(args) => Ok(api::run(&args)?),
            Command::Geo(args) => Ok(geo::run(args)?),
            Command::Prerender(args) => Ok(prerender::run(&args)?),
            Command::Render(args) => Ok(render::run(&args)?),
        }
    }
}
