//! The subcommands, one module each.
mod api;
mod check;
mod convert;
mod data;
mod docs;
mod geo;
mod prerender;
mod render;
mod schema;

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
    /// Check data files, and say what is wrong with them.
    Check(check::Args),
    /// Turn a sheet into GeoJSON or back, without losing anything.
    Convert(convert::Args),
    /// Write the schemas, the templates and the list of codes.
    Schema(schema::Args),
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
    /// Runs the command, and gives its exit status.
    pub(crate) fn run(self) -> Result<u8, Box<dyn Error>> {
        match self.command {
            Command::Check(args) => return check::run(&args),
            Command::Convert(args) => convert::run(&args)?,
            Command::Schema(args) => schema::run(&args)?,
            Command::Api(args) => api::run(&args)?,
            Command::Geo(args) => geo::run(args)?,
            Command::Prerender(args) => prerender::run(&args)?,
            Command::Render(args) => render::run(&args)?,
        }
        Ok(0)
    }
}

/// How many cases a property is tried with: more in `make fuzz`.
#[cfg(test)]
fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}
