//! Turns a sheet into GeoJSON and back, without losing anything: columns and properties that are
//! not read elsewhere are kept, and so is what cannot be read.

mod rest;
mod to_geojson;
mod to_sheet;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail by panicking")]
mod tests;

use std::io::Write as _;
use std::path::PathBuf;

use enforcement_map::load::{Sheet, unread_format};
use serde_json::Value;

/// What to turn into what.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A CSV file, with any delimiter and in any encoding that is read, or a GeoJSON feature collection.
    #[arg(value_name = "FILE")]
    input: PathBuf,
    /// Where to write to; else to standard output.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What to write; else the other format than that of the file.
    #[arg(long, value_enum)]
    to: Option<To>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum To {
    /// Comma-separated values (RFC 4180), UTF-8 with a byte order mark.
    Csv,
    /// GeoJSON (RFC 7946), a feature a line.
    Geojson,
}

pub(crate) fn run(args: &Args) -> Result<(), String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", args.input.display());
    let bytes = std::fs::read(&args.input).map_err(|error| said(&error))?;
    let text = convert(&bytes, args.to).map_err(|error| said(&error))?;
    if let Some(guess) = Sheet::guess(&bytes) {
        eprintln!("warning: {}: {guess}", args.input.display());
    }
    match &args.output {
        Some(path) => {
            std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
        }
        None => std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string()),
    }
}

fn convert(bytes: &[u8], to: Option<To>) -> Result<String, String> {
    if let Some(unread) = unread_format(bytes) {
        return Err(unread);
    }
    let mut bare = bytes;
    while let Some(rest) = bare.strip_prefix(b"\xef\xbb\xbf") {
        bare = rest;
    }
    let is_json = bare.trim_ascii_start().first().is_some_and(|byte| [b'{', b'['].contains(byte));
    if is_json {
        let collection: Value =
            serde_json::from_slice(bare).map_err(|error| format!("this is not JSON: {error}"))?;
        let sheet = to_sheet::sheet(&collection)?;
        return Ok(match to {
            Some(To::Geojson) => to_geojson::text(&collection),
            _ => sheet.to_csv(),
        });
    }
    let sheet = Sheet::read(bytes)?;
    Ok(match to {
        Some(To::Csv) => sheet.to_csv(),
        _ => to_geojson::text(&to_geojson::collection(&sheet)),
    })
}
