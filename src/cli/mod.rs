//! The subcommands, one module each.
mod check;
mod geo;
mod prerender;

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
    /// Make the geographic files from their publishers' originals.
    Geo(geo::Args),
    /// Render the widget as HTML, for pages that are painted before any script runs.
    Prerender(prerender::Args),
}

impl Args {
    /// Runs the command, and gives its exit status.
    pub(crate) fn run(self) -> Result<u8, Box<dyn Error>> {
        match self.command {
            Command::Check(args) => return check::run(&args),
            Command::Geo(args) => geo::run(args)?,
            Command::Prerender(args) => prerender::run(&args)?,
        }
        Ok(0)
    }
}
