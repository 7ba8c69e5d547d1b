//! The command `enforcement-map`.
mod cli;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    match cli::Args::parse().run() {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            eprintln!("error: {error}");
            // 1 is what `check` says of data with errors.
            ExitCode::from(2)
        }
    }
}
